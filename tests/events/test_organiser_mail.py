"""Mail of the organiser, and what attendees thought of it."""

import csv
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.utils import timezone

from events.models import EvaluationQuestion, Event, Mailing, Place
from mail.models import OutgoingMail
from tests.event_factories import (
    EvaluationAnswerFactory,
    EvaluationQuestionFactory,
    ParallelSessionFactory,
    RegistrationFactory,
    SessionChoiceFactory,
)
from tests.events.organisers import organised_event, organiser_of, page
from tests.evidence_factories import DocumentFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(client):
    event = organised_event(title="Jaarcongres")
    user = organiser_of(event)
    user.email = "organisator@voorbeeld.nl"
    user.save()
    client.force_login(user)
    return event


def press(client, event, button, **more):
    """Fill the mail in and press a button."""
    values = {
        "key": str(uuid4()),
        "selection": "bevestigd",
        "session": "",
        "subject": "Tot morgen",
        "body": "Dag {naam}",
    }
    return client.post(page(event, "mailing"), values | {"doen": button} | more, follow=True)


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_the_preview_is_what_the_first_one_reads(client, event):
    RegistrationFactory.create_batch(2, booking__event=event, name="Anna")
    RegistrationFactory(booking__event=event, place=Place.WAITING)

    shown = text(press(client, event, "bekijk"))

    assert ("De mail gaat naar 2 mensen." in shown, "Dag Anna" in shown) == (True, True)
    assert (Mailing.objects.count(), OutgoingMail.objects.count()) == (0, 0)


def test_a_test_goes_to_who_asks(client, event):
    RegistrationFactory(booking__event=event)

    press(client, event, "test")

    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.subject) == ("organisator@voorbeeld.nl", "Test: Tot morgen")
    assert Mailing.objects.count() == 0


def test_sending(client, event):
    RegistrationFactory(booking__event=event, name="Anna", email="anna@voorbeeld.nl")
    RegistrationFactory(booking__event=event, place=Place.CANCELLED)

    shown = text(press(client, event, "verstuur"))

    mail = OutgoingMail.objects.get()
    assert (mail.to, "Dag Anna" in mail.body) == ("anna@voorbeeld.nl", True)
    assert "gaat naar 1 persoon." in shown


def test_pressed_twice_is_sent_once(client, event):
    RegistrationFactory.create_batch(3, booking__event=event)
    key = str(uuid4())

    press(client, event, "verstuur", key=key)
    press(client, event, "verstuur", key=key)

    assert (Mailing.objects.count(), OutgoingMail.objects.count()) == (1, 3)


def test_only_who_is_in_a_session(client, event):
    choice = SessionChoiceFactory(registration__booking__event=event, registration__email="anna@voorbeeld.nl")
    RegistrationFactory(booking__event=event)

    press(client, event, "verstuur", session=choice.session.pk)

    assert [mail.to for mail in OutgoingMail.objects.all()] == ["anna@voorbeeld.nl"]


def test_a_subject_is_one_line(client, event):
    RegistrationFactory(booking__event=event)

    press(client, event, "verstuur", subject="Tot\r\nBcc: kwaad@example.nl")

    assert OutgoingMail.objects.get().subject == "Tot Bcc: kwaad@example.nl"


def test_a_mail_can_be_planned_and_taken_back(client, event):
    RegistrationFactory(booking__event=event)
    without = text(client.get(page(event, "mailing")))
    event.documents.add(DocumentFactory(title="Route", file="documenten/route.pdf"), DocumentFactory(title="Elders"))
    tomorrow = timezone.localtime() + timedelta(days=1)

    form = text(client.get(page(event, "mailing")))
    [paper] = event.documents.exclude(file="")
    shown = text(press(client, event, "verstuur", planned_at=f"{tomorrow:%Y-%m-%dT%H:%M}", documents=[paper.pk]))
    planned = Mailing.objects.get()
    stop = {"doen": "stop", "mailing": planned.pk}
    answers = [text(client.post(page(event, "mailing"), stop, follow=True)) for _ in range(2)]

    assert ["Wil je een bijlage meesturen?" in each for each in (without, form)] == [True, False]
    assert ("Route" in form, "Elders" in form) == (True, False)
    assert "gaat vanzelf uit op" in shown
    assert (f"Gaat uit op {tomorrow.day} " in shown, "Bijlage: Route" in shown) == (True, True)
    assert ("is ingetrokken" in answers[0], "al verstuurd of ingetrokken" in answers[1]) == (True, True)
    assert (OutgoingMail.objects.count(), Mailing.objects.count()) == (0, 0)


