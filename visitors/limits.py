"""How often one visitor may do something; counted in the database, so that all workers count together."""

from datetime import timedelta

from django.db import connection
from django.db.models import F
from django.utils.crypto import salted_hmac

from .addresses import counted_address
from .models import RateLimit

COUNT_ONE = """
    INSERT INTO contact_ratelimit AS seen (fingerprint, period_started_at, count)
    VALUES (%(fingerprint)s, %(now)s, %(times)s)
    ON CONFLICT (fingerprint) DO UPDATE SET
        count = CASE WHEN seen.period_started_at < %(start)s THEN 0 ELSE seen.count END + %(times)s,
        period_started_at = CASE WHEN seen.period_started_at < %(start)s THEN %(now)s ELSE seen.period_started_at END
    RETURNING count
"""
LIMITS_KEPT = timedelta(days=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def is_allowed(request, action, **limit):
    """Count this attempt of a visitor and say whether it is within the limit; see ``is_allowed_for``."""
    return is_allowed_for(
        counted_address(request) or "",
        action,
        **limit,
    )


def is_allowed_for(
    whom,
    action,
    *,
    at_most,
    per,
    now,
    times=1,
):
    """Count an attempt and say whether it is within ``at_most`` per ``per`` (a timedelta); it may count ``times``.

    ``whom`` is what it may happen to only so often, such as an e-mail address that gets mail.
    """
    fingerprint = fingerprint_of(whom, action)
    with connection.cursor() as cursor:
        cursor.execute(
            COUNT_ONE,
            {
                "fingerprint": fingerprint,
                "now": now,
                "start": now - per,
                "times": times,
            },
        )
        return cursor.fetchone()[0] <= at_most


def may_have_link_mailed(
    request,
    email,
    *,
    asks,
    most_asked,
    link,
    most_links,
    now,
):
    """Whether this visitor may ask once more this hour, and this address may be mailed one more link today.

    ``asks`` and ``link`` say what is counted: both are kept as they are once visitors were counted by them.
    """
    if not is_allowed(
        request,
        asks,
        at_most=most_asked,
        per=HOUR,
        now=now,
    ):
        return False
    return is_allowed_for(
        email.lower(),
        link,
        at_most=most_links,
        per=DAY,
        now=now,
    )


def start_again_for(whom, action):
    """Forget how often this happened."""
    RateLimit.objects.filter(fingerprint=fingerprint_of(whom, action)).delete()


def take_back_for(whom, action, *, counted_at):
    """Uncount one attempt that was counted then; in a period that began since, other attempts are counted."""
    RateLimit.objects.filter(
        fingerprint=fingerprint_of(whom, action),
        period_started_at__lte=counted_at,
    ).update(count=F("count") - 1)


def fingerprint_of(whom, action):
    """What stands for somebody who does something; nobody can read who it is."""
    return salted_hmac(f"limit {action}", whom, algorithm="sha256").hexdigest()
