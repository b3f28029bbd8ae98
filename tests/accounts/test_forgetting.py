"""What was needed to log in is forgotten in time."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.models import HandledMail, OutgoingMail
from accounts.tasks import forget_logins

pytestmark = pytest.mark.django_db

DAYS = (6, 8)


def ago(days):
    return timezone.now() - timedelta(days=days)


def test_failed_logins_are_forgotten_after_a_week():
    for days in DAYS:
        attempt = AccessAttempt.objects.create(
            username=f"{days}@voorbeeld.nl", ip_address="127.0.0.1", failures_since_start=1
        )
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=ago(days))

    forget_logins(timestamp=0)

    assert [attempt.username for attempt in AccessAttempt.objects.all()] == ["6@voorbeeld.nl"]


def test_mail_that_could_not_be_sent_stays():
    waiting = OutgoingMail.objects.create(to="wie@voorbeeld.nl", subject="Je plek", body="Je hebt een plek.")
    OutgoingMail.objects.filter(pk=waiting.pk).update(made_at=ago(400))

    forget_logins(timestamp=0)

    assert OutgoingMail.objects.get() == waiting


def test_numbers_of_handled_mail_are_forgotten_after_a_week():
    for days in DAYS:
        HandledMail.objects.create(mail_id=days)
        HandledMail.objects.filter(mail_id=days).update(handled_at=ago(days))

    forget_logins(timestamp=0)

    assert list(HandledMail.objects.values_list("mail_id", flat=True)) == [6]


def test_sessions_are_forgotten_when_they_ended():
    for key, days in [("loopt", -1), ("voorbij", 1)]:
        Session.objects.create(session_key=key, session_data="", expire_date=ago(days))

    forget_logins(timestamp=0)

    assert [session.session_key for session in Session.objects.all()] == ["loopt"]
