"""Drafts → rows of the table of search documents, each with the version in which it changed."""

from django.db import connection
from psycopg.types.json import Jsonb

STORE = """
INSERT INTO search_searchdocument AS kept (
    kind, object_id, is_public, title, text, words, codes, sort_key, year, updated_at, quality, card, version
)
SELECT %(kind)s, object_id, true, title, text, words::tsvector, codes::int[], sort_key, year, updated_at, quality, card,
    %(version)s
FROM unnest(
    %(ids)s::int[], %(titles)s::text[], %(texts)s::text[], %(words)s::text[], %(codes)s::text[], %(sort_keys)s::text[],
    %(years)s::int[], %(updated)s::timestamptz[], %(qualities)s::int[], %(cards)s::jsonb[]
) AS draft (object_id, title, text, words, codes, sort_key, year, updated_at, quality, card)
ON CONFLICT (kind, object_id) DO UPDATE SET
    is_public = true, title = excluded.title, text = excluded.text, words = excluded.words, codes = excluded.codes,
    sort_key = excluded.sort_key, year = excluded.year, updated_at = excluded.updated_at,
    quality = excluded.quality, card = excluded.card, version = excluded.version
WHERE (kept.is_public, kept.title, kept.text, kept.words, kept.codes, kept.sort_key, kept.year, kept.updated_at,
    kept.quality, kept.card)
    IS DISTINCT FROM (true, excluded.title, excluded.text, excluded.words, excluded.codes, excluded.sort_key,
    excluded.year, excluded.updated_at, excluded.quality, excluded.card)
"""
WITHDRAW = """
UPDATE search_searchdocument SET is_public = false, title = '', text = '', words = '', codes = '{}', sort_key = '',
    year = 0, quality = 0, card = '{}', version = %(version)s
WHERE kind = %(kind)s AND object_id = ANY(%(ids)s) AND is_public
"""
KEEP_WORDS = """
INSERT INTO search_corpusword (word)
SELECT seen.word FROM unnest(%s::text[]) AS seen (word)
WHERE NOT EXISTS (SELECT FROM search_corpusword AS known WHERE known.word = seen.word)
ON CONFLICT DO NOTHING
"""


def store(kind, drafts, version):
    """Store drafts, ``{object number: Draft}``, that differ from what is there; returns how many did."""
    if not drafts:
        return 0
    values = list(drafts.values())
    columns = {
        "ids": list(drafts),
        "titles": [each.title[:300] for each in values],
        "texts": ["\n".join(filter(None, each.lines)) for each in values],
        "words": [each.vector() for each in values],
        "codes": [f"{{{','.join(map(str, sorted(each.codes)))}}}" for each in values],
        "sort_keys": [each.sort_key[:300] for each in values],
        "years": [each.year for each in values],
        "updated": [each.updated_at for each in values],
        "qualities": [each.quality for each in values],
        "cards": [Jsonb(each.card) for each in values],
    }
    with connection.cursor() as cursor:
        cursor.execute(STORE, columns | {"kind": kind, "version": version})
        changed = cursor.rowcount
        if changed:
            cursor.execute(KEEP_WORDS, [sorted(set().union(*(each.corpus_words() for each in values)))])
    return changed


def withdraw(kind, ids, version):
    """Empty the documents of objects that the public may not see any more; returns how many there were."""
    if not ids:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(WITHDRAW, {"kind": kind, "ids": list(ids), "version": version})
        return cursor.rowcount
