"""How often one visitor may do something; counted in the database, so that all workers count together."""

from datetime import timedelta

from django.db import connection
from django.utils.crypto import salted_hmac

from accounts.visitors import client_address

COUNT_ONE = """
    INSERT INTO contact_ratelimit AS seen (fingerprint, period_started_at, count)
    VALUES (%(fingerprint)s, %(now)s, 1)
    ON CONFLICT (fingerprint) DO UPDATE SET
        count = CASE WHEN seen.period_started_at < %(start)s THEN 1 ELSE seen.count + 1 END,
        period_started_at = CASE WHEN seen.period_started_at < %(start)s THEN %(now)s ELSE seen.period_started_at END
    RETURNING count
"""


def is_allowed(request, action, *, at_most, per, now):
    """Count this attempt and say whether it is within ``at_most`` per ``per`` (a timedelta)."""
    who = salted_hmac(f"limit {action}", client_address(request), algorithm="sha256").hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(COUNT_ONE, {"fingerprint": who, "now": now, "start": now - per})
        return cursor.fetchone()[0] <= at_most


LIMITS_KEPT = timedelta(days=1)
