"""Mail of the organiser and reminders: to whom, once, and with their own links."""

import re
import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from events.actions.cancelling import cancel_event
from events.actions.mailing import chosen, send_mailing, send_planned_mailings, send_test, take_back
from events.actions.reminding import send_reminders
from events.links import registration_of
from events.models import Event, Mailing
from events.organiser.mailing_form import MailingForm
from mail.models import OutgoingMail
from mail.outgoing import send_outgoing_mail
from tests.event_factories import BookingFactory, EventFactory, RegistrationFactory, SessionChoiceFactory
from tests.evidence_factories import DocumentFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def event():
    return EventFactory()


def attendee(event, name, **more):
    return RegistrationFactory(booking__event=event, name=name, **more)


def send(event, **more):
    values = {"key": uuid.uuid4(), "selection": "bevestigd", "session": None, "user": None, "now": NOW}
    values |= {"documents": [], "planned_at": None}
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

    send_test(
        event=event, subject="Welkom\r\nBcc: iedereen@voorbeeld.nl", body="Dag", documents=[], to="ik@voorbeeld.nl"
    )

    assert OutgoingMail.objects.get().subject == "Test: Welkom Bcc: iedereen@voorbeeld.nl"


def test_the_link_to_the_page_is_one_of_the_words(event):
    attendee(event, "Ans")

    send(event, body="Lees meer op {pagina}.")

    [waiting] = OutgoingMail.objects.all()
    assert waiting.body.startswith(f"Lees meer op http://localhost:8000{event.get_absolute_url()}.")


def test_mail_about_a_group_names_who_it_is_about(event):
    booking = BookingFactory(event=event)
    for name, email in (("Ans", ""), ("Bert", ""), ("Cees", "cees@voorbeeld.nl")):
        RegistrationFactory(booking=booking, name=name, email=email)
    attendee(event, "Dora")

    send(event)

    subjects = list(OutgoingMail.objects.order_by("pk").values_list("subject", flat=True))
    assert subjects == ["Welkom (Ans)", "Welkom (Bert)", "Welkom (Cees)", "Welkom"]


def test_answers_go_to_the_organiser_and_files_go_along(event):
    Event.objects.update(contact_email="organisator@voorbeeld.nl")
    event.refresh_from_db()
    paper = DocumentFactory(slug="routekaart", file=SimpleUploadedFile("x.pdf", b"%PDF-1.7 route"))
    attendee(event, "Ans")

    send(event, documents=[paper])
    send_outgoing_mail(mail_id=OutgoingMail.objects.get().pk)

    [sent] = mail.outbox
    assert sent.reply_to == ["organisator@voorbeeld.nl"]
    assert sent.attachments == [("routekaart.pdf", b"%PDF-1.7 route", "application/pdf")]


def test_a_planned_mail_goes_at_its_time_to_who_is_chosen_then(event):
    planned_at = NOW + timedelta(hours=2)
    planned = send(event, planned_at=planned_at)
    attendee(event, "Ans")

    send_planned_mailings(now=planned_at - timedelta(seconds=1))
    before = OutgoingMail.objects.count()
    for _ in range(2):
        send_planned_mailings(now=planned_at)

    planned.refresh_from_db()
    assert (before, OutgoingMail.objects.count()) == (0, 1)
    assert (planned.queued_at, planned.recipients) == (planned_at, 1)


def test_a_planned_mail_stays_where_the_meeting_is_called_off_and_can_be_taken_back(event):
    attendee(event, "Ans")
    planned = send(event, planned_at=NOW)
    Event.objects.update(state="afgelast")

    send_planned_mailings(now=NOW)

    assert OutgoingMail.objects.count() == 0
    assert [take_back(event=event, number=planned.pk) for _ in range(2)] == [True, False]
    assert Mailing.objects.count() == 0


# --- what goes by itself ---------------------------------------------------------------------------
def test_a_reminder_goes_some_days_before_and_once():
    today = timezone.localdate()
    for days in (1, 3, 4):
        event = EventFactory(starts_on=today + timedelta(days=days), reminder_days=3)
        attendee(event, f"Over {days} dagen", email=f"over{days}@voorbeeld.nl")
        attendee(event, "Wacht", place="wachtlijst")

    assert [send_reminders(today=today), send_reminders(today=today)] == [2, 0]
    assert {mail.to for mail in OutgoingMail.objects.all()} == {"over1@voorbeeld.nl", "over3@voorbeeld.nl"}
    assert all("Laat de code zien als je binnenkomt." in mail.body for mail in OutgoingMail.objects.all())


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


def test_only_words_that_are_filled_in_stand_in_braces():
    form = MailingForm(EventFactory(), {"subject": "Dag {naam}", "body": "Dag {Naam}, kijk op {pagina}"})

    assert form.errors["subject"] == ["In het onderwerp vullen we niets in. Zet woorden tussen accolades in de tekst."]
    known = "{naam}, {pagina}, {plek} en {evaluatie}"
    assert form.errors["body"] == [f"{{Naam}} kennen we niet. Je kunt {known} gebruiken."]
