"""The list of who comes, and what is arranged for one of them."""

from datetime import date

import pytest
from django.utils import timezone

from events.models import Event, Place
from mail.models import OutgoingMail
from tests.event_factories import (
    ParallelSessionFactory,
    PersonalNeedsFactory,
    PriceTierFactory,
    RegistrationFactory,
    SessionChoiceFactory,
)
from tests.events.organisers import attendee_page, organised_event, organiser_of, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(client):
    event = organised_event(title="Jaarcongres", slug="jaarcongres", capacity=3)
    client.force_login(organiser_of(event))
    return event


def text(response):
    assert response.status_code == 200
    return response.content.decode()


LISTS = {
    "": ["Anna", "bo", "Wim"],
    "who=bevestigd": ["Anna", "bo"],
    "who=wachtlijst": ["Wim"],
    "who=binnen": ["bo"],
    "who=afgemeld": ["Zoë"],
    "who=iedereen&order=laatste": ["Zoë", "Wim", "bo", "Anna"],
    "q=anna": ["Anna"],
    "q=bieb bo": ["bo"],
    "who=onzin": ["Anna", "bo", "Wim"],
    "pagina=999": ["Anna", "bo", "Wim"],
    "session=999999": ["Anna", "bo", "Wim"],
}


def test_the_list_is_searched_and_filtered(client, event):
    RegistrationFactory(booking__event=event, name="Anna")
    RegistrationFactory(booking__event=event, name="bo", organisation_name="De Bieb", checked_in_at=timezone.now())
    RegistrationFactory(booking__event=event, name="Wim", place=Place.WAITING)
    RegistrationFactory(booking__event=event, name="Zoë", place=Place.CANCELLED)

    pages = {query: client.get(page(event, "attendees", query)).context["page"] for query in LISTS}

    assert {query: [each.name for each in found] for query, found in pages.items()} == LISTS


def test_the_list_of_one_session(client, event):
    choice = SessionChoiceFactory(registration__booking__event=event)
    RegistrationFactory(booking__event=event)

    shown = client.get(page(event, "attendees", f"session={choice.session.pk}")).context["page"]

    assert list(shown) == [choice.registration]


def test_a_price_with_cents_has_two_of_them(client, event):
    registration = RegistrationFactory(
        booking__event=event, booking__invoice_name="De Bieb", tier=PriceTierFactory(event=event), amount="95.50"
    )
    pages = [page(event, name) for name in ("attendees", "invoices", "overview")]

    shown = [text(client.get(each)) for each in [*pages, attendee_page(registration)]]

    assert [each.count("€&nbsp;95,5") for each in shown] == [each.count("€&nbsp;95,50") for each in shown]
    assert all("€&nbsp;95,50" in each for each in shown)


def test_wishes_are_counted_with_names(client, event):
    for name, diet in [("Anna", "Vegetarisch"), ("Bo", "vegetarisch "), ("Cas", "geen noten")]:
        PersonalNeedsFactory(registration__booking__event=event, registration__name=name, diet=diet)
    PersonalNeedsFactory(registration__booking__event=event, registration__place=Place.CANCELLED, diet="halal")

    (_, diets), (_, access) = client.get(page(event, "wishes")).context["tables"]

    assert (diets, access) == ([("Vegetarisch", ["Anna", "Bo"]), ("geen noten", ["Cas"])], [])


def test_hostile_texts_are_shown_as_text(client, event):
    hostile = '<img src=x onerror=alert(1)>"'
    registration = RegistrationFactory(
        booking__event=event, booking__invoice_name=hostile, name=hostile, organisation_name=hostile, amount=5
    )
    PersonalNeedsFactory(registration=registration, diet=hostile)
    ParallelSessionFactory(event=event, title=hostile)
    Event.objects.update(title=hostile)

    names = [
        "overview",
        "programme",
        "attendees",
        "wishes",
        "invoices",
        "mailing",
        "check_in",
        "afterwards",
        "evaluation",
    ]
    shown = [text(client.get(page(event, name, "q=img"))) for name in names] + [
        text(client.get(attendee_page(registration)))
    ]

    assert ["<img src=x" in each for each in shown] == [False] * len(shown)


def test_an_event_of_long_ago(client, event):
    Event.objects.update(starts_on=date(2014, 6, 19), ends_on=date(2014, 6, 19), date_note="juni 2014")
    names = ["overview", "programme", "attendees", "check_in", "afterwards", "evaluation", "mailing"]

    assert [client.get(page(event, name)).status_code for name in names] == [200] * len(names)


def test_the_page_of_an_attendee(client, event):
    registration = RegistrationFactory(booking__event=event, name="Anna", organisation_name="De Bieb")
    PersonalNeedsFactory(registration=registration, diet="veganistisch")
    registration.steps.create(text="Heeft een plek", taken_at=timezone.now())

    shown = text(client.get(attendee_page(registration)))

    assert ("De Bieb" in shown, "veganistisch" in shown, ": Heeft een plek" in shown) == (True, True, True)


def test_other_sessions_are_chosen_for_somebody(client, event):
    one, other = ParallelSessionFactory(event=event), ParallelSessionFactory(event=event, capacity=5)
    registration = SessionChoiceFactory(registration__booking__event=event, session=one).registration

    client.post(attendee_page(registration, "sessions"), {"ronde-1": other.pk, "wacht-1": ""})

    assert [choice.session for choice in registration.session_choices.live()] == [other]


def test_a_full_session_is_refused(client, event):
    full = ParallelSessionFactory(event=event, capacity=1)
    SessionChoiceFactory(registration__booking__event=event, session=full)
    registration = RegistrationFactory(booking__event=event)

    shown = text(client.post(attendee_page(registration, "sessions"), {"ronde-1": full.pk}))

    assert "is net vol geraakt" in shown
    assert registration.session_choices.count() == 0


def test_a_session_that_is_none_is_refused(client, event):
    ParallelSessionFactory(event=event)
    address = attendee_page(RegistrationFactory(booking__event=event), "sessions")

    pages = [text(client.post(address, {"ronde-1": value})) for value in ("9" * 30, "een", "\x00")]

    assert ["cur-error" in each for each in pages] == [True] * 3


def test_cancelling_for_somebody_asks_first(client, event):
    registration = RegistrationFactory(booking__event=event)

    asked = text(client.get(attendee_page(registration, "cancel")))
    before = event.registrations.get().place
    client.post(attendee_page(registration, "cancel"))

    assert ("Ja, meld af" in asked, before, event.registrations.get().place) == (True, "bevestigd", "geannuleerd")
    assert registration.steps.get().user is not None


def test_the_mail_is_sent_again(client, event):
    registration = RegistrationFactory(booking__event=event, email="anna@voorbeeld.nl")

    client.post(attendee_page(registration, "mail"))

    assert OutgoingMail.objects.get().to == "anna@voorbeeld.nl"


def test_who_gave_no_address_gets_no_mail(client, event):
    registration = RegistrationFactory(booking__event=event, booking__email="")

    shown = text(client.post(attendee_page(registration, "mail"), follow=True))

    assert ("geen e-mailadres bekend" in shown, OutgoingMail.objects.count()) == (True, 0)
