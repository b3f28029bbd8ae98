"""*Deel een voorbeeld*: without an account, to the curators of its province, and followed by a secret link."""

from datetime import timedelta

import pytest
from django.urls import reverse

from initiatives.models import Initiative, Sharing
from initiatives.retention import forget_senders
from initiatives.review import take_step
from initiatives.sharing_links import follow_path
from mail.models import OutgoingMail
from tests.documents import Reader
from tests.factories import InitiativeFactory, MunicipalityAliasFactory, MunicipalityFactory, ThemeFactory
from tests.review_factories import NOW
from tests.role_factories import national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def answers(**typed):
    basic = {"title": "Taalcafé", "summary": "We praten samen.", "themes": ThemeFactory().pk}
    return basic | typed


def shared(client, **typed):
    """Share an example, and give it back."""
    client.post("/delen/", answers(**typed))
    return Sharing.objects.select_related("initiative").get()


def test_what_is_shared_waits_for_the_curator_of_its_province(client):
    here = MunicipalityFactory(slug="hoorn")

    answer = client.post("/delen/", answers(places="hoorn", with_whom="De gemeente", link="www.voorbeeld.nl"))

    initiative = Initiative.objects.get()
    step = initiative.review_steps.get()
    assert (initiative.publication_state, list(initiative.places.all())) == ("ingezonden", [here])
    assert step.note == "Met wie: De gemeente\nMeer erover: https://www.voorbeeld.nl"
    assert [*Initiative.objects.editable_by(province_curator(here.province))] == [initiative]
    assert client.get(initiative.get_absolute_url()).status_code == 404
    assert answer.url == follow_path(Sharing.objects.get())


def test_a_name_that_only_one_municipality_has_is_that_one(client):
    hoorn = MunicipalityFactory(name="Hoorn", slug="hoorn")
    MunicipalityAliasFactory(municipality=MunicipalityFactory(name="Terschelling"), name="Hoorn", slug="hoorn")

    client.post("/delen/", answers(places="hoorn"))

    assert list(Initiative.objects.get().places.all()) == [hoorn]


def test_what_is_missing_or_unknown_is_told_and_nothing_is_kept(client):
    MunicipalityFactory(name="Bergen", slug="bergen-lb")
    MunicipalityFactory(name="Bergen", slug="bergen-nh")
    wrong = {
        "Schrijf hoe het heet.": {"title": ""},
        "Kies een thema.": {"themes": ""},
        "Deze plaats kennen we niet.": {"places": "Verweggistan"},
        "Welke gemeente bedoel je?": {"places": "bergen"},
        "Vul een e-mailadres in, zoals naam@voorbeeld.nl": {"email": "niet"},
        "Vul een webadres in": {"link": "geen adres"},
    }
    faults = []
    for told, typed in wrong.items():
        answer = client.post("/delen/", answers(**typed))
        if answer.status_code != 422 or told not in answer.content.decode():
            faults.append(told)

    assert faults == []
    assert Initiative.objects.count() == 0


def test_a_robot_and_who_shares_too_much_keep_nothing(client):
    client.post("/delen/", answers(website="spam"))
    assert Initiative.objects.count() == 0

    statuses = [client.post("/delen/", answers(title=f"Nummer {number}")).status_code for number in range(6)]

    assert statuses == [302] * 5 + [429]
    assert Initiative.objects.count() == 5


def test_the_sender_is_mailed_a_link_and_answers_what_a_curator_asks(client):
    curator = national_curator()
    sharing = shared(client, email="lezer@voorbeeld.nl", title="Taalcafé")
    initiative = sharing.initiative
    take_step(initiative=initiative, state="concept", user=curator, now=NOW, note="Voor wie is het?")
    page = client.get(follow_path(sharing)).content.decode()
    themes = list(initiative.themes.values_list("pk", flat=True))
    changed = {"title": "Taalcafé", "summary": "Praten.", "themes": themes, "entry_kind": "practice"}
    client.post(follow_path(sharing), changed | {"answer": "Voor nieuwkomers."})

    initiative.refresh_from_db()
    thanks, question = OutgoingMail.objects.order_by("pk")
    assert follow_path(sharing) in thanks.body
    assert "Taalcafé" not in thanks.body + thanks.subject  # anybody may fill in any address
    assert "Voor wie is het?" in question.body
    assert follow_path(sharing) in question.body
    assert "Voor wie is het?" in page
    assert (initiative.publication_state, initiative.summary) == ("ingezonden", "Praten.")
    assert initiative.review_steps.first().note == "Voor nieuwkomers."


def test_with_the_link_nothing_changes_once_it_is_with_the_curators(client):
    sharing = shared(client)

    answer = client.post(follow_path(sharing), {"title": "Anders", "summary": "Anders."})

    sharing.initiative.refresh_from_db()
    assert (answer.status_code, sharing.initiative.title) == (302, "Taalcafé")


def test_another_link_or_one_past_its_term_opens_nothing(client):
    sharing = shared(client)
    address = follow_path(sharing)

    forget_senders(now=sharing.shared_at + timedelta(days=366))

    assert Initiative.objects.count() == 1
    assert [client.get(address).status_code, client.get("/delen/onzin/").status_code] == [410, 410]


def test_the_curator_sees_who_shared_it_and_what_that_one_wrote(client):
    sharing = shared(client, name="Anna, bibliothecaris", email="anna@voorbeeld.nl", with_whom="UWV")
    client.force_login(national_curator())

    page = client.get(reverse("admin:initiatives_initiative_review", args=[sharing.initiative_id])).content.decode()

    for told in ("Anna, bibliothecaris", "anna@voorbeeld.nl", "wie het deelde", "Met wie: UWV"):
        assert told in page


def test_beside_the_questions_stands_an_example_of_the_site(client):
    InitiativeFactory(title="Walk and talk", results="Twaalf mensen lopen elke week mee.")

    assert "Walk and talk" in Reader().get("/delen/").content.decode()
