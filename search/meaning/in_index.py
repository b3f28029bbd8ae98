"""What documents are about, as an index keeps it: the bits of each, by its number."""

from collections.abc import Iterable

from django.db.backends.utils import CursorWrapper

from search.models import SearchDocument

from .vectors import BITS, NOTHING_TO_SAY, bits_of

MEANINGS = f"""
SELECT id, substring(meaning FOR {BITS}) FROM search_searchdocument
WHERE is_public AND length(meaning) > {len(NOTHING_TO_SAY)}
"""  # noqa: S608 our own words


def read_meanings(cursor: CursorWrapper) -> dict[int, int]:
    """What all documents are about, from the database."""
    cursor.execute(MEANINGS)
    return {pk: bits_of(vector) for pk, vector in cursor}


def meanings_after(
    meanings: dict[int, int],
    documents: Iterable[SearchDocument],
) -> dict[int, int]:
    """What documents are about, after these changed, came or went."""
    meanings = dict(meanings)
    for document in documents:
        meanings.pop(document.pk, None)
        if len(document.meaning) > len(NOTHING_TO_SAY):
            meanings[document.pk] = bits_of(bytes(document.meaning))
    return meanings
