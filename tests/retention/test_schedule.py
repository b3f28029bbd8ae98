"""Everything personal has a term: one schedule, which the nightly task walks and the privacy page shows."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.html import escape
from pghistory.models import Event as Version

from accounts.models import User
from history.tracking import event_models
from retention import schedule
from retention.schedule import IMPERSONAL, SCHEDULE, Basis, Retention
from retention.tasks import forget_in_time
from visitors.models import RateLimit

pytestmark = pytest.mark.postgresql
DOCUMENT = Path(settings.BASE_DIR, "docs", "personal-data.md")
MAY_BE_PERSONAL = (models.CharField, models.TextField, models.JSONField, models.FileField, models.GenericIPAddressField)


def may_be_personal(model):
    """Whether a table has a text, a file, an address or a user in it."""
    return any(
        isinstance(field, MAY_BE_PERSONAL) or (field.is_relation and field.related_model is User)
        for field in model._meta.local_fields
    )


def declared():
    return [table for retention in SCHEDULE for table in retention.tables]


def of_versions(model):
    """Versions go with what they are of: the table that is watched stands in the schedule."""
    return issubclass(model, Version)


def test_every_table_that_may_hold_something_personal_is_declared():
    tables = [model for model in apps.get_models() if not model._meta.proxy and not of_versions(model)]
    wanted = {model for model in tables if may_be_personal(model) and model._meta.db_table != "pghistory_events"}

    undeclared = sorted(model._meta.label for model in wanted - {*declared(), *IMPERSONAL})

    assert undeclared == []


def test_no_table_with_an_email_address_is_said_to_hold_nothing_personal():
    def has_address(table):
        return any(isinstance(field, models.EmailField) for field in table._meta.local_fields)

    assert [table._meta.label for table in IMPERSONAL if has_address(table)] == []


def test_no_table_is_declared_twice():
    tables = [*declared(), *IMPERSONAL]

    assert sorted({model._meta.label for model in tables if tables.count(model) > 1}) == []


def test_everything_goes_by_night_or_with_something_else():
    assert [retention.what for retention in SCHEDULE if bool(retention.forget) == bool(retention.goes)] == []


def test_versions_of_what_was_deleted_go_where_they_name_people():
    """Every watched table that the schedule names forgets the versions of what was deleted."""
    watched = {model for model in event_models() if model in declared()}
    forgetting = {
        table for retention in SCHEDULE if "90 dagen daarna" in retention.how_long for table in retention.tables
    }

    assert {model._meta.label for model in watched - forgetting} == {"opportunities.Service"}


def table_lines():
    """The schedule as a table in Markdown."""
    yield "| what | what for | basis | in which tables | how long | how it goes |"
    yield "|---|---|---|---|---|---|"
    for retention in SCHEDULE:
        tables = ", ".join(f"`{table._meta.label}`" for table in retention.tables) or "cache"
        what = f"{retention.what} | {retention.why} | {retention.basis.name.lower()}"
        yield f"| {what} | {tables} | {retention.how_long} | {retention.way_out} |"


def test_the_document_has_the_same_table():
    expected = "\n".join(table_lines())

    assert expected in DOCUMENT.read_text(), f"Put this table into {DOCUMENT.name}:\n{expected}"


@pytest.mark.django_db
def test_the_privacy_page_says_the_same(client):
    page = client.get(reverse("privacy")).content.decode()
    texts = [text for each in SCHEDULE for text in (each.what, each.why, each.basis, each.how_long)]

    assert [text for text in texts if escape(text) not in page] == []


@pytest.mark.django_db
def test_what_cannot_be_forgotten_keeps_nothing_else_from_it(monkeypatch):
    def fail(*, now):
        RateLimit.objects.create(fingerprint="half", period_started_at=now, count=1)
        raise ValueError("Het lukt niet")

    gone = []
    basis = Basis.REQUEST
    forgetting = [fail, lambda *, now: gone.append(now)]
    entries = [Retention("", "", basis, "", forget=forget) for forget in forgetting]
    monkeypatch.setattr(schedule, "SCHEDULE", entries)

    with pytest.raises(ExceptionGroup, match="Niet alles"):
        forget_in_time(timestamp=0)

    assert (len(gone), RateLimit.objects.count()) == (1, 0)


@pytest.mark.django_db
def test_every_night_all_of_it_is_walked():
    forget_in_time(timestamp=0)
