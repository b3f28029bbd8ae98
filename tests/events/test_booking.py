"""Registering: places in order, all or nothing, once per form."""

import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from events.models import Event, Registration
from mail.models import OutgoingMail
from mail.outgoing import send_outgoing_mail
from tests.event_factories import (
    EventFactory,
    RegistrationFactory,
)

from .booking import book_one, book_people, mail_subjects, person, places, refusal, verified

pytestmark = pytest.mark.django_db


def test_who_comes_first_has_a_place_and_who_comes_next_waits():
    event = EventFactory(capacity=1)

    for name in ("Ans", "Bert", "Cor"):
        verified(book_people(event, person(name)))

    assert places(event) == [("Ans", "bevestigd"), ("Bert", "wachtlijst"), ("Cor", "wachtlijst")]
    assert mail_subjects()[1::2] == ["Je hebt een plek", "Je staat op de wachtlijst", "Je staat op de wachtlijst"]


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

    verified(book_people(event, *(person(f"Persoon {n}") for n in range(4))))

    assert [each.to for each in OutgoingMail.objects.all()] == ["boeker@voorbeeld.nl"] * 6
    assert mail_subjects() == ["Bevestig je e-mailadres", *["Je hebt een plek"] * 4, "Je inschrijving"]


def test_who_books_gets_an_overview_when_others_have_an_address_of_their_own():
    event = EventFactory()

    verified(book_people(event, person("Ans", email="ans@voorbeeld.nl"), person("Bert")))

    mails = OutgoingMail.objects.order_by("pk")[2:]
    assert [(mail.to, mail.subject.split(":")[0]) for mail in mails] == [
        ("boeker@voorbeeld.nl", "Je hebt een plek"),
        ("boeker@voorbeeld.nl", "Je inschrijving"),
        ("ans@voorbeeld.nl", "Je hebt een plek"),
    ]


def test_a_confirmation_has_the_calendar_and_the_code():
    verified(book_people(EventFactory()))

    send_outgoing_mail(mail_id=OutgoingMail.objects.latest("pk").pk)

    [sent] = mail.outbox
    assert [(name, kind) for name, _, kind in sent.attachments] == [
        ("bijeenkomst.ics", "text/calendar; method=PUBLISH"),
        ("toegangscode.png", "image/png"),
    ]
    assert sent.attachments[1][1].startswith(b"\x89PNG")


def test_the_link_for_online_is_only_for_who_has_a_place():
    event = EventFactory(capacity=1, attendance="hybride", online_address="https://vergader.voorbeeld.nl/geheim")

    for name in ("Ans", "Bert"):
        verified(book_people(event, person(name, takes_part_online=True)))

    assert ["geheim" in each.body for each in OutgoingMail.objects.order_by("pk")] == [False, True, False, False]


def test_an_address_stands_once_on_a_form():
    sentence = refusal(EventFactory(), person("A", email="a@x.nl"), person("B", email="A@x.nl"))

    assert sentence == "Het adres a@x.nl staat er twee keer. Geef ieder een eigen adres of laat het leeg."


def test_who_cancelled_can_register_again():
    event = EventFactory()
    RegistrationFactory(booking__event=event, email="ans@voorbeeld.nl", place="geannuleerd")

    again = book_one(event, email="ans@voorbeeld.nl")

    assert again.place == "bevestigd"


def test_who_is_too_early_or_too_late_is_refused():
    now, today = timezone.now(), timezone.localdate()
    reasons = [
        ({"state": Event.State.CLOSED}, "De inschrijving is gesloten."),
        ({"state": Event.State.ANNOUNCED}, "Je kunt je nog niet inschrijven."),
        ({"state": Event.State.CANCELLED}, "Deze bijeenkomst is afgelast."),
        ({"closes_at": now - timedelta(hours=1)}, "De inschrijving is gesloten."),
        ({"opens_at": now + timedelta(days=1)}, "Je kunt je nog niet inschrijven."),
        ({"starts_on": today - timedelta(days=1)}, "Deze bijeenkomst is geweest. Je kunt je niet meer inschrijven."),
        ({"starts_on": today}, "De inschrijving is gesloten."),
        ({"registration_url": "https://elders.voorbeeld.nl"}, "Inschrijven doe je op de site van de organisator."),
    ]

    assert [(fields, refusal(EventFactory(**fields))) for fields, _ in reasons] == reasons


def test_without_waiting_list_a_form_is_refused_as_a_whole():
    event = EventFactory(capacity=2, has_waiting_list=False)
    book_one(event, "Ans")

    assert refusal(event, person("B"), person("C")) == "Er is nog 1 plek vrij, en je schrijft 2 mensen in."
    book_one(event, "B")
    assert refusal(event, person("C")) == "De bijeenkomst is vol."


def test_a_name_is_one_line():
    found = book_one(EventFactory(), "Ans\r\nBcc: iedereen@voorbeeld.nl")

    assert found.name == "Ans Bcc: iedereen@voorbeeld.nl"


def test_wishes_are_kept_apart():
    found = book_one(EventFactory(), diet="vegetarisch", access="rolstoel")

    assert str(found.needs) == "vegetarisch; rolstoel"
