"""What a list shows of one search document, with the words that were searched for marked."""

from collections.abc import Iterable

from django.utils.html import format_html

from .codes import facet_number_of
from .documents.draft import Card
from .filters import SearchFilter
from .highlighting import marked, telling_line
from .index import Index
from .models import SearchDocument
from .options import Option
from .registry import FACETS, KINDS

BY_MEANING = "Past bij je vraag"


def shown(document: SearchDocument, filterset: SearchFilter) -> Card:
    """The card of a document, with marked title and summary, and where else it matches where those do not tell why."""
    terms = filterset.marked_terms
    title = marked(document.card["title"], terms)
    summary = marked(document.card["summary"], terms)
    is_told = not terms or "<mark>" in title + summary
    line = ""
    if not is_told:
        line = marked(telling_line(document.text, terms), terms)
    reason = ""
    if document.pk in filterset.match.by_meaning:
        reason = BY_MEANING
    elif not is_told and not line:
        reason = facet_with(terms, document.codes, filterset.index)
    return document.card | {
        "kind": document.kind_label,
        "title": title,
        "summary": summary,
        "line": line,
        "reason": reason,
        "is_paper": not KINDS[document.kind].has_pages,
    }


def facet_with(terms: frozenset[str], codes: Iterable[int], index: Index) -> str:
    """The first theme, place, group or partner of a document that has one of the words; empty without one."""
    names = {facet.number: name for name, facet in FACETS.items()}
    for value in codes:
        name = names.get(facet_number_of(value))
        if name is None:
            continue
        option = index.options_of(name).get(value)
        if option is None:
            continue
        label = label_with(terms, option)
        if label:
            return format_html("{}: {}", FACETS[name].label, label)
    return ""


def label_with(terms: frozenset[str], option: Option) -> str:
    """What a choice is called, with the other name that has one of the words where it has none; empty without one."""
    label = marked(option.label, terms)
    if "<mark>" in label:
        return label
    for name in option.other_names:
        other = marked(name, terms)
        if "<mark>" in other:
            return format_html("{} ({})", option.label, other)
    return ""


def one_per_address(cards: Iterable[Card]) -> list[Card]:
    """Cards of a page of results, those that lead to the same page as one: the page, with its documents under it."""
    by_address: dict[object, list[Card]] = {}
    for card in cards:
        by_address.setdefault(card.get("url") or id(card), []).append(card)
    return [with_others(same) for same in by_address.values()]


def with_others(cards: list[Card]) -> Card:
    """The card of the page itself, else the first, at the place of the first."""
    whole = next((card for card in cards if not card["is_paper"]), cards[0])
    others = [card for card in cards if card is not whole]
    return whole | {"others": others}
