"""What else somebody may want: a filter that their words name, and a way on from an empty page; never unasked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from django.http import QueryDict

from dutch.analysis import Token, is_stop_word, tokens

from .names import NamedValue, PieceOfText, names_to_narrow_by, pieces_of
from .registry import FACETS

if TYPE_CHECKING:  # which offers things itself
    from .filters import SearchFilter

MOST = 3  # of each kind of offer
MOST_WORDS = 6  # of a question, that are offered by themselves


@dataclass(frozen=True)
class Offer:
    """Another question that somebody may ask with one click."""

    label: str
    query: str  # the query string of the same list
    count: int  # documents that it has


def named_filters(filterset: "SearchFilter") -> list[Offer]:
    """The filters that words of the question name: "schulden in Zwolle" may be asked of Zwolle alone.

    Where the other words find nothing there, all that is there is offered.
    """
    if filterset.words_problem:
        return []
    names = names_to_narrow_by(filterset)
    typed = list(tokens(filterset.words))
    offers = []
    for piece in pieces_of(typed, names):
        for value in piece.values:
            label = label_among(value, piece.values)
            other_words = text_without(filterset.words, typed, piece)
            offers.append(offer_of_value(filterset, value, label, other_words))
    return with_documents(offers)[:MOST]


def offer_of_value(
    filterset: "SearchFilter",
    value: NamedValue,
    label: str,
    other_words: str,
) -> Offer:
    """The question narrowed to a value: with the other words, or without where those find nothing there."""
    narrowed = offer_of(
        filterset,
        f"Alleen {label}",
        {
            "q": other_words,
            value.facet: value.option.key,
        },
    )
    if narrowed.count:
        return narrowed
    return offer_of(
        filterset,
        f"Alles bij {label}",
        {
            "q": "",
            value.facet: value.option.key,
        },
    )


def label_among(value: NamedValue, called_so: Iterable[NamedValue]) -> str:
    """What a value is called; with its facet where another one is called so too, as a province and a town are."""
    label = value.option.label
    labels = [other.option.label for other in called_so]
    if labels.count(label) == 1:
        return label
    facet_label = FACETS[value.facet].label.lower()
    return f"{label} ({facet_label})"


def text_without(text: str, typed: Sequence[Token], piece: PieceOfText) -> str:
    """The text without one piece, nor the words before it like "in"; nothing where only such words stay.

    ``typed`` are the words of the text: of "schulden in Zwolle" only "schulden" stays where the piece is "Zwolle".
    """
    first = piece.place
    while first and is_stop_word(typed[first - 1].word):
        first -= 1
    end = piece.place + len(piece.words)
    kept = [*typed[:first], *typed[end:]]
    if all(is_stop_word(token.word) for token in kept):
        return ""
    start_of_first = typed[first].start
    end_of_last = typed[end - 1].end
    text_before = text[:start_of_first].strip()
    text_after = text[end_of_last:].strip()
    return f"{text_before} {text_after}".strip()


def wider_questions(filterset: "SearchFilter") -> list[Offer]:
    """The question without one of its filters, as far as that has anything."""
    offers = []
    for name, facet in filterset.facets.items():
        if not facet.chosen or filterset.is_unasked(name):
            continue
        labels = [facet.label_of(key) for key in facet.chosen]
        offer = offer_of(
            filterset,
            " en ".join(labels),
            {name: ""},
        )
        offers.append(offer)
    return with_documents(offers)


def shorter_questions(filterset: "SearchFilter") -> list[Offer]:
    """The question with one of its words alone, as far as that has anything; most first."""
    words = list(dict.fromkeys(filterset.question.words))
    if len(words) < 2:
        return []
    offers = []
    for word in words[:MOST_WORDS]:
        offer = offer_of(filterset, word, {"q": word})
        offers.append(offer)
    most_first = sorted(offers, key=lambda offer: -offer.count)
    return with_documents(most_first)[:MOST]


def around_place(filterset: "SearchFilter") -> list[Offer]:
    """Where to look on for a kind of thing that a place has none of: in its region, or everywhere, nearest first."""
    named = filterset.kind_at_place
    if named is None or not filterset.nothing_at_place:
        return []
    region_facet = FACETS[named.facet].grouped_by
    regions = filterset.index.options_of(region_facet)
    region = regions.get(named.place.parent)
    offers = []
    if region:
        in_region = offer_of(
            filterset,
            f"In {region.label}",
            {"soort": named.kind.name, region_facet: region.key},
            is_alone=True,
        )
        offers.append(in_region)
    everywhere = offer_of(
        filterset,
        f"In heel Nederland, dicht bij {named.place.label} eerst",
        {"soort": named.kind.name, "bij": named.place.key},
        is_alone=True,
    )
    offers.append(everywhere)
    return with_documents(offers)


def with_documents(offers: Iterable[Offer]) -> list[Offer]:
    """The offers that lead to anything."""
    return [offer for offer in offers if offer.count]


def offer_of(
    filterset: "SearchFilter",
    label: str,
    changes: Mapping[str, str],
    *,
    is_alone: bool = False,
) -> Offer:
    """A question with other values.

    ``changes`` are by name of a parameter, and an empty value leaves that out. With ``is_alone`` no other parameter of
    the question stays.
    """
    parameters = []
    if not is_alone:
        for name, value in parse_qsl(filterset.query):
            if name not in changes:
                parameters.append((name, value))
    for name, value in changes.items():
        if value:
            parameters.append((name, value))
    query = urlencode(parameters)
    changed_filterset = type(filterset)(QueryDict(query), counts_facets=False)
    return Offer(label, query, changed_filterset.count)
