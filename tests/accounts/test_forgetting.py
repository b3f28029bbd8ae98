"""Accounts that nobody uses go, and what was needed to log in goes in time."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from accounts import retention
from accounts.models import User
from initiatives.models import ReviewStep
from spreadsheets.models import ExportRun, ImportRun
from spreadsheets.runs import may_confirm
from tests.factories import InitiativeFactory, UserFactory
from tests.role_factories import administrator, library_member

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

DAYS = (6, 8)


def ago(days):
    return timezone.now() - timedelta(days=days)


def forget(kind, days=0):
    """Forget what is due so many days from now."""
    getattr(retention, f"forget_{kind}")(now=ago(-days))


def test_accounts_that_nobody_uses_go_and_others_stay():
    people = {
        "never used": UserFactory(date_joined=ago(181)),
        "invited lately": UserFactory(date_joined=ago(179)),
        "unused": UserFactory(date_joined=ago(999), last_login=ago(731)),
        "used": UserFactory(date_joined=ago(999), last_login=ago(729)),
        "administrator": administrator(date_joined=ago(999), last_login=ago(999)),
        "new administrator": administrator(date_joined=ago(999)),
    }

    forget("accounts")

    left = [name for name, user in people.items() if User.objects.filter(pk=user.pk).exists()]
    assert left == ["invited lately", "used", "administrator", "new administrator"]


def test_an_account_that_ended_goes_90_days_later_and_one_that_began_again_stays():
    ended, again = UserFactory(is_active=False, last_login=ago(5)), UserFactory(is_active=False, last_login=ago(5))
    forget("accounts")
    User.objects.filter(pk=again.pk).update(is_active=True)

    forget("accounts", days=89)
    before = set(User.objects.all())
    forget("accounts", days=90)

    assert (before, set(User.objects.all())) == ({ended, again}, {again})


def test_what_somebody_did_outlives_the_account_without_name():
    user = library_member(last_login=ago(800))
    ReviewStep.objects.create(initiative=InitiativeFactory(), state="concept", user=user, taken_at=ago(900))
    EmailAddress.objects.create(user=user, email=user.email)
    run = ImportRun.objects.create(user=user, model="sources.source", file_name="namen.csv", state="gecontroleerd")
    ImportRun.objects.filter(pk=run.pk).update(counts={"nieuw": 1})
    ExportRun.objects.create(user=user, model="sources.source")

    forget("accounts")

    kept = [model.objects.get().user for model in (ReviewStep, ImportRun, ExportRun)]
    assert (kept, EmailAddress.objects.count()) == ([None] * 3, 0)
    assert may_confirm(ImportRun.objects.get()) is False


def test_failed_logins_are_forgotten_after_a_week():
    for days in DAYS:
        attempt = AccessAttempt.objects.create(
            username=f"{days}@voorbeeld.nl", ip_address="127.0.0.1", failures_since_start=1
        )
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=ago(days))

    forget("tries")

    assert [attempt.username for attempt in AccessAttempt.objects.all()] == ["6@voorbeeld.nl"]


def test_sessions_are_forgotten_when_they_ended():
    for key, days in [("loopt", -1), ("voorbij", 1)]:
        Session.objects.create(session_key=key, session_data="", expire_date=ago(days))

    forget("sessions")

    assert [session.session_key for session in Session.objects.all()] == ["loopt"]


def test_counts_are_forgotten_when_they_count_no_longer():
    cache.set("loopt", [1], timeout=3 * 24 * 3600)
    cache.set("voorbij", [1], timeout=24 * 3600)

    forget("counts", days=2)

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        assert [key for (key,) in cursor.fetchall()] == [":1:loopt"]
