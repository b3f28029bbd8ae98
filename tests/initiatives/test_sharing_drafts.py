"""*Deel een voorbeeld* is kept as one goes, and gone on with by its link, which can be mailed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from initiatives.models import Initiative, Sharing
from initiatives.retention import forget_senders
from initiatives.sharing_links import follow_path
from mail.models import OutgoingMail
from tests.documents import write_documents
from tests.factories import InitiativeFactory, TargetGroupFactory, ThemeFactory
from tests.role_factories import national_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
JSON = {"Accept": "application/json"}


def begun(client, **typed):
    """Begin, keep it, and give the draft with its address."""
    answer = client.post("/delen/", typed | {"bewaar": "ja"})
    return Sharing.objects.get(), answer.url.partition("?")[0]


def mails():
    return list(OutgoingMail.objects.order_by("pk"))


def test_what_is_half_filled_in_and_wrong_is_kept_and_shown_again(client):
    group = TargetGroupFactory(name="Ouderen")
    typed = {"title": "Taalcafé", "email": "geen adres", "places": "Verweggistan", "target_groups": [group.pk]}

    sharing, address = begun(client, **typed)
    page = client.get(address)

    text = page.content.decode()
    assert (sharing.is_draft, Initiative.objects.count(), address) == (True, 0, follow_path(sharing))
    for kept in ('value="Taalcafé"', 'value="geen adres"', 'value="Verweggistan"', "checked"):
        assert kept in text
    assert "Fout" not in text
    assert (page["Referrer-Policy"], page["X-Robots-Tag"], page["Cache-Control"]) == (
        "no-referrer",
        "noindex",
        "no-store",
    )


def test_a_script_keeps_it_in_the_same_way_and_hears_the_address(client):
    answer = client.post("/delen/", {"title": "Taal", "bewaar": "ja"}, headers=JSON)
    address = answer.json()["address"]
    client.post(address, {"title": "Taalcafé", "bewaar": "ja"}, headers=JSON)

    assert Sharing.objects.get().typed == {"title": ["Taalcafé"]}


def test_what_is_sent_in_with_a_mistake_is_told_and_kept(client):
    answer = client.post("/delen/", {"title": "", "summary": "We praten samen."})

    assert answer.status_code == 422
    assert "Schrijf hoe het heet." in answer.content.decode()
    assert Sharing.objects.get().typed == {"summary": ["We praten samen."]}


def test_the_link_is_mailed_in_fixed_words_and_goes_on(client):
    _, address = begun(client, title="KOOP NU", email="lezer@voorbeeld.nl")

    answer = client.post(address, {"title": "KOOP NU", "email": "lezer@voorbeeld.nl", "mail": "ja"})

    [mail] = mails()
    assert answer.url == f"{address}?gemaild=1"
    assert address in mail.body
    assert "KOOP NU" not in mail.body + mail.subject


def test_an_address_that_is_none_is_not_told_to_be_mailed(client):
    _, address = begun(client, title="Taalcafé", email="onzin")

    page = client.post(f"{address}?gemaild=1", {"title": "Taalcafé", "email": "onzin", "mail": "ja"}).content.decode()

    assert "We mailen je de link" not in page
    assert "Vul een e-mailadres in, zoals naam@voorbeeld.nl" in page


def test_without_an_address_no_link_is_mailed_and_other_mistakes_wait(client):
    answer = client.post("/delen/", {"mail": "ja"})

    assert (answer.status_code, mails()) == (422, [])
    assert "Vul je e-mailadres in." in answer.content.decode()
    assert "Schrijf hoe het heet." not in answer.content.decode()


def test_an_address_gets_five_links_a_day(client):
    for _ in range(7):
        client.post("/delen/", {"email": "Lezer@voorbeeld.nl", "mail": "ja"})

    assert len(mails()) == 5


def test_sent_twice_is_one_example_and_its_link_now_follows_it(client):
    sharing, address = begun(client)
    typed = {"title": "Taalcafé", "summary": "We praten samen.", "themes": ThemeFactory().pk}

    answers = [client.post(address, typed) for _ in range(2)]

    sharing.refresh_from_db()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert (Initiative.objects.count(), sharing.typed) == (1, {})
    assert "Een curator kijkt ernaar" in client.get(address).content.decode()


def test_nobody_else_opens_a_draft(client):
    sharing, address = begun(client, title="Geheim plan")
    other = follow_path(Sharing.objects.create())

    assert client.get(address.replace(address.split("/")[2], f"{sharing.pk}:onzin")).status_code == 410
    assert "Geheim plan" not in client.get(other).content.decode()
    client.force_login(national_curator())
    assert "Geheim plan" not in client.get(reverse("admin:index")).content.decode()


def test_a_forgotten_draft_goes_after_thirty_days(client):
    sharing, address = begun(client, title="Taalcafé")
    sharing.changed_at = timezone.now() - timedelta(days=29)
    sharing.save()

    forget_senders(now=timezone.now())
    still = client.get(address).status_code
    forget_senders(now=timezone.now() + timedelta(days=2))

    assert (still, client.get(address).status_code) == (200, 410)


def test_a_visitor_begins_fifteen_an_hour(client):
    statuses = [client.post("/delen/", {"bewaar": "ja"}).status_code for _ in range(16)]

    assert statuses == [302] * 15 + [429]
    assert Sharing.objects.count() == 15


def test_the_example_beside_the_form_answers_what_it_brought(client):
    InitiativeFactory(title="Zonder resultaat", goal="Meedoen", approach="Samen praten.")
    InitiativeFactory(title="Taalcafé Assen", results="Veertig mensen praten beter Nederlands.")
    write_documents()

    text = client.get("/delen/").content.decode()

    assert "Taalcafé Assen" in text
    assert "Veertig mensen praten beter Nederlands." in text
    assert "Zonder resultaat" not in text
