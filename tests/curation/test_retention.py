"""What is written down of work in the curators' room names nobody, and goes in time."""

import json
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from accounts.models import User
from curation.models import TaskFailure
from curation.retention import forget_failures, forget_jobs, forget_log
from curation.tasks import check_chosen_links
from partners.models import ContactPerson
from retention.tasks import forget_in_time
from tests.factories import ContactPersonFactory, UserFactory
from tests.permissions.forms import typed
from tests.role_factories import administrator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def ago(days):
    return timezone.now() - timedelta(days=days)


@pytest.fixture
def admin_client(client):
    client.force_login(administrator(email="beheer@voorbeeld.nl"))
    return client


def test_the_log_of_the_admin_names_nobody(admin_client):
    person = ContactPersonFactory(name="Petra Persoon", email="petra@voorbeeld.nl")
    library = f"/beheer/partners/library/{person.organisation_id}/change/"
    form = typed(admin_client, library, {"contact_persons-0-name": "Petra Anders"})
    admin_client.post(library, form)
    admin_client.post(f"/beheer/partners/contactperson/{person.pk}/delete/", {"post": "yes"})
    admin_client.post("/beheer/accounts/user/add/", {"email": "nieuw@voorbeeld.nl", "name": "Nieuw Iemand"})
    new = User.objects.get(email="nieuw@voorbeeld.nl")
    admin_client.post(f"/beheer/accounts/user/{new.pk}/delete/", {"post": "yes"})

    told = list(LogEntry.objects.order_by("pk").values_list("object_repr", flat=True))
    everything = json.dumps(list(LogEntry.objects.values("object_repr", "change_message")))
    assert (ContactPerson.objects.count(), User.objects.count()) == (0, 1)
    assert told == [
        f"bibliotheek {person.organisation_id}",
        f"contactpersoon {person.pk}",
        f"gebruiker {new.pk}",
        f"gebruiker {new.pk}",
    ]
    assert [word for word in ("Petra", "petra", "nieuw@", "Nieuw") if word in everything] == []


def test_the_log_of_the_admin_goes_after_a_year():
    user = UserFactory()
    for days in (364, 366):
        LogEntry.objects.create(user=user, action_flag=1, object_repr=f"{days}", action_time=ago(days))

    forget_log(now=timezone.now())

    assert LogEntry.objects.get().object_repr == "364"


def test_reasons_of_failures_go_after_90_days():
    for days in (89, 91):
        TaskFailure.objects.create(job_id=days, task="taak", reason="wie@voorbeeld.nl bestaat niet")
        TaskFailure.objects.filter(job_id=days).update(failed_at=ago(days))

    forget_failures(now=timezone.now())

    assert TaskFailure.objects.get().job_id == 89


def test_jobs_go_a_week_after_success_and_90_days_after_failure():
    ends = [("succeeded", 6), ("succeeded", 8), ("failed", 89), ("failed", 91), ("cancelled", 91), ("todo", 400)]
    for status, days in ends:
        number = check_chosen_links.configure().defer(links=[days])
        ProcrastinateJob.objects.filter(pk=number).update(status=status)
        ProcrastinateEvent.objects.filter(job=number).update(at=ago(days), type="succeeded")

    forget_jobs(now=timezone.now())

    left = ProcrastinateJob.objects.order_by("pk").values_list("status", "args__links__0")
    assert list(left) == [("succeeded", 6), ("failed", 89), ("todo", 400)]


@pytest.mark.django_db(transaction=True)
def test_a_worker_does_it_all():
    for days in (6, 8):
        number = check_chosen_links.configure().defer(links=[days])
        ProcrastinateJob.objects.filter(pk=number).update(status="succeeded")
        ProcrastinateEvent.objects.filter(job=number).update(at=ago(days), type="succeeded")
    number = forget_in_time.configure(queue="tests").defer(timestamp=0)

    call_command("procrastinate", "worker", "--one-shot", "--queues", "tests")

    ours = ProcrastinateJob.objects.filter(task_name=check_chosen_links.name)
    left = ours.values_list("args__links__0", flat=True)
    assert (ProcrastinateJob.objects.get(pk=number).status, list(left)) == ("succeeded", [6])
