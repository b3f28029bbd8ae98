"""Counting words that were searched for, so that curators see what readers miss; nothing about the reader is kept."""

from urllib.parse import parse_qs, urlsplit

from django.db import connection
from django.utils import timezone

from .question import read_question
from .synonyms import Synonyms

SHORTEST, LONGEST = 3, 40  # letters
COUNT = """
WITH soon AS (SELECT set_config('synchronous_commit', 'off', true))
INSERT INTO search_searchedword AS kept (word, month, searches, without_result, opened, is_done)
SELECT word, %(month)s, %(searches)s, %(without_result)s, %(opened)s, false FROM unnest(%(words)s::text[]) AS word, soon
ON CONFLICT (word, month) DO UPDATE SET
    searches = kept.searches + excluded.searches, without_result = kept.without_result + excluded.without_result,
    opened = kept.opened + excluded.opened
"""


def count_search(words, *, is_found):
    """One more search with these words."""
    _count(words, searches=1, without_result=0 if is_found else 1, opened=0)


def count_opened(address):
    """Something was opened from the results at this address."""
    text = " ".join(parse_qs(urlsplit(address).query).get("q", []))
    _count(read_question(text[:200], Synonyms([])).words, searches=0, without_result=0, opened=1)


def _count(words, **counts):
    """Only words of letters: an address, number or code could say who somebody is."""
    kept = sorted({word for word in words if word.isalpha() and SHORTEST <= len(word) <= LONGEST})
    if kept:
        with connection.cursor() as cursor:
            cursor.execute(COUNT, counts | {"words": kept, "month": timezone.localdate().replace(day=1)})
