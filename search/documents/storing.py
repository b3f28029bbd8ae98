"""Drafts → rows of the table of search documents, each with the version in which it changed."""
# ruff: noqa: S608 the names of our own columns are put into the questions, never values

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db import connection
from psycopg.types.json import Jsonb

from .draft import Draft

Drafts = Mapping[int, Draft]  # by the number of the object
LONGEST_COLUMN = 300  # characters of a title, and of what it is sorted by

COLUMNS = (
    "title",
    "text",
    "words_digest",
    "codes",
    "sort_key",
    "year",
    "updated_at",
    "quality",
    "card",
)
NAMES = ", ".join(COLUMNS)
DRAFTS = """
SELECT object_id, title, text, words::tsvector AS words, md5(words) AS words_digest, codes::int[] AS codes, sort_key,
    year, updated_at, quality, card
FROM unnest(
    %(ids)s::int[], %(titles)s::text[], %(texts)s::text[], %(words)s::text[], %(codes)s::text[], %(sort_keys)s::text[],
    %(years)s::int[], %(updated)s::timestamptz[], %(qualities)s::int[], %(cards)s::jsonb[]
) AS draft (object_id, title, text, words, codes, sort_key, year, updated_at, quality, card)
"""
KEPT_VALUES = ", ".join(f"kept.{name}" for name in COLUMNS)
ABOUT = "({0}.title, {0}.card ->> 'summary', {0}.text)"  # what says what a document is about
STORE = f"""
WITH drafts AS MATERIALIZED ({DRAFTS}),
stored AS (
    INSERT INTO search_searchdocument AS kept (kind, object_id, is_public, version, {NAMES})
    SELECT %(kind)s, object_id, true, %(version)s, {NAMES} FROM drafts
    ON CONFLICT (kind, object_id) DO UPDATE SET
        is_public = true, version = excluded.version, {", ".join(f"{name} = excluded.{name}" for name in COLUMNS)},
        meaning = CASE WHEN {ABOUT.format("kept")} = {ABOUT.format("excluded")} THEN kept.meaning ELSE '' END
    WHERE NOT kept.is_public
        OR ({KEPT_VALUES}) IS DISTINCT FROM ({", ".join(f"excluded.{name}" for name in COLUMNS)})
    RETURNING id, object_id
),
stored_words AS (
    INSERT INTO search_documentwords AS kept (document_id, words)
    SELECT stored.id, drafts.words FROM stored JOIN drafts USING (object_id)
    ON CONFLICT (document_id) DO UPDATE SET words = excluded.words WHERE kept.words IS DISTINCT FROM excluded.words
)
SELECT count(*) FROM stored
"""
DIFFERENT = f"""
SELECT object_id FROM ({DRAFTS}) AS drafts JOIN search_searchdocument AS kept USING (object_id)
WHERE kept.kind = %(kind)s AND ({KEPT_VALUES}) IS DISTINCT FROM ({", ".join(f"drafts.{name}" for name in COLUMNS)})
"""
WITHDRAW = """
WITH gone AS (
    UPDATE search_searchdocument SET is_public = false, title = '', text = '', words_digest = '', codes = '{}',
        sort_key = '', year = 0, quality = 0, card = '{}', meaning = '', version = %(version)s
    WHERE kind = %(kind)s AND object_id = ANY(%(ids)s) AND is_public
    RETURNING id
),
gone_words AS (DELETE FROM search_documentwords WHERE document_id IN (SELECT id FROM gone))
SELECT count(*) FROM gone
"""
KEEP_WORDS = """
INSERT INTO search_corpusword (word)
SELECT seen.word FROM unnest(%s::text[]) AS seen (word)
WHERE NOT EXISTS (SELECT FROM search_corpusword AS known WHERE known.word = seen.word)
ON CONFLICT DO NOTHING
"""


def store(kind: str, drafts: Drafts, version: int) -> int:
    """Store drafts that differ from what is there; returns how many did."""
    if not drafts:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            STORE,
            columns_of(drafts) | {"kind": kind, "version": version},
        )
        (changed,) = cursor.fetchone()
        if changed:
            words: set[str] = set()
            for draft in drafts.values():
                words |= draft.corpus_words()
            cursor.execute(KEEP_WORDS, [sorted(words)])
    return changed


def different_from_stored(kind: str, drafts: Drafts) -> list[int]:
    """The object numbers of drafts that are not what is stored."""
    with connection.cursor() as cursor:
        cursor.execute(
            DIFFERENT,
            columns_of(drafts) | {"kind": kind},
        )
        return [pk for (pk,) in cursor]


def columns_of(drafts: Drafts) -> dict[str, list]:
    """The values of drafts as ``DRAFTS`` wants them: a list per column, each in the order of the drafts."""
    columns: dict[str, list] = defaultdict(list)
    for pk, draft in drafts.items():
        for name, value in values_of(draft).items():
            columns[name].append(value)
        columns["ids"].append(pk)
    return columns


def values_of(draft: Draft) -> dict[str, object]:
    """The values of one draft, by column."""
    codes = ",".join(map(str, sorted(draft.codes)))
    return {
        "titles": draft.title[:LONGEST_COLUMN],
        "texts": "\n".join(filter(None, draft.lines)),
        "words": draft.vector(),
        "codes": f"{{{codes}}}",
        "sort_keys": draft.sort_key[:LONGEST_COLUMN],
        "years": draft.year,
        "updated": draft.updated_at,
        "qualities": draft.quality,
        "cards": Jsonb(draft.card),
    }


def withdraw(kind: str, ids: Collection[int], version: int) -> int:
    """Empty the documents of objects that the public may not see any more; returns how many there were."""
    if not ids:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            WITHDRAW,
            {
                "kind": kind,
                "ids": list(ids),
                "version": version,
            },
        )
        return cursor.fetchone()[0]
