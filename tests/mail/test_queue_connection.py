"""What a background task queues belongs to its transaction, as what a page queues does."""

import psycopg
import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from mail.outgoing import queue_mail
from tests.templates import address_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
SEEN_BY_OTHERS = []
MAILS = "SELECT count(*) FROM procrastinate_jobs WHERE queue_name = 'mail'"


def mails_that_others_see():
    with psycopg.connect(address_of(connection.settings_dict["NAME"])) as other:
        return other.execute(MAILS).fetchone()[0]


@pytest.fixture(autouse=True)
def tasks_of_tests():
    """A task that queues a mail and goes on, and one that breaks off after that."""

    @app.task(name="tests.queue_mail", queue="tests")
    def queue_and_go_on():
        with transaction.atomic():
            queue_mail(to="wie@voorbeeld.nl", subject="Je plek", body="Dag")
            SEEN_BY_OTHERS.append(mails_that_others_see())

    @app.task(name="tests.break_off", queue="tests")
    def queue_and_break_off():
        with transaction.atomic():
            queue_mail(to="wie@voorbeeld.nl", subject="Je plek", body="Dag")
            raise ValueError("Het lukt niet")

    SEEN_BY_OTHERS.clear()
    yield
    for name in ("tests.queue_mail", "tests.break_off"):
        app.tasks.pop(name)


def work_on(task):
    """Let a worker do this task."""
    app.configure_task(task).defer()
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False, queues=["tests"])


def test_nobody_sees_a_mail_before_the_task_is_done():
    work_on("tests.queue_mail")

    assert (SEEN_BY_OTHERS, mails_that_others_see()) == ([0], 1)


def test_a_task_that_breaks_off_queues_nothing():
    work_on("tests.break_off")

    assert mails_that_others_see() == 0
    assert ProcrastinateJob.objects.get(queue_name="tests").status == "failed"
