"""How often one visitor may do something; counted in the database, so that all workers count together."""

from datetime import timedelta

from django.db import connection
from django.utils.crypto import salted_hmac

from accounts.visitors import counted_address

COUNT_ONE = """
    INSERT INTO contact_ratelimit AS seen (fingerprint, period_started_at, count)
    VALUES (%(fingerprint)s, %(now)s, 1)
    ON CONFLICT (fingerprint) DO UPDATE SET
        count = CASE WHEN seen.period_started_at < %(start)s THEN 1 ELSE seen.count + 1 END,
        period_started_at = CASE WHEN seen.period_started_at < %(start)s THEN %(now)s ELSE seen.period_started_at END
    RETURNING count
"""
LIMITS_KEPT = timedelta(days=1)


def is_allowed(request, action, *, at_most, per, now):
    """Count this attempt of a visitor and say whether it is within ``at_most`` per ``per`` (a timedelta)."""
    return is_allowed_for(counted_address(request) or "", action, at_most=at_most, per=per, now=now)


def is_allowed_for(whom, action, *, at_most, per, now):
    """The same for anything that an action may happen to only so often, such as an e-mail address that gets mail."""
    fingerprint = salted_hmac(f"limit {action}", whom, algorithm="sha256").hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(COUNT_ONE, {"fingerprint": fingerprint, "now": now, "start": now - per})
        return cursor.fetchone()[0] <= at_most
