"""What is new: every public page whose title or text is another than when we last looked."""

from django.db import connection

# what was there before the first look has no day of publication that we know
NOTE = """
INSERT INTO following_news AS known (kind, object_id, fingerprint, published_at, changed_at)
SELECT kind, object_id, md5(title || E'\\n' || text),
    CASE WHEN EXISTS (SELECT FROM following_news) THEN %(now)s::timestamptz END,
    CASE WHEN EXISTS (SELECT FROM following_news) THEN %(now)s::timestamptz ELSE LEAST(updated_at, %(now)s) END
FROM search_searchdocument WHERE is_public
ON CONFLICT (kind, object_id) DO UPDATE SET fingerprint = excluded.fingerprint, changed_at = excluded.changed_at
WHERE known.fingerprint <> excluded.fingerprint
"""


def note_news(*, now):
    """Write down what came and changed since the last time; a page that only came back unchanged is no news."""
    with connection.cursor() as cursor:
        cursor.execute(NOTE, {"now": now})
