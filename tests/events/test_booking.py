"""Registering: places in order, all or nothing, once per form."""

import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.utils import timezone

from accounts.mail import send_outgoing_mail
from accounts.models import OutgoingMail
from events.actions.refused import RefusedError
from events.models import Booking, Event, PersonalNeeds, Registration, SessionChoice
from tests.event_factories import (
    EventFactory,
    ParallelSessionFactory,
    PriceTierFactory,
    RegistrationFactory,
    SessionFactory,
)
from tests.factories import LibraryFactory, MunicipalityFactory, ProvinceFactory

from .booking import book_one, book_people, mail_subjects, person, places

pytestmark = pytest.mark.django_db


def refusal(event, *people, **more):
    """The sentence with which a form is refused; nothing may be stored then."""
    rows = [model.objects.count() for model in (Booking, Registration, SessionChoice, PersonalNeeds, OutgoingMail)]
    with pytest.raises(RefusedError) as refused:
        book_people(event, *people, **more)
    after = [model.objects.count() for model in (Booking, Registration, SessionChoice, PersonalNeeds, OutgoingMail)]
    assert after == rows
    return str(refused.value)


def test_who_comes_first_has_a_place_and_who_comes_next_waits():
    event = EventFactory(capacity=1)

    for name in ("Ans", "Bert", "Cor"):
        book_one(event, name)

    assert places(event) == [("Ans", "bevestigd"), ("Bert", "wachtlijst"), ("Cor", "wachtlijst")]
    assert mail_subjects() == ["Je hebt een plek", "Je staat op de wachtlijst", "Je staat op de wachtlijst"]


def test_without_a_number_of_places_everybody_has_one():
    event = EventFactory(capacity=None)

    book_people(event, person("Ans"), person("Bert"))

    assert places(event) == [("Ans", "bevestigd"), ("Bert", "bevestigd")]


def test_a_newcomer_does_not_pass_who_waits():
    event = EventFactory(capacity=2)
    RegistrationFactory(booking__event=event, place="wachtlijst", name="Ans")

    book_one(event, "Bert")

    assert places(event) == [("Ans", "wachtlijst"), ("Bert", "wachtlijst")]


def test_an_offered_place_is_taken():
    event = EventFactory(capacity=1)
    RegistrationFactory(booking__event=event, place="aangeboden", offered_until=timezone.now(), name="Ans")

    book_one(event, "Bert")

    assert places(event) == [("Ans", "aangeboden"), ("Bert", "wachtlijst")]


def test_who_walked_in_takes_no_place():
    event = EventFactory(capacity=1)
    RegistrationFactory(booking__event=event, is_walk_in=True, name="Ans")

    book_one(event, "Bert")

    assert places(event) == [("Ans", "bevestigd"), ("Bert", "bevestigd")]


def test_the_same_form_counts_once():
    event, key = EventFactory(), uuid.uuid4()

    one, other = book_people(event, key=key), book_people(event, key=key)

    assert one == other
    assert Registration.objects.count() == 1
    assert OutgoingMail.objects.count() == 1


def test_four_people_with_one_address_of_a_secretary_get_a_mail_each():
    event = EventFactory()

    book_people(event, *(person(f"Persoon {n}") for n in range(4)))

    assert [each.to for each in OutgoingMail.objects.all()] == ["boeker@voorbeeld.nl"] * 4


def test_who_books_gets_an_overview_when_others_have_an_address_of_their_own():
    event = EventFactory()

    book_people(event, person("Ans", email="ans@voorbeeld.nl"), person("Bert"))

    assert list(OutgoingMail.objects.order_by("pk").values_list("to", flat=True)) == [
        "ans@voorbeeld.nl",
        "boeker@voorbeeld.nl",
        "boeker@voorbeeld.nl",
    ]
    assert mail_subjects()[-1] == "Je inschrijving"


def test_a_confirmation_has_the_calendar_and_the_code():
    book_one(EventFactory())

    send_outgoing_mail(mail_id=OutgoingMail.objects.get().pk)

    [sent] = mail.outbox
    assert [(name, kind) for name, _, kind in sent.attachments] == [
        ("bijeenkomst.ics", "text/calendar"),
        ("toegangscode.png", "image/png"),
    ]
    assert sent.attachments[1][1].startswith(b"\x89PNG")


