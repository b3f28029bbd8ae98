"""Mail as background work: kept until it is sent, then forgotten, and never readable in the queue."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from mail.models import OutgoingMail
from mail.outgoing import queue_mail, send_outgoing_mail

pytestmark = pytest.mark.django_db


def queue(**fields):
    queue_mail(**{"to": "wie@voorbeeld.nl", "subject": "Onderwerp", "body": "Je code is ABC-DEF."} | fields)
    return OutgoingMail.objects.get()


def jobs():
    """What waits to be mailed; a worker of another test may have queued its own periodic work."""
    mails = ProcrastinateJob.objects.filter(queue_name="mail")
    return [(job.queue_name, job.task_name, job.args) for job in mails]


def test_a_mail_stays_until_it_is_sent():
    queue()

    assert OutgoingMail.objects.count() == 1
    assert mail.outbox == []


def test_mail_that_waits_an_hour_is_overdue():
    queue()
    overdue = []

    for minutes in (59, 61):
        later = timezone.now() + timedelta(minutes=minutes)
        overdue.append(OutgoingMail.objects.overdue(later).count())

    assert overdue == [0, 1]


def test_a_mail_is_forgotten_once_it_is_sent():
    waiting = queue()

    send_outgoing_mail(mail_id=waiting.pk)

    [sent] = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (["wie@voorbeeld.nl"], "Onderwerp", "Je code is ABC-DEF.")
    assert OutgoingMail.objects.count() == 0


def test_the_queue_holds_a_number_and_no_text():
    waiting = queue()

    assert jobs() == [("mail", "mail.outgoing.send_outgoing_mail", {"mail_id": waiting.pk})]


def test_a_mail_that_was_sent_is_not_sent_again():
    waiting = queue()

    for _ in range(2):
        send_outgoing_mail(mail_id=waiting.pk)

    assert len(mail.outbox) == 1


def test_a_mail_stays_when_the_server_is_away_and_is_tried_again(settings):
    waiting = queue()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens there

    with pytest.raises(OSError, match="refused"):
        send_outgoing_mail(mail_id=waiting.pk)

    assert OutgoingMail.objects.get() == waiting


def test_a_mail_that_is_tried_again_has_the_same_message_id(settings):
    settings.SITE_ADDRESS = "https://bieb.voorbeeld.nl:8443"
    for _ in range(2):
        queue_mail(to="wie@voorbeeld.nl", subject="Onderwerp", body="Dag")
    numbers = list(OutgoingMail.objects.values_list("pk", flat=True))

    for number in numbers:
        with transaction.atomic():
            send_outgoing_mail(mail_id=number)
            transaction.set_rollback(True)  # the worker was killed before it was done
        send_outgoing_mail(mail_id=number)

    first, again, other, other_again = [sent.extra_headers["Message-ID"] for sent in mail.outbox]
    assert (first, other) == (again, other_again)
    assert first != other
    assert re.fullmatch(r"<[0-9a-f]{32}@bieb\.voorbeeld\.nl>", first)


def test_mail_for_nobody_is_work_without_a_mail():
    waiting = queue(to="")

    send_outgoing_mail(mail_id=waiting.pk)

    assert mail.outbox == []
    assert OutgoingMail.objects.count() == 0


def test_every_mail_is_text_and_the_same_with_its_looks():
    waiting = queue(body="Goedendag,\n\n<b>Lees</b> https://voorbeeld.nl/\n")

    send_outgoing_mail(mail_id=waiting.pk)

    [sent] = mail.outbox
    [(html, kind)] = sent.alternatives
    assert (sent.body, kind) == ("Goedendag,\n\n<b>Lees</b> https://voorbeeld.nl/\n", "text/html")
    assert "&lt;b&gt;Lees&lt;/b&gt;" in html
    assert 'href="https://voorbeeld.nl/"' in html


def test_a_subject_of_several_lines_becomes_one_line():
    for subject in ("Hallo\r\nBcc: x@y.nl", "Hallo\nBcc: x@y.nl", " Hallo\u2028Bcc:\tx@y.nl ", "Hallo\x0bBcc: x@y.nl"):
        waiting = queue(subject=subject)
        send_outgoing_mail(mail_id=waiting.pk)

    assert [sent.subject for sent in mail.outbox] == ["Hallo Bcc: x@y.nl"] * 4
    assert [sent.message()["Bcc"] for sent in mail.outbox] == [None] * 4


def test_a_long_subject_is_cut_so_that_it_fits():
    assert len(queue(subject="a" * 500).subject) == 180


def test_a_mail_lives_and_dies_with_what_it_is_about():
    with transaction.atomic():
        queue()
        transaction.set_rollback(True)

    assert OutgoingMail.objects.count() == 0
    assert jobs() == []


def test_mails_of_the_same_second_have_a_file_each(settings, tmp_path):
    settings.EMAIL_BACKEND = "mail.folder.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    for _ in range(20):
        queue_mail(to="wie@voorbeeld.nl", subject="Onderwerp", body="Dag")

    for waiting in OutgoingMail.objects.all():
        send_outgoing_mail(mail_id=waiting.pk)

    assert [path.read_text().count("Message-ID:") for path in (tmp_path / "mail").iterdir()] == [1] * 20
