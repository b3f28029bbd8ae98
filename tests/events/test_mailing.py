"""Mail of the organiser and reminders: to whom, once, and with their own links."""

import re
import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from events.actions.cancelling import cancel_event
from events.actions.mailing import chosen, send_mailing, send_test
from events.actions.reminding import send_reminders
from events.links import registration_of
from events.models import Event, Mailing
from mail.models import OutgoingMail
from mail.outgoing import send_outgoing_mail
from tests.event_factories import EventFactory, RegistrationFactory, SessionChoiceFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def event():
    return EventFactory()


def attendee(event, name, **more):
    return RegistrationFactory(booking__event=event, name=name, **more)


def send(event, **more):
    values = {"key": uuid.uuid4(), "selection": "bevestigd", "session": None, "user": None, "now": NOW}
    return send_mailing(event=event, subject="Welkom", **({"body": "Dag {naam}, kijk op {plek}"} | values | more))


CHOSEN = {
    "bevestigd": ["Binnen", "Gast", "Weg"],
    "wachtlijst": ["Wacht"],
    "aanwezig": ["Binnen", "Gast"],
    "afwezig": ["Weg"],
    "gasten": ["Gast"],
    "zonder-evaluatie": ["Gast"],
}


def test_a_mailing_goes_to_who_is_chosen(event):
    attendee(event, "Binnen", checked_in_at=NOW, has_evaluated=True)
    attendee(event, "Gast", is_guest=True, checked_in_at=NOW)
    attendee(event, "Weg")
    attendee(event, "Wacht", place="wachtlijst")
    attendee(event, "Afgemeld", place="geannuleerd")
    attendee(event, "Zonder adres", booking__email="")
    attendee(EventFactory(), "Elders")

    assert {selection: [each.name for each in chosen(event, selection)] for selection in CHOSEN} == CHOSEN


def test_a_mailing_can_be_for_one_session(event):
    choice = SessionChoiceFactory(registration=attendee(event, "Ans"))
    attendee(event, "Bert")

    assert [each.name for each in chosen(event, "bevestigd", choice.session)] == ["Ans"]


def test_everybody_gets_their_own_name_and_link(event):
    ans = attendee(event, "Ans")

    send(event)

    [waiting] = OutgoingMail.objects.all()
    assert waiting.to == ans.address
    [token] = re.match(r"Dag Ans, kijk op http://localhost:8000/agenda/plek/(\S+)/\s", waiting.body).groups()
    assert registration_of(token) == ans  # the link holds the second in which it was made


def test_pressed_twice_it_goes_out_once(event):
    attendee(event, "Ans")
    key = uuid.uuid4()

    assert send(event, key=key) == send(event, key=key)
    assert (OutgoingMail.objects.count(), Mailing.objects.get().recipients) == (1, 1)


def test_every_mail_has_one_job_and_one_message_id(event):
    attendee(event, "Ans")
    attendee(event, "Bert")

    send(event)

    jobs = ProcrastinateJob.objects.filter(queue_name="mail").order_by("id")
    assert [job.args["mail_id"] for job in jobs] == list(
        OutgoingMail.objects.order_by("pk").values_list("pk", flat=True)
    )
    for job in jobs:
        send_outgoing_mail(**job.args)
        send_outgoing_mail(**job.args)
    assert len({each.extra_headers["Message-ID"] for each in mail.outbox}) == len(mail.outbox) == 2


def test_a_subject_is_one_line(event):
    attendee(event, "Ans")

    send_test(event=event, subject="Welkom\r\nBcc: iedereen@voorbeeld.nl", body="Dag", to="ik@voorbeeld.nl")

    assert OutgoingMail.objects.get().subject == "Test: Welkom Bcc: iedereen@voorbeeld.nl"


# --- what goes by itself ---------------------------------------------------------------------------
def test_a_reminder_goes_some_days_before_and_once():
    today = timezone.localdate()
    for days in (1, 3, 4):
        event = EventFactory(starts_on=today + timedelta(days=days), reminder_days=3)
        attendee(event, f"Over {days} dagen", email=f"over{days}@voorbeeld.nl")
        attendee(event, "Wacht", place="wachtlijst")

    assert [send_reminders(today=today), send_reminders(today=today)] == [2, 0]
    assert {mail.to for mail in OutgoingMail.objects.all()} == {"over1@voorbeeld.nl", "over3@voorbeeld.nl"}


def test_no_reminder_goes_where_none_should():
    today = timezone.localdate()
    for fields in ({"reminder_days": 0}, {"state": "afgelast"}, {"state": "concept"}):
        attendee(EventFactory(starts_on=today, **fields), "Ans")

    assert send_reminders(today=today) == 0


def test_calling_off_mails_everybody_with_a_place_or_waiting_once(event):
    for name, place in [("A", "bevestigd"), ("B", "wachtlijst"), ("C", "geannuleerd")]:
        attendee(event, name, place=place)

    for _ in range(2):
        cancel_event(event=event, reason="De zaal is dicht.")

    found = Event.objects.get(pk=event.pk)
    assert (found.state, found.state_note) == ("afgelast", "De zaal is dicht.")
    assert ["De zaal is dicht." in each.body for each in OutgoingMail.objects.all()] == [True, True]