def test_the_link_for_online_is_only_for_who_has_a_place():
    event = EventFactory(capacity=1, attendance="hybride", online_address="https://vergader.voorbeeld.nl/geheim")

    book_one(event, "Ans")
    book_one(event, "Bert")

    assert ["geheim" in each.body for each in OutgoingMail.objects.order_by("pk")] == [True, False]


def test_an_address_is_registered_once():
    event = EventFactory()
    book_one(event, email="ans@voorbeeld.nl")

    sentence = refusal(event, person("Weer Ans", email="Ans@Voorbeeld.NL"))

    assert sentence == "ans@voorbeeld.nl is al aangemeld voor deze bijeenkomst."


def test_an_address_stands_once_on_a_form():
    sentence = refusal(EventFactory(), person("A", email="a@x.nl"), person("B", email="A@x.nl"))

    assert sentence == "Het adres a@x.nl staat er twee keer. Geef ieder een eigen adres of laat het leeg."


def test_who_cancelled_can_register_again():
    event = EventFactory()
    RegistrationFactory(booking__event=event, email="ans@voorbeeld.nl", place="geannuleerd")

    again = book_one(event, email="ans@voorbeeld.nl")

    assert again.place == "bevestigd"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"state": Event.State.CLOSED}, "De inschrijving is gesloten."),
        ({"state": Event.State.ANNOUNCED}, "Je kunt je nog niet inschrijven."),
        ({"state": Event.State.CANCELLED}, "Deze bijeenkomst is afgelast."),
        ({"closes_at": timezone.now() - timedelta(hours=1)}, "De inschrijving is gesloten."),
        ({"opens_at": timezone.now() + timedelta(days=1)}, "Je kunt je nog niet inschrijven."),
        (
            {"starts_on": timezone.localdate() - timedelta(days=1)},
            "Deze bijeenkomst is geweest. Je kunt je niet meer inschrijven.",
        ),
        ({"starts_on": timezone.localdate()}, "De inschrijving is gesloten."),
        ({"registration_url": "https://elders.voorbeeld.nl"}, "Inschrijven doe je op de site van de organisator."),
    ],
)
def test_who_is_too_early_or_too_late_is_refused(fields, sentence):
    assert refusal(EventFactory(**fields)) == sentence


def test_without_waiting_list_a_form_is_refused_as_a_whole():
    event = EventFactory(capacity=2, has_waiting_list=False)
    book_one(event, "Ans")

    assert refusal(event, person("B"), person("C")) == "Er is nog 1 plek vrij, en je schrijft 2 mensen in."
    book_one(event, "B")
    assert refusal(event, person("C")) == "De bijeenkomst is vol."


# --- organisations, guests, prices -----------------------------------------------------------------
def test_an_organisation_has_a_maximum():
    event, library = EventFactory(most_per_organisation=2), LibraryFactory(name="Bibliotheek Hoorn")
    book_one(event, organisation=library)

    sentence = refusal(event, person("B", organisation=library), person("C", organisation=library))

    assert sentence == "Van Bibliotheek Hoorn kunnen hooguit 2 mensen mee; er is er al 1 aangemeld."


def test_a_typed_organisation_has_the_same_maximum():
    event = EventFactory(most_per_organisation=1)
    book_one(event, organisation_name="Stichting Buurt")

    assert refusal(event, person("B", organisation_name="stichting buurt")).startswith("Van stichting buurt kunnen")


def test_a_library_of_the_right_province_brings_guests():
    utrecht = ProvinceFactory(name="Utrecht")
    event = EventFactory(most_guests=2)
    event.guest_provinces.add(utrecht)
    host = person("Ans", organisation=LibraryFactory(province=utrecht))

    booking = book_people(event, host, person("Wethouder", is_guest=True))

    guest = booking.registrations.get(is_guest=True)
    assert guest.host == booking.registrations.get(is_guest=False)


