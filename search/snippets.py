"""What a list shows of one search document, with the words that were searched for marked."""

from collections.abc import Iterable

from django.utils.html import format_html

from .codes import facet_number_of
from .documents.draft import Card
from .filters import SearchFilter
from .highlighting import has_mark, marked, telling_line
from .index import Index
from .models import SearchDocument
from .options import Option
from .registry import FACETS, KINDS

BY_MEANING = "Past bij je vraag"


def shown(document: SearchDocument, filterset: SearchFilter) -> Card:
    """The card of a document, with marked title and summary, and where else it matches where those do not tell why.

    ``line`` is the sentence of its text that has a word, and where there is none, ``reason`` says what else it is.
    """
    terms = filterset.marked_terms
    title = marked(document.card["title"], terms)
    summary = marked(document.card["summary"], terms)
    is_explained = not terms or has_mark(title) or has_mark(summary)
    line = ""
    if not is_explained:
        line = marked(
            telling_line(document.text, terms),
            terms,
        )
    reason = ""
    if document.pk in filterset.match.by_meaning:
        reason = BY_MEANING
    elif not is_explained and not line:
        reason = facet_with(terms, document.codes, filterset.index)
    return document.card | {
        "kind": document.kind_label,
        "title": title,
        "summary": summary,
        "line": line,
        "reason": reason,
        "is_paper": not KINDS[document.kind].has_pages,
    }


def facet_with(
    terms: frozenset[str],
    codes: Iterable[int],
    index: Index,
) -> str:
    """The first theme, place, group or partner of a document that has one of the words; empty without one."""
    facets_by_number = {facet.number: facet for facet in FACETS.values()}
    for code in codes:
        facet = facets_by_number.get(facet_number_of(code))
        if facet is None:
            continue
        option = index.options_of(facet.name).get(code)
        if option is None:
            continue
        label = label_with(terms, option)
        if label:
            return format_html("{}: {}", facet.label, label)
    return ""


def label_with(terms: frozenset[str], option: Option) -> str:
    """What a choice is called, with the other name that has one of the words where it has none; empty without one."""
    label = marked(option.label, terms)
    if has_mark(label):
        return label
    for name in option.other_names:
        other_name = marked(name, terms)
        if has_mark(other_name):
            return format_html("{} ({})", option.label, other_name)
    return ""


def one_per_address(cards: Iterable[Card]) -> list[Card]:
    """Cards of a page of results, those that lead to the same page as one: the page, with its documents under it."""
    by_address: dict[object, list[Card]] = {}
    for card in cards:
        # a card without an address is nobody's double
        address = card.get("url") or id(card)
        by_address.setdefault(address, []).append(card)
    return [with_others(same_page) for same_page in by_address.values()]


def with_others(cards: list[Card]) -> Card:
    """The card of the page itself, else the first, at the place of the first; the others are under it."""
    pages = [card for card in cards if not card["is_paper"]]
    first = (pages or cards)[0]
    others = [card for card in cards if card is not first]
    return first | {"others": others}