WRONG = [
    {"planned_at": "2020-01-01T10:00"},
    {"planned_at": "morgen"},
    {"subject": ""},
    {"subject": "a" * 151},
    {"body": ""},
    {"body": "a" * 10_001},
    {"body": "\x00"},
    {"selection": "iedereen"},
    {"session": "999999"},
    {"key": "geen"},
]


def test_a_wrong_mail_is_explained_and_stays_here(client, event):
    RegistrationFactory(booking__event=event)

    pages = [(wrong, text(press(client, event, "verstuur", **wrong))) for wrong in WRONG]

    assert [wrong for wrong, shown in pages if 'class="cur-error"' not in shown] == []
    assert (Mailing.objects.count(), OutgoingMail.objects.count()) == (0, 0)


def test_a_session_of_another_event_is_refused(client, event):
    shown = text(press(client, event, "verstuur", session=ParallelSessionFactory().pk))

    assert ('class="cur-error"' in shown, Mailing.objects.count()) == (True, 0)


def test_the_mail_of_thanks_is_written_beforehand(client, event):
    form = client.get(page(event, "mailing", "bedankt=ja")).context["form"]

    assert (form["selection"].value(), form["subject"].value()) == ("aanwezig", "Bedankt voor je komst: Jaarcongres")
    assert "{evaluatie}" in form["body"].value()


# --- evaluation -------------------------------------------------------------------------------------
def test_scores_are_counted_and_averaged(client, event):
    question = EvaluationQuestionFactory(event=event)
    for score in (4, 4, 1):
        EvaluationAnswerFactory(question=question, score=score)

    [result] = client.get(page(event, "evaluation")).context["results"]

    assert [(bar.label, bar.count) for bar in result.bars] == [("1", 1), ("2", 0), ("3", 0), ("4", 2), ("5", 0)]
    assert (result.count, result.mean) == (3, 3)


def test_a_question_without_answers(client, event):
    EvaluationQuestionFactory(event=event)

    assert "0 antwoorden." in text(client.get(page(event, "evaluation")))


def test_open_answers_stand_in_no_order(client, event):
    question = EvaluationQuestionFactory(event=event, kind=EvaluationQuestion.Kind.OPEN)
    for number in range(12):
        EvaluationAnswerFactory(question=question, score=None, text=f"Antwoord {number}")

    one, other = (client.get(page(event, "evaluation")).context["results"][0].texts for _ in range(2))

    assert one != other  # the same by chance: once in 479,001,600 times
    assert sorted(one) == sorted(other)


def test_the_file_tells_nothing_about_who(client, event):
    scale = EvaluationQuestionFactory(event=event, text="Cijfer")
    open_question = EvaluationQuestionFactory(event=event, text="Tip", kind=EvaluationQuestion.Kind.OPEN, position=1)
    form = uuid4()
    EvaluationAnswerFactory(question=scale, score=5, form=form)
    EvaluationAnswerFactory(question=open_question, score=None, text="=1+1", form=form)

    content = client.get(page(event, "evaluation_file")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(content), delimiter=";"))

    assert list(rows[0]) == ["vraag", "soort", "antwoord", "aantal"]
    assert (rows[4]["antwoord"], rows[4]["aantal"], rows[5]["antwoord"]) == ("5", "1", "'=1+1")
    assert str(form) not in content


def test_the_results_cost_the_same_with_1_and_3(client, event):
    def add():
        EvaluationAnswerFactory(question=EvaluationQuestionFactory(event=event))
        question = EvaluationQuestionFactory(event=event, kind=EvaluationQuestion.Kind.OPEN)
        EvaluationAnswerFactory(question=question, score=None, text="Mooi")

    add()
    one = number_of_queries(lambda: client.get(page(event, "evaluation")))
    add()
    add()

    assert number_of_queries(lambda: client.get(page(event, "evaluation"))) == one


# --- afterwards -------------------------------------------------------------------------------------
def test_what_is_left_to_do(client, event):
    Event.objects.update(report="Het was mooi.")

    to_dos = client.get(page(event, "afterwards")).context["to_dos"]

    assert [to_do.text for to_do in to_dos if to_do.is_done] == ["Verslag"]


def test_who_were_there_is_put_on_the_page(client, event):
    RegistrationFactory(booking__event=event, checked_in_at=timezone.now())
    RegistrationFactory(booking__event=event, checked_in_at=timezone.now(), is_walk_in=True)
    RegistrationFactory(booking__event=event)

    client.post(page(event, "afterwards"))

    found = Event.objects.get()
    assert (found.registered, found.attended) == (2, 2)


def test_it_says_when_names_go(client, event):
    shown = text(client.get(page(event, "afterwards")))

    assert f"verdwijnen vanzelf op {event.data_removed_on.day} " in shown
