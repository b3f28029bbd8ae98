"""Every night: which addresses are looked at, what is kept of the answer, and what curators see of it."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db.models import URLField
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from curation import tasks
from curation.links import check_link, collect_links, url_fields
from curation.models import CheckedLink
from events.models import Event
from initiatives.models import Sharing, Tip
from tests.evidence_factories import RecognitionFactory
from tests.factories import LibraryFactory, PartnerFactory, SourceFactory
from tests.queries import number_of_queries
from tests.review_factories import HOSTILE
from tests.role_factories import library_member, national_curator

pytestmark = pytest.mark.django_db
LIST = "admin:curation_checkedlink_changelist"


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    monkeypatch.setattr(tasks, "BETWEEN", 0)


def link(url="https://voorbeeld.nl/", **fields):
    return CheckedLink.objects.create(url=url, **fields)


def test_every_address_field_of_content_is_looked_at():
    apps_with_content = ("events", "initiatives", "opportunities", "partners", "sources")
    ours = [model for app in apps_with_content for model in apps.get_app_config(app).get_models()]
    fields = {
        field
        for model in ours
        if not model._meta.proxy and not hasattr(model, "pgh_tracked_model")
        for field in model._meta.local_fields
        if isinstance(field, URLField)
    }

    not_on_the_site = {
        Event._meta.get_field("online_address"),
        Sharing._meta.get_field("page_url"),  # what readers sent, until a curator took it over
        Tip._meta.get_field("url"),
    }
    assert set(url_fields()) == fields - not_on_the_site


def test_addresses_are_taken_up_once_and_forgotten_when_nobody_uses_them():
    link("https://weg.nl/")
    LibraryFactory(website="https://a.nl/")
    PartnerFactory(website="https://a.nl/")
    RecognitionFactory(url="https://b.nl/")

    collect_links()
    collect_links()

    assert sorted(CheckedLink.objects.values_list("url", flat=True)) == ["https://a.nl/", "https://b.nl/"]


def test_the_longest_ago_is_looked_at_first_and_what_is_recent_is_not():
    now = timezone.now()
    link("https://recent.nl/", checked_at=now - timedelta(days=6))
    link("https://week.nl/", checked_at=now - timedelta(days=8))
    link("https://maand.nl/", checked_at=now - timedelta(days=30))
    link("https://nooit.nl/")

    due = CheckedLink.objects.due(now).values_list("url", flat=True)

    assert list(due) == ["https://nooit.nl/", "https://maand.nl/", "https://week.nl/"]


def test_a_failure_is_counted_from_its_first_day_and_forgotten_when_it_works(website):
    checked = link(website.address)
    check_link(checked)
    first = checked.broken_since
    check_link(checked)
    twice = (checked.failures, checked.broken_since, checked.status)

    website.answers["/"] = 200
    check_link(checked)

    assert twice == (2, first, 404)
    checked.refresh_from_db()
    assert (checked.failures, checked.broken_since, checked.problem, checked.status) == (0, None, "", 200)


@pytest.mark.parametrize(("failures", "is_broken"), [(0, False), (1, False), (2, True)])
def test_one_bad_night_is_not_broken(failures, is_broken):
    link(failures=failures)

    assert CheckedLink.objects.broken().exists() is is_broken


def test_the_nightly_task_looks_at_every_address(website):
    website.answers["/goed"] = 200
    LibraryFactory(website=f"{website.address}/goed")
    SourceFactory(url=f"{website.address}/weg")

    tasks.check_links(timestamp=0)

    found = CheckedLink.objects.order_by("url").values_list("status", "failures")
    assert list(found) == [(200, 0), (404, 1)]


def test_one_address_with_nonsense_does_not_stop_the_others(website):
    website.answers |= {"/a": (302, "http://["), "/b": 200}
    for name in "ab":
        link(f"{website.address}/{name}")
        SourceFactory(url=f"{website.address}/{name}")

    tasks.check_links(timestamp=0)

    assert CheckedLink.objects.filter(checked_at=None).count() == 0


def test_a_night_is_cut_in_tasks_that_a_worker_can_finish_when_it_has_to_stop(website):
    for number in range(tasks.AT_ONCE + 2):
        website.answers[f"/{number}"] = 200
        SourceFactory(url=f"{website.address}/{number}")
    waiting = ProcrastinateJob.objects.filter(task_name=tasks.check_more_links.name)

    tasks.check_links(timestamp=0)

    assert CheckedLink.objects.exclude(checked_at=None).count() == tasks.AT_ONCE
    assert list(waiting.values_list("args", flat=True)) == [{"left": tasks.MOST_LINKS - tasks.AT_ONCE}]
    tasks.check_more_links(left=tasks.MOST_LINKS - tasks.AT_ONCE)
    assert CheckedLink.objects.filter(checked_at=None).count() == 0
    tasks.check_more_links(left=tasks.AT_ONCE)
    assert waiting.count() == 1


def test_a_curator_asks_to_look_again(client):
    client.force_login(national_curator())
    chosen = link()

    client.post(reverse(LIST), {"action": "check_again", "_selected_action": [chosen.pk]})

    jobs = ProcrastinateJob.objects.values_list("task_name", "args")
    assert list(jobs) == [("curation.tasks.check_chosen_links", {"links": [chosen.pk]})]


def test_the_page_of_an_address_leads_to_where_it_stands(client):
    client.force_login(national_curator())
    source = SourceFactory(title=HOSTILE, url="https://voorbeeld.nl/")
    address = reverse("admin:curation_checkedlink_change", args=[link().pk])

    page = client.get(address).content.decode()

    assert reverse("admin:sources_source_change", args=[source.pk]) in page
    assert HOSTILE not in page


def test_a_library_member_does_not_see_the_list(client):
    client.force_login(library_member())

    assert client.get(reverse(LIST), follow=True).status_code == 403


def test_the_list_costs_the_same_for_1_and_3(client):
    client.force_login(national_curator())
    link("https://1.nl/", failures=2)
    one = number_of_queries(lambda: client.get(reverse(LIST)))
    for number in (2, 3):
        link(f"https://{number}.nl/", failures=2)

    assert number_of_queries(lambda: client.get(reverse(LIST))) == one
