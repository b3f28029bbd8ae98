"""The examples in a note: what happened where, of which year, and whether somebody says that it is still so."""

import re
from collections.abc import Collection
from datetime import date

from django.utils.formats import date_format

from initiatives.models import Initiative
from initiatives.phases import is_confirmed_lately
from wording.enumerations import joined_at_most

from .footnotes import Footnotes, source_in_words

LONGEST_SUMMARY = 220  # characters of an example: four of them fit on the first page
LONGEST_RESULT = 170
MOST_PLACES = 3
BETWEEN_SENTENCES = re.compile(r"(?<=[.!?]) +")
SAYS_NOTHING = re.compile(r"geen cijfers|niet bekend|staan? niet")


def case_of(
    initiative: Initiative,
    notes: Footnotes,
    today: date,
    taken_over: str = "",
) -> dict:
    """An example, short enough for the first page; what nobody confirmed lately is told as something of then.

    ``taken_over`` says who took it over and what it brought, in the footnote with its source.
    """
    summary = shortened(initiative.summary, LONGEST_SUMMARY)
    result_name = "Resultaat"
    if not is_of_now(initiative, today):
        result_name = "Resultaat toen"
        if not says_when(initiative, summary):
            summary = f"{then_in_words(initiative)}: {summary}"
    return {
        "title": initiative.title,
        "state": state_of(initiative, today),
        "where": where_of(initiative),
        "summary": summary,
        "result": result_of(initiative),
        "result_name": result_name,
        "slug": initiative.slug,
        "icon": icon_of(initiative),
        "note": notes.number(footnote_of(initiative, taken_over, today)),
    }


def icon_of(initiative: Initiative) -> str:
    """The name of the drawing of its first theme; empty where it has none."""
    for theme in initiative.themes.all():
        return theme.icon
    return ""


def footnote_of(initiative: Initiative, taken_over: str, today: date) -> str:
    """Of which year an example is, where it was read, and who took it over."""
    year = "jaar van de gegevens niet bekend"
    if initiative.year:
        year = f"gegevens uit {initiative.year}"
    sources = [source_in_words(source) for source in initiative.sources.all()]
    known_from = "; ".join(sources) or "Bieb Netwerk"
    footnote = f"{initiative.title}: {year}. Bron: {known_from}."
    if taken_over:
        month = date_format(today, "F Y")
        source = f"Bron: eigen opgave aan Bieb Netwerk, {month}."
        footnote = f"{footnote} {taken_over} {source}"
    return footnote


def is_of_now(initiative: Initiative, today: date) -> bool:
    """Whether somebody said lately that it is so, and it did not stop."""
    if initiative.has_stopped:
        return False
    return is_confirmed_lately(initiative.confirmed_on, today)


def is_elsewhere(
    initiative: Initiative,
    here: Collection[int],
) -> bool:
    """Whether it is known to be somewhere else than in these municipalities (ids)."""
    if initiative.is_national:
        return True
    return any(place.pk not in here for place in initiative.places.all())


def state_of(initiative: Initiative, today: date) -> str:
    """``2014, niet bevestigd``: the year of what we know, and who says that it is still so."""
    if is_of_now(initiative, today):
        return f"bevestigd in {initiative.confirmed_on.year}"
    known = "niet bevestigd"
    if initiative.has_stopped:
        known = "gestopt"
    if initiative.year:
        return f"{initiative.year}, {known}"
    return known


def says_when(initiative: Initiative, summary: str) -> bool:
    """Whether it begins with its year, so that nobody takes the rest for what is so today."""
    first = BETWEEN_SENTENCES.split(summary)[0]
    return str(initiative.year) in first


def then_in_words(initiative: Initiative) -> str:
    """How an example begins that is of then."""
    if initiative.year:
        return f"Zo werd het in {initiative.year} beschreven"
    return "Zo werd het beschreven"


def where_of(initiative: Initiative) -> str:
    """Its municipalities, as far as they are known."""
    if initiative.is_national:
        return "In het hele land"
    return joined_at_most(initiative.places.all(), MOST_PLACES)


def result_of(initiative: Initiative) -> str:
    """The first sentence of its results, where that says something; empty where nobody knows what came of it."""
    first = BETWEEN_SENTENCES.split(initiative.results.strip())[0]
    if SAYS_NOTHING.search(first):
        return ""
    return shortened(first, LONGEST_RESULT)


def shortened(text: str, longest: int) -> str:
    """As many whole sentences as fit; of a first sentence that is too long, as many words."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    kept = ""
    for sentence in BETWEEN_SENTENCES.split(text):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > longest:
            break
        kept = longer
    if kept:
        return kept
    words = text[:longest].rsplit(" ", 1)[0]
    return f"{words.rstrip('.,;')} …"
