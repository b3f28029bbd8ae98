"""A background task that fails is kept with its reason, and can be tried again."""

import pytest
from django.db import connection
from django.urls import reverse
from procrastinate import manager
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from curation.failures import failed_jobs, retry
from curation.models import TaskFailure
from curation.tasks import pick_up_lost_work
from mail.models import OutgoingMail
from mail.outgoing import queue_mail
from tests.factories import ProvinceFactory
from tests.review_factories import HOSTILE
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
PAGE = "curator:failed_tasks"


@pytest.fixture(scope="module", autouse=True)
def failing_tasks():
    """Tasks that fail as they are told; what they are told is in ``FAIL``."""

    @app.task(name="tests.fail", queue="tests", queueing_lock="tests.fail")
    def fail():
        if FAIL:
            raise ValueError(FAIL[0])

    yield fail
    app.tasks.pop("tests.fail", None)


FAIL = []


@pytest.fixture(autouse=True)
def reason():
    """The next task fails for this reason; without one it succeeds."""
    FAIL[:] = ["Het lukt niet"]
    yield FAIL
    FAIL.clear()


def work(*queues):
    """Do what is queued, as the worker does it; of our own queue unless told otherwise."""
    queues = list(queues or ["tests"])
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False, queues=queues)


def fail_once():
    number = app.configure_task("tests.fail").defer()
    work()
    return number


def states():
    ours = ProcrastinateJob.objects.filter(queue_name="tests")
    return list(ours.order_by("pk").values_list("status", flat=True))


def test_a_failure_is_kept_with_its_reason():
    number = fail_once()

    assert states() == ["failed"]
    failure = TaskFailure.objects.get()
    assert (failure.job_id, failure.task) == (number, "tests.fail")
    assert failure.reason.startswith("ValueError: Het lukt niet\n")


def test_a_failed_task_is_listed_with_its_reason():
    number = fail_once()

    assert [(job.pk, job.reason.task) for job in failed_jobs()] == [(number, "tests.fail")]


def test_trying_again_with_success_forgets_it(reason):
    number = fail_once()
    reason.clear()

    retry(number)
    work()

    assert (states(), TaskFailure.objects.count(), failed_jobs()) == (["succeeded"], 0, [])


def test_trying_again_without_success_keeps_the_last_reason(reason):
    number = fail_once()
    reason[0] = "Het lukt weer niet"

    retry(number)
    work()

    assert TaskFailure.objects.get().reason.startswith("ValueError: Het lukt weer niet\n")


def test_any_reason_can_be_kept(reason):
    for text in ("lang " * 2_000, "nul\x00teken", HOSTILE):
        reason[0] = text
        fail_once()

    assert states() == ["failed"] * 3
    assert TaskFailure.objects.count() == 3


def test_a_failure_of_our_own_slow_work_is_kept_too(monkeypatch):
    async def no_database(*args, **options):
        raise OSError("De database is weg")

    monkeypatch.setattr(manager.JobManager, "get_stalled_jobs", no_database)
    number = pick_up_lost_work.configure(queue="tests").defer(timestamp=0)
    work()

    assert list(TaskFailure.objects.values_list("job_id", flat=True)) == [number]


def test_lost_work_that_waits_already_holds_up_no_other_lost_work():
    regular = pick_up_lost_work.configure(queue="elsewhere", queueing_lock="regular")
    lost = regular.defer(timestamp=0)
    become_lost(lost)
    waiting = regular.defer(timestamp=1)
    other = pick_up_lost_work.configure(queue="elsewhere", queueing_lock="other").defer(timestamp=0)
    become_lost(other)

    pick_up_lost_work.configure(queue="tests").defer(timestamp=0)
    work()

    states = dict(ProcrastinateJob.objects.filter(queue_name="elsewhere").values_list("pk", "status"))
    assert states == {waiting: "todo", other: "todo"}


def become_lost(number):
    """As if the worker that does it was killed."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [number])


def test_a_curator_tries_again_with_one_press(client, reason):
    client.force_login(national_curator())
    number = fail_once()
    reason.clear()

    client.post(reverse(PAGE), {"job": number})
    work()

    assert states() == ["succeeded"]


def test_trying_again_what_is_already_in_the_queue_is_told(client):
    client.force_login(national_curator())
    number = fail_once()
    app.configure_task("tests.fail").defer()

    page = client.post(reverse(PAGE), {"job": number}, follow=True).content.decode()

    assert "Hetzelfde werk stond al in de rij" in page
    assert (sorted(states()), failed_jobs()) == (["cancelled", "todo"], [])


def test_a_task_that_need_not_be_done_is_taken_off_the_list(client):
    client.force_login(national_curator())
    number = fail_once()

    client.post(reverse(PAGE), {"klaar": number})
    work()

    assert (states(), failed_jobs(), TaskFailure.objects.count()) == (["cancelled"], [], 0)


def test_a_job_that_is_none_changes_nothing(client):
    client.force_login(national_curator())
    fail_once()

    statuses = [
        client.post(reverse(PAGE), {"job": job}, follow=True).status_code
        for job in ("", "0", "-1", "abc", "9" * 30, "٣", "\x00")
    ]

    assert (statuses, states()) == ([200] * 7, ["failed"])


def test_a_job_that_did_not_fail_is_not_started_again(client, reason):
    client.force_login(national_curator())
    reason.clear()
    number = fail_once()

    client.post(reverse(PAGE), {"job": number})

    assert states() == ["succeeded"]


def test_the_page_shows_the_reason_as_text(client, reason):
    client.force_login(national_curator())
    reason[0] = HOSTILE
    fail_once()

    page = client.get(reverse(PAGE)).content.decode()

    assert HOSTILE not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_only_national_curators_see_it(client):
    seen = []
    for user in (library_member(), province_curator(ProvinceFactory()), national_curator()):
        client.force_login(user)
        seen.append(client.get(reverse(PAGE), follow=True).status_code)

    assert seen == [403, 403, 200]


def test_a_mail_that_fails_stays_until_it_is_sent(settings):
    settings.EMAIL_BACKEND = "bestaat.niet"
    queue_mail(to="lid@voorbeeld.nl", subject="Hallo", body="Tekst")

    work("mail")

    assert OutgoingMail.objects.count() == 1
    assert TaskFailure.objects.get().task == "mail.outgoing.send_outgoing_mail"
