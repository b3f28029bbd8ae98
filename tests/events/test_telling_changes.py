"""What changed for those who registered is asked about, told with a new calendar, and moves along."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from events.actions.announcing import remember_what_is_new, untold_changes
from events.actions.reminding import send_reminders
from events.models import Event, Place, ToldFacts
from mail.models import OutgoingMail
from tests.event_factories import EventDayFactory, ParallelSessionFactory, RegistrationFactory, SessionFactory
from tests.events.booking import book_one, book_people, person, verified
from tests.events.organisers import organised_event, organiser_of, page
from tests.filled_forms import filled_in

pytestmark = pytest.mark.django_db
FIRST = timezone.localdate() + timedelta(days=60)


@pytest.fixture
def event(client):
    event = organised_event(title="Jaarcongres", starts_on=FIRST, ends_on=FIRST, venue="De Stadszaal", capacity=2)
    client.force_login(organiser_of(event))
    return event


def text(response):
    return response.content.decode()


def change_address(event):
    return f"/beheer/events/event/{event.pk}/change/"


def save(client, event, **changes):
    """Send the form of a meeting in with something changed."""
    fields = filled_in(text(client.get(change_address(event))), "event_form")
    return client.post(change_address(event), fields | changes)


def move(client, event, first, last=None, **changes):
    """Send the form in with other days of the meeting, and nothing else."""
    return save(client, event, starts_on=f"{first:%d-%m-%Y}", ends_on=f"{last or first:%d-%m-%Y}", **changes)


def test_another_day_asks_mails_and_takes_sessions_and_reminder_along(client, event):
    session = SessionFactory(event=event, date=FIRST, title="Opening")
    verified(book_people(event, person("Ans")))
    Event.objects.update(reminded_on=FIRST - timedelta(days=3))
    OutgoingMail.objects.all().delete()
    later = FIRST + timedelta(days=7)

    asked = move(client, event, later)
    question = text(client.get(asked.url))
    client.post(page(event, "tell"), {"doen": "mail", "note": "De zaal was bezet."})

    session.refresh_from_db()
    event.refresh_from_db()
    assert asked.url == page(event, "tell")
    assert ("Wanneer:" in question, "Ja, stuur een mail" in question) == (True, True)
    assert session.date == later
    mail = OutgoingMail.objects.get()
    assert mail.subject == "Er is iets veranderd: Jaarcongres"
    assert ("(was: " in mail.body, "De zaal was bezet." in mail.body, len(mail.attachments)) == (True, True, 1)
    assert untold_changes(event) == []
    reminded = [send_reminders(today=later - timedelta(days=left)) for left in (4, 3, 2)]
    assert reminded == [0, 1, 0]


def test_saying_no_mails_nobody_and_is_not_asked_again(client, event):
    book_one(event)
    OutgoingMail.objects.all().delete()
    Event.objects.update(venue="Het Raadhuis")

    listed = text(client.get(page(event, "overview")))
    client.post(page(event, "tell"), {"doen": "niet"})

    assert "Laat weten wat er veranderde" in listed
    assert (OutgoingMail.objects.count(), untold_changes(event)) == (0, [])


def test_what_nobody_registered_for_is_not_asked_about(client, event):
    saved = save(client, event, venue="Het Raadhuis")

    assert (saved.url, Event.objects.get().venue) == ("/beheer/events/event/", "Het Raadhuis")


def test_another_room_is_told_only_to_who_goes_there(client, event):
    here, there = ParallelSessionFactory(event=event, room="Zaal 1"), ParallelSessionFactory(event=event, room="Zaal 2")
    booking = verified(book_people(event, person("Ans", sessions=(here,)), person("Bo", sessions=(there,))))
    OutgoingMail.objects.all().delete()
    here.room = "Zaal 9"
    here.save()

    client.post(page(event, "tell"), {"doen": "mail", "note": ""})

    mail = OutgoingMail.objects.get()
    assert ("Zaal 9 (was: Zaal 1)" in mail.body, "Ans" in mail.subject) == (True, True)
    assert booking.registrations.count() == 2


def test_other_hours_of_a_day_are_a_change(event):
    day = EventDayFactory(event=event, begins=time(10), ends=time(16))
    book_one(event)
    day.begins = time(11)
    day.save()

    [change] = untold_changes(event)

    assert (change.label, change.was.split(", ")[-1], change.now.split(", ")[-1]) == (
        "Wanneer",
        "10.00–16.00 uur",
        "11.00–16.00 uur",
    )


def test_a_part_that_goes_is_named_in_the_mail(client, event):
    session = SessionFactory(event=event, date=FIRST, begins=time(10), title="Opening")
    untimed = SessionFactory(event=event, title="Afsluiting")
    verified(book_people(event, person("Ans")))
    OutgoingMail.objects.all().delete()

    session.delete()
    untimed.delete()
    client.post(page(event, "tell"), {"doen": "mail", "note": ""})

    body = OutgoingMail.objects.get().body
    assert "- ‘Opening’: gaat niet door (was: 10.00 uur" in body
    assert "- ‘Afsluiting’: gaat niet door\n" in body


def test_a_session_that_nobody_chose_goes_without_a_word(event):
    session = ParallelSessionFactory(event=event, room="Zaal 1")
    book_one(event)

    session.delete()

    assert untold_changes(event) == []


def test_a_part_that_was_told_without_its_title_and_goes_is_a_change(event):
    session = SessionFactory(event=event, date=FIRST, begins=time(10), title="Opening")
    book_one(event)
    told = ToldFacts.objects.get()
    del told.facts["titles"]
    told.save()

    session.delete()

    [change] = untold_changes(event)
    assert (change.label, change.now) == ("Een onderdeel van het programma", "gaat niet door")


def test_no_part_is_left_on_a_day_that_goes(client, event):
    second = FIRST + timedelta(days=1)
    Event.objects.update(ends_on=second)
    session = SessionFactory(event=event, date=FIRST, title="Opening")

    refused = text(save(client, event, starts_on=f"{second:%d-%m-%Y}", ends_on=f"{second:%d-%m-%Y}"))

    event.refresh_from_db()
    session.refresh_from_db()
    assert "‘Opening’ staat in het programma op" in refused
    assert (event.starts_on, session.date) == (FIRST, FIRST)


def test_who_registered_before_it_was_kept_and_new_parts_are_asked_about_too(event):
    book_one(event)
    ToldFacts.objects.all().delete()
    remember_what_is_new()
    late, unchosen = SessionFactory(event=event, room="Zaal 1"), ParallelSessionFactory(event=event, room="Zaal 2")
    remember_what_is_new()
    Event.objects.update(venue="Het Raadhuis")
    for session in (late, unchosen):
        session.room = "Zaal 9"
        session.save()

    remember_what_is_new()

    assert [change.label for change in untold_changes(event)] == ["Waar", f"‘{late}’"]


def test_calling_off_is_not_undone_silently_and_has_no_invoices(client, event):
    RegistrationFactory(booking__event=event, amount=85)
    silently = text(save(client, event, state="afgelast"))
    client.post(page(event, "cancel"), {"reason": "De zaal is dicht."})
    back = text(save(client, event, state="open"))
    invoices = text(client.get(page(event, "invoices")))
    client.post(page(event, "revive"), {"reason": "Er is een andere zaal."})

    assert ("Gelast af op de pagina Overzicht" in silently, "Gaat hij toch door?" in back) == (True, True)
    assert ("er zijn geen facturen" in invoices, "€&nbsp;85" in invoices) == (True, False)
    assert "nog niemand die betaalt" not in invoices
    assert Event.objects.get().state == "gesloten"
    assert [mail.subject.split(":")[0] for mail in OutgoingMail.objects.order_by("pk")] == [
        "Gaat niet door",
        "Gaat toch door",
    ]


def test_more_places_are_offered_at_once_and_fewer_are_asked_about(client, event):
    RegistrationFactory.create_batch(2, booking__event=event)
    waiting = RegistrationFactory(booking__event=event, place=Place.WAITING)

    asked = text(save(client, event, capacity="1"))
    asked_on_site = text(save(client, event, attendance="hybride", on_site_capacity="1", capacity="3"))
    save(client, event, capacity="3")
    waiting.refresh_from_db()
    offered = waiting.place
    save(client, event, capacity="1", is_fewer_meant="on")

    assert ["Er zijn al 2 plekken bezet." in answer for answer in (asked, asked_on_site)] == [True, True]
    assert offered == Place.OFFERED
    assert (Event.objects.get().capacity, event.registrations.holding().count()) == (1, 3)


def test_a_part_is_no_news_where_only_the_other_days_of_the_meeting_go(client, event):
    Event.objects.update(ends_on=FIRST + timedelta(days=1))
    opening = SessionFactory(event=event, date=FIRST, title="Opening", begins=time(10), ends=time(11))
    SessionFactory(event=event, date=FIRST, title="Lunch", begins=time(12), ends=time(13))
    book_one(event)
    remember_what_is_new()

    move(client, event, FIRST)
    type(opening).objects.filter(pk=opening.pk).update(begins=time(10, 30))

    changes = untold_changes(Event.objects.get())
    assert [change.label for change in changes] == ["Wanneer", "‘Opening’"]
