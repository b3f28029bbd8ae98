"""Curators hear of what waits as they chose, in their own province; none of the reader's words are in that mail."""

import pytest

from desk.work_mail import mail_what_waits
from mail.models import OutgoingMail
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.reaction_factories import ReactionFactory
from tests.reactions.writing import PAGE, confirm, write
from tests.role_factories import national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
WAITS = "Vraag bij ‘Taalhuis’ wacht"


def told():
    """{who: whether they were mailed of the question about the Taalhuis}."""
    mails = OutgoingMail.objects.filter(body__contains=WAITS)
    return sorted(mails.values_list("to", flat=True))


def test_at_once_or_in_the_morning_as_each_chose(client, example):
    place = MunicipalityFactory()
    example.places.add(place)
    province_curator(place.province, email="direct@voorbeeld.nl", work_mail="meteen")
    province_curator(place.province, email="ochtend@voorbeeld.nl", work_mail="dagelijks")
    province_curator(MunicipalityFactory().province, email="elders@voorbeeld.nl", work_mail="meteen")
    national_curator(email="land@voorbeeld.nl", work_mail="meteen")
    write(client, text="Koop nu op kwaad.test")
    assert told() == []
    confirm(client)
    assert told() == ["direct@voorbeeld.nl"]
    mail_what_waits()

    assert told() == ["direct@voorbeeld.nl", "ochtend@voorbeeld.nl"]
    assert not OutgoingMail.objects.filter(body__contains="kwaad.test").exists()


def test_a_theme_is_of_national_curators(client):
    theme = ThemeFactory()
    reaction = ReactionFactory(initiative=None, theme=theme, state="wacht")
    roles = {"province": province_curator(MunicipalityFactory().province), "nation": national_curator()}
    found = {}
    for name, user in roles.items():
        client.force_login(user)
        found[name] = client.get(f"/beheer/reactions/reaction/{reaction.pk}/change/").status_code

    assert found == {"province": 404, "nation": 200}


def test_a_curator_decides_of_no_other_province(client, example):
    example.places.add(MunicipalityFactory())
    reaction = ReactionFactory(initiative=example, state="wacht")
    client.force_login(province_curator(MunicipalityFactory().province))
    data = {"action": "place_reactions", "_selected_action": [reaction.pk]}
    client.post("/beheer/reactions/reaction/", data)
    reaction.refresh_from_db()

    assert reaction.state == "wacht"
    assert "Wat kost het" not in client.get(PAGE).content.decode()
