"""An address on a form may be anybody's: one short mail in our words, until who reads it says that it is right."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from events.actions.answering import accept_offer
from events.actions.cancelling import cancel_event
from events.actions.mailing import body_for
from events.actions.places import cancel, change_sessions, lapse_offers
from events.actions.refused import RefusedError
from events.actions.reminding import send_reminders
from events.actions.verifying import verify
from events.links import booking_token, place_token, verification_token
from events.mails import mail_about_place
from events.models import Booking, Place
from mail.models import OutgoingMail
from tests.event_factories import BookingFactory, EventFactory, ParallelSessionFactory, RegistrationFactory
from tests.events.booking import book_people, mail_subjects, person, verified
from tests.events.forms import confirm, form, rows
from tests.events.forms import person as typed
from tests.events.organisers import attendee_page, organised_event, organiser_of

pytestmark = pytest.mark.django_db
MOST_TO_ONE = MOST_CHANGES = 20  # a day, as docs/operations.md says
TYPED = "Koop nu op kwaad.example"  # what somebody may fill in wherever the form takes text


def now():
    return timezone.now()


def page_of(response):
    return response.content.decode()


def link(addressee):
    return f"/agenda/boeking/{verification_token(addressee)}/bevestigen/"


def told():
    """Everything that waits to be mailed, as one text."""
    return "\n".join(f"{mail.to} {mail.subject}\n{mail.body}" for mail in OutgoingMail.objects.order_by("pk"))


def full_of_typed_text(**values):
    """One person with this text in every field."""
    fields = ("name", "organisation", "job_title", "diet", "access")
    return typed(0, **dict.fromkeys(fields, TYPED), **values)


# --- what is mailed before --------------------------------------------------------------------------
def test_a_form_of_ten_mails_every_address_once_and_nothing_that_was_typed(client):
    people = [typed(n, name=f"{TYPED} {n}", organisation=TYPED, email=f"ander{n}@voorbeeld.nl") for n in range(10)]

    response = confirm(client, EventFactory(), form(*people))

    assert response.status_code == 302
    assert mail_subjects() == ["Bevestig je e-mailadres"] * 11
    assert OutgoingMail.objects.values("to").distinct().count() == 11
    assert "kwaad" not in told()
    assert [mail.attachments for mail in OutgoingMail.objects.all()] == [[]] * 11


def test_the_mail_is_the_same_for_everybody_but_for_its_link():
    event = EventFactory(title="Dag van de bieb", venue="De Zaal")

    book_people(event, person("Ans", email="ans@voorbeeld.nl"))

    texts = {
        re.sub(r"/boeking/\S+/bevestigen/", "/", body) for body in OutgoingMail.objects.values_list("body", flat=True)
    }
    [text] = texts
    assert ("Dag van de bieb" in text, "De Zaal" in text, "Ans" in text) == (True, True, False)


def test_nothing_that_was_typed_is_mailed_as_long_as_nobody_verified_it(client):
    event = EventFactory(capacity=1)
    session = ParallelSessionFactory(event=event)
    confirm(client, event, form(full_of_typed_text(email="ander@voorbeeld.nl")))
    confirm(client, event, form(full_of_typed_text()))
    first, second = event.registrations.order_by("pk")

    change_sessions(registration=first, sessions=[session], waits_for=[], now=now())
    mail_about_place(first)
    mail_about_place(second)
    cancel(registration=first, now=now())
    accept_offer(registration=event.registrations.get(pk=second.pk), now=now())
    send_reminders(today=event.starts_on - timedelta(days=1))
    cancel_event(event=event, reason="Te weinig mensen.")

    assert len(mail_subjects()) == 11
    assert "kwaad" not in told() + body_for(second, "Beste {naam}")


def test_an_offer_that_lapsed_names_nobody_either():
    event = EventFactory()
    RegistrationFactory(
        booking=BookingFactory(event=event, verified_at=None), name=TYPED, place=Place.OFFERED, offered_until=now()
    )

    lapse_offers(now=now())

    assert (mail_subjects(), "kwaad" in told()) == (["Je aanbod is verlopen"], False)


# --- the link ---------------------------------------------------------------------------------------
def test_the_link_shows_who_it_is_about_and_only_the_button_verifies(client):
    booking = book_people(EventFactory(), person("Ans"), person("Bert", email="bert@voorbeeld.nl"))
    bert = booking.registrations.get(email="bert@voorbeeld.nl")

    shown = {each: page_of(client.get(link(each))) for each in (booking, bert)}

    assert [("Ans" in page, "Bert" in page) for page in shown.values()] == [(True, True), (False, True)]
    assert Booking.objects.get().verified_at is None
    assert mail_subjects() == ["Bevestig je e-mailadres"] * 2


def test_the_button_brings_everything_that_was_held_back_once(client):
    event = EventFactory()
    booking = book_people(event, person("Ans"), person("Bert", email="bert@voorbeeld.nl"))
    bert = booking.registrations.get(email="bert@voorbeeld.nl")
    pages = {booking: f"/agenda/boeking/{booking_token(booking)}/", bert: f"/agenda/plek/{place_token(bert)}/"}

    for each, page in pages.items():
        answers = [client.post(link(each)), client.post(link(each)), client.get(link(each))]
        assert [answer.url.split(":")[0] for answer in answers] == [page.split(":")[0]] * 3

    mails = OutgoingMail.objects.order_by("pk")[2:]
    assert [(mail.to, mail.subject.split(":")[0]) for mail in mails] == [
        ("boeker@voorbeeld.nl", "Je hebt een plek"),
        ("boeker@voorbeeld.nl", "Je inschrijving"),
        ("bert@voorbeeld.nl", "Je hebt een plek"),
    ]
    assert ["Beste Ans" in mails[0].body, "Beste Bert" in mails[2].body] == [True, True]


def test_an_address_that_is_also_that_of_the_booking_is_mailed_once():
    book_people(EventFactory(), person("Ans", email="Boeker@voorbeeld.nl"))

    assert [mail.to for mail in OutgoingMail.objects.all()] == ["boeker@voorbeeld.nl"]


def test_who_gave_up_their_place_meanwhile_is_mailed_nothing_more():
    booking = book_people(EventFactory())
    cancel(registration=booking.registrations.get(), now=now())

    verified(booking)

    assert mail_subjects() == ["Bevestig je e-mailadres", "Je bent afgemeld"]


def test_no_page_holds_the_link_and_other_links_do_not_verify(client):
    booking = book_people(EventFactory(), person("Ans", email="ans@voorbeeld.nl"))
    ans = booking.registrations.get()
    tokens = [booking_token(booking), place_token(ans), "onzin"]

    statuses = [client.post(f"/agenda/boeking/{token}/bevestigen/").status_code for token in tokens]
    pages = client.get(f"/agenda/boeking/{tokens[0]}/"), client.get(f"/agenda/plek/{tokens[1]}/")

    assert statuses == [410, 410, 410]
    assert ["bevestigen/" in page_of(page) for page in pages] == [False, False]
    assert ["estig" in page_of(page) for page in pages] == [True, True]  # both say that it still has to be done


def test_who_is_registered_already_hears_so_behind_the_link_only(client):
    event = EventFactory()
    RegistrationFactory(booking__event=event, email="ans@voorbeeld.nl")
    again = book_people(event, person("Ans", email="Ans@voorbeeld.nl")).registrations.get()

    response = client.post(link(again))

    assert response.status_code == 409
    assert "Met dit e-mailadres ben je al aangemeld." in page_of(response)
    assert f"/agenda/plek/{place_token(again).split(':')[0]}" in page_of(response)
    with pytest.raises(RefusedError):
        verify(addressee=again, now=now())


def test_an_organiser_sees_it_and_sends_the_first_mail_again(client):
    event = organised_event()
    booking = BookingFactory(event=event, email="ans@voorbeeld.nl", verified_at=None)
    registration = RegistrationFactory(booking=booking)
    client.force_login(organiser_of(event))

    page = page_of(client.get(attendee_page(registration)))
    client.post(attendee_page(registration, "mail"))

    assert "Nog niet bevestigd" in page
    assert mail_subjects() == ["Bevestig je e-mailadres"]


# --- limits -----------------------------------------------------------------------------------------
def test_one_address_is_mailed_about_so_many_forms_a_day_whoever_sends_them(client):
    event, statuses = EventFactory(), []

    for number in range(MOST_TO_ONE + 1):
        client.defaults["REMOTE_ADDR"] = f"192.0.2.{number}"
        response = confirm(
            client, event, form(typed(0, email="doelwit@voorbeeld.nl"), email=f"van{number}@voorbeeld.nl")
        )
        statuses.append(response.status_code)

    assert statuses == [302] * MOST_TO_ONE + [429]
    assert "doelwit@voorbeeld.nl ging vandaag al veel mail" in page_of(response)
    assert OutgoingMail.objects.filter(to="doelwit@voorbeeld.nl").count() == MOST_TO_ONE


def test_a_visitor_has_so_many_addresses_mailed_in_an_hour(client, settings):
    settings.BOOKINGS_PER_HOUR = 12
    event, statuses = EventFactory(), []

    for number in range(3):
        people = [typed(n, email=f"ander{number}{n}@voorbeeld.nl") for n in range(4)]
        statuses.append(confirm(client, event, form(*people)).status_code)

    assert statuses == [302, 302, 429]
    assert (rows(), OutgoingMail.objects.count()) == ((2, 8, 0), 10)


def test_sessions_are_changed_so_many_times_a_day(client):
    registration = RegistrationFactory()
    sessions = [ParallelSessionFactory(event=registration.event) for _ in range(2)]
    address, statuses = f"/agenda/plek/{place_token(registration)}/deelsessies/", []

    for number in range(MOST_CHANGES + 1):
        response = client.post(address, {"round_1": sessions[number % 2].pk})
        statuses.append(response.status_code)

    assert statuses == [302] * MOST_CHANGES + [422]
    assert "Probeer het morgen nog eens." in page_of(response)
    assert OutgoingMail.objects.count() == MOST_CHANGES
