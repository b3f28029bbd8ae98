"""A mail server that is away for an hour costs nobody a mail, and nobody a press."""

import socket
from datetime import timedelta

import pytest
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from contact.tasks import mail_message, mail_question
from mail.models import OutgoingMail
from mail.outgoing import UNTIL_THE_OUTAGE_IS_OVER, queue_mail, send_outgoing_mail
from tests.smtp_server import mail_server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
OUTAGE = timedelta(hours=1)
TALK_TO_SERVERS_OF_OTHERS = [send_outgoing_mail, mail_message, mail_question]


@pytest.fixture
def port(settings):
    """The port of a mail server that is away."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    return port


def work():
    """Do what may be done by now, as the worker does it."""
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False, queues=["mail"])


def let_time_pass():
    """Let it be the moment at which the waiting task is tried again; how long that took."""
    job = ProcrastinateJob.objects.get(queue_name="mail")
    assert job.status == "todo", f"given up after {job.attempts} tries"
    waited = job.scheduled_at - timezone.now()
    ProcrastinateJob.objects.filter(pk=job.pk).update(scheduled_at=timezone.now())
    return waited


def test_a_mail_outlasts_an_outage_of_an_hour(port):
    queue_mail(to="wie@voorbeeld.nl", subject="Je plek", body="Je hebt een plek.")
    passed = timedelta()
    while passed < OUTAGE:
        work()
        passed += let_time_pass()

    with mail_server(port) as received:
        work()

    assert [mail.count("Je hebt een plek.") for mail in received] == [2]  # as text and as HTML, in one mail
    assert OutgoingMail.objects.count() == 0
    assert ProcrastinateJob.objects.get(queue_name="mail").status == "succeeded"


def test_every_task_that_talks_to_others_is_tried_for_a_day():
    waits = [UNTIL_THE_OUTAGE_IS_OVER.exponential_wait**number for number in range(1, 9)]

    assert [task.retry_strategy for task in TALK_TO_SERVERS_OF_OTHERS] == [UNTIL_THE_OUTAGE_IS_OVER] * 3
    assert timedelta(days=1) < timedelta(seconds=sum(waits)) < timedelta(days=2)
    assert {task.name for task in app.tasks.values() if task.queue == "mail"} == {
        task.name for task in TALK_TO_SERVERS_OF_OTHERS
    }