@pytest.mark.parametrize(
    ("most", "organisation", "sentence"),
    [
        (0, LibraryFactory, "Je kunt hier geen gasten meenemen."),
        (1, MunicipalityFactory, "Alleen een bibliotheek kan gasten meenemen. Kies jouw bibliotheek uit de lijst."),
        (1, LibraryFactory, "Alleen bibliotheken uit Utrecht kunnen gasten meenemen."),
    ],
)
def test_guests_are_refused(most, organisation, sentence):
    event = EventFactory(most_guests=most)
    event.guest_provinces.add(ProvinceFactory(name="Utrecht"))
    host = person("Ans", organisation=organisation(province=ProvinceFactory()))

    assert refusal(event, host, person("Gast", is_guest=True)) == sentence


def test_the_price_follows_from_the_province_of_the_organisation():
    utrecht, elsewhere = ProvinceFactory(), ProvinceFactory()
    event = EventFactory()
    PriceTierFactory(event=event, amount=0, position=1).provinces.add(utrecht)
    PriceTierFactory(event=event, amount=145, position=2)

    booking = book_people(
        event,
        person("Ans", organisation=LibraryFactory(province=utrecht)),
        person("Bert", organisation=LibraryFactory(province=elsewhere)),
        person("Cor", organisation_name="Anders", province=utrecht),
    )

    assert list(booking.registrations.order_by("pk").values_list("amount", flat=True)) == [0, 145, 0]


def test_another_price_than_was_shown_is_refused():
    event = EventFactory()
    PriceTierFactory(event=event, amount=85)

    assert refusal(event, expected=Decimal(0)).startswith("De prijs is veranderd")


def test_who_fits_no_price_is_refused():
    event = EventFactory()
    PriceTierFactory(event=event, sector="gemeente")

    with pytest.raises(RefusedError, match="geen prijs vastgesteld"):
        book_people(event)


# --- sessions -----------------------------------------------------------------------------------------
def test_a_session_is_chosen_with_the_place():
    event = EventFactory()
    session = ParallelSessionFactory(event=event, capacity=1)

    found = book_one(event, sessions=(session,))

    assert [(each.session, each.place) for each in found.session_choices.all()] == [(session, "bevestigd")]


def test_a_full_session_refuses_the_form():
    event = EventFactory()
    session = ParallelSessionFactory(event=event, capacity=1, title="Eenzaamheid")
    book_one(event, sessions=(session,))

    sentence = refusal(event, person("Bert", sessions=(session,)))

    assert sentence == "‘Eenzaamheid’ is net vol geraakt. Kies een andere, of ga op de wachtlijst."


def test_one_can_wait_for_a_full_session_and_go_to_another():
    event = EventFactory()
    full, other = ParallelSessionFactory(event=event, capacity=1), ParallelSessionFactory(event=event)
    book_one(event, sessions=(full,))

    found = book_one(event, "Bert", sessions=(other,), waits_for=(full,))

    assert {each.session: each.place for each in found.session_choices.all()} == {
        full: "wachtlijst",
        other: "bevestigd",
    }


def test_two_sessions_of_one_round_are_refused():
    event = EventFactory()
    one, other = ParallelSessionFactory.create_batch(2, event=event)

    assert refusal(event, person(sessions=(one, other))) == "Je kunt per ronde naar één deelsessie."


@pytest.mark.parametrize("of_this_event", [True, False])
def test_only_parallel_sessions_of_this_event_can_be_chosen(of_this_event):
    event = EventFactory()
    session = SessionFactory(event=event) if of_this_event else ParallelSessionFactory()

    assert refusal(event, person(sessions=(session,))) == "Deze deelsessie hoort niet bij deze bijeenkomst."


def test_who_waits_for_the_event_takes_no_place_in_a_session():
    event = EventFactory(capacity=1)
    session = ParallelSessionFactory(event=event, capacity=1)
    book_one(event, "Ans")

    book_one(event, "Bert", sessions=(session,))

    assert SessionChoice.objects.count() == 0


def test_a_name_is_one_line():
    found = book_one(EventFactory(), "Ans\r\nBcc: iedereen@voorbeeld.nl")

    assert found.name == "Ans Bcc: iedereen@voorbeeld.nl"


def test_wishes_are_kept_apart():
    found = book_one(EventFactory(), diet="vegetarisch", access="rolstoel")

    assert str(found.needs) == "vegetarisch; rolstoel"
