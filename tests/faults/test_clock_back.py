"""The clock of the server goes back an hour: nothing is lost and nothing happens twice."""

from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.periodic import PeriodicDeferrer

from accounts.models import User
from events.actions.places import cancel
from events.models import Registration
from events.tasks import pass_on_places, remind_attendees
from initiatives.tasks import ask_owners
from mail.models import OutgoingMail
from tests.accounts.logging_in import PASSWORD, log_in
from tests.clock import set_clock_back
from tests.event_factories import EventFactory
from tests.events.booking import book_one
from tests.factories import LibraryFactory
from tests.review_factories import led_by
from tests.role_factories import library_member

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def work():
    """What the worker does by the clock."""
    for task in (pass_on_places, remind_attendees, ask_owners):
        task(timestamp=0)


def offer():
    """Somebody on a waiting list who was offered a place that somebody else gave up."""
    full = EventFactory(capacity=1)
    ans, bert = [book_one(full, name, email=f"{name}@voorbeeld.nl") for name in ("ans", "bert")]
    cancel(registration=ans, now=timezone.now())
    return Registration.objects.get(pk=bert.pk)


def test_nothing_that_waits_for_a_moment_is_lost_or_done_twice():
    offered = offer()
    soon = EventFactory(starts_on=timezone.localdate() + timedelta(days=3))
    book_one(soon, "dirk", email="dirk@voorbeeld.nl")
    library = LibraryFactory()
    library_member(library, email="lid@voorbeeld.nl")
    led_by(library, next_check_on=timezone.localdate())
    work()
    mails = OutgoingMail.objects.count()

    with connection.cursor() as cursor:
        set_clock_back(cursor)
    work()

    later = Registration.objects.get(pk=offered.pk)
    assert OutgoingMail.objects.count() == mails
    assert (later.place, later.offered_until) == (offered.place, offered.offered_until + timedelta(hours=1))
    Registration.objects.filter(pk=offered.pk).update(offered_until=timezone.now() - timedelta(minutes=1))
    work()
    assert list(OutgoingMail.objects.values_list("subject", "to"))[mails:] != []
    assert Registration.objects.get(pk=offered.pk).place != offered.place


def test_who_is_logged_in_stays_so_and_who_is_locked_out_too(client):
    for email in ("in@voorbeeld.nl", "uit@voorbeeld.nl"):
        User.objects.create_user(email, PASSWORD)
    log_in(client, email="in@voorbeeld.nl")
    guesser = Client()
    for _ in range(settings.AXES_FAILURE_LIMIT):
        log_in(guesser, email="uit@voorbeeld.nl", password="geraden wachtwoord")

    with connection.cursor() as cursor:
        set_clock_back(cursor)

    assert client.get("/mijn/").status_code == 200
    assert log_in(guesser, email="uit@voorbeeld.nl").status_code == 429


def test_a_worker_that_runs_on_does_every_periodic_task_once():
    worker = PeriodicDeferrer(registry=app.periodic_registry)
    nine = datetime(2026, 11, 30, 9, tzinfo=ZoneInfo(settings.TIME_ZONE))
    before = [nine + timedelta(minutes=minute) for minute in range(-15, 31)]
    after = [nine + timedelta(minutes=minute) for minute in range(-30, 61)]  # an hour before the last

    done = Counter()
    for moment in [*before, *after]:
        done.update((task.task.name, at) for task, at in worker.get_previous_tasks(at=moment.timestamp()))

    assert set(done.values()) == {1}
    names = Counter(name for name, at in done if nine.timestamp() <= at <= (nine + timedelta(hours=1)).timestamp())
    assert names["events.tasks.pass_on_places"] == 61
    assert names["events.tasks.remind_attendees"] == 1
