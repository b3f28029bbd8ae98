"""Counting words that were searched for, so that curators see what readers miss; nothing about the reader is kept."""

import re
from collections.abc import Collection, Iterable
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

from django.db import connection
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from visitors.limits import is_allowed, is_allowed_for

from .models import CorpusWord, SearchedWord
from .question import read_question
from .registry import KINDS
from .synonyms import Synonyms

# letters
SHORTEST = 3
LONGEST = 40
# characters
LONGEST_TEXT = 200
LONGEST_QUERY = 2_000
CODE = re.compile("[a-z]{1,4}[0-9]{1,2}")  # NT2, B7: too short to say who somebody is
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
# words that nobody searched for this month, per hour and per day
MOST_NEW_OF_ONE = 50
MOST_NEW_OF_ALL = 1_000
COUNT = """
WITH soon AS (SELECT set_config('synchronous_commit', 'off', true))
INSERT INTO search_searchedword AS kept (word, month, searches, without_result, opened, is_done)
SELECT word, %(month)s, %(searches)s, %(without_result)s, %(opened)s, false FROM unnest(%(words)s::text[]) AS word, soon
ON CONFLICT (word, month) DO UPDATE SET
    searches = kept.searches + excluded.searches, without_result = kept.without_result + excluded.without_result,
    opened = kept.opened + excluded.opened
"""


def count_search(
    request: HttpRequest,
    words: Iterable[str],
    *,
    in_vain: Collection[str],
) -> None:
    """One more search with these words, of which some found nothing."""
    with_result = [word for word in words if word not in in_vain]
    count(
        request,
        with_result,
        searches=1,
        without_result=0,
        opened=0,
    )
    count(
        request,
        in_vain,
        searches=1,
        without_result=1,
        opened=0,
    )


def count_opened(request: HttpRequest, text: str) -> None:
    """Something was opened from the results of these words."""
    count(
        request,
        read_question(text, Synonyms([])).words,
        searches=0,
        without_result=0,
        opened=1,
    )


def words_before(request: HttpRequest) -> str:
    """What was searched for on the page of our own that the reader comes from; empty without."""
    try:
        came_from = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # anybody can send anything
        return ""
    if (
        came_from.netloc != request.get_host()
        or came_from.path not in lists_of_results()
    ):
        return ""
    texts = parse_qs(came_from.query[:LONGEST_QUERY]).get("q")
    if not texts:
        return ""
    return texts[-1][:LONGEST_TEXT]


def lists_of_results() -> set[str]:
    """The addresses at which readers type words."""
    overviews = []
    for kind in KINDS.values():
        if kind.overview:
            overviews.append(kind.overview)
    return {reverse(name) for name in ("search:search", *overviews)}


def count(request: HttpRequest, words: Iterable[str], **counts: int) -> None:
    """Only words of letters and codes of our own texts: an address, number or code could say who somebody is."""
    kept = sorted({word for word in words if may_be_kept(word)})
    if not kept:
        return
    month = timezone.localdate().replace(day=1)
    known = set(
        SearchedWord.objects.filter(month=month, word__in=kept).values_list(
            "word",
            flat=True,
        )
    )
    new = len(kept) - len(known)
    if new and not may_bring(request, new):
        kept = sorted(known)
    if kept:
        with connection.cursor() as cursor:
            cursor.execute(
                COUNT,
                counts | {"words": kept, "month": month},
            )


def may_be_kept(word: str) -> bool:
    """Whether a word is one of letters, or a short code that stands in our own texts."""
    if word.isalpha():
        return SHORTEST <= len(word) <= LONGEST
    return bool(CODE.fullmatch(word)) and CorpusWord.objects.filter(word=word).exists()


def may_bring(request: HttpRequest, new: int) -> bool:
    """Whether so many new words are within the limits: nonsense would fill the table and hide what readers miss."""
    now = timezone.now()
    if not is_allowed(
        request,
        "zoekwoorden",
        at_most=MOST_NEW_OF_ONE,
        per=HOUR,
        now=now,
        times=new,
    ):
        return False
    return is_allowed_for(
        "iedereen",
        "zoekwoorden",
        at_most=MOST_NEW_OF_ALL,
        per=DAY,
        now=now,
        times=new,
    )
