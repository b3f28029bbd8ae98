"""What else somebody may want: a filter that their words name, and a way on from an empty page; never unasked."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from django.http import QueryDict

from dutch.analysis import Token, is_stop_word, tokens

from .codes import code
from .facets import Facet
from .index import Index
from .meaning.nearest import nearest
from .models import SearchDocument
from .options import Option
from .question import Words
from .registry import FACETS

if TYPE_CHECKING:  # which offers things itself
    from .filters import SearchFilter

Named = tuple[str, Option]  # a facet, and one of its values
Names = dict[Words, list[Named]]

MOST = 3  # of each kind of offer
LONGEST_NAME = 6  # words


@dataclass(frozen=True)
class Offer:
    """Another question, as its query string, and how many documents that has."""

    label: str
    query: str
    count: int


def named_filters(filterset: "SearchFilter") -> list[Offer]:
    """The filters that words of the question name: "schulden in Zwolle" may be asked of Zwolle alone.

    Where the other words find nothing there, all that is there is offered.
    """
    if filterset.words_problem:
        return []
    names = names_to_narrow_by(filterset)
    typed = list(tokens(filterset.words))
    offers = []
    place = 0
    while place < len(typed):
        called = longest_name(typed[place:], names)
        named = names.get(called, ())
        for name, option in named:
            label = label_among(name, option, named)
            other_words = text_without(filterset.words, typed, place, len(called))
            narrowed = {"q": other_words, name: option.key}
            offer = offer_of(filterset, f"Alleen {label}", narrowed)
            if not offer.count:
                everything = {"q": "", name: option.key}
                offer = offer_of(filterset, f"Alles bij {label}", everything)
            offers.append(offer)
        place += len(called) or 1
    return [offer for offer in offers if offer.count][:MOST]


def label_among(name: str, option: Option, named: Iterable[Named]) -> str:
    """What an option is called; with its facet where another one is called so too, as a province and a town are."""
    labels = [other.label for _, other in named]
    if labels.count(option.label) == 1:
        return option.label
    return f"{option.label} ({FACETS[name].label.lower()})"


def longest_name(typed: Sequence[Token], names: Container[Words]) -> Words:
    """As many of the first words as together are a name; empty where none are."""
    words = words_of(typed[:LONGEST_NAME])
    for length in range(len(words), 0, -1):
        if words[:length] in names:
            return words[:length]
    return ()


def wider_questions(filterset: "SearchFilter") -> list[Offer]:
    """The question without one of its filters, as far as that has anything."""
    offers = []
    for name, facet in filterset.facets.items():
        if facet.chosen and not filterset.is_unasked(name):
            labels = [facet.label_of(key) for key in facet.chosen]
            offers.append(offer_of(filterset, " en ".join(labels), {name: ""}))
    return [offer for offer in offers if offer.count]


def shorter_questions(filterset: "SearchFilter") -> list[Offer]:
    """The question with one of its words alone, as far as that has anything; most first."""
    words = list(dict.fromkeys(filterset.question.words))
    if len(words) < 2:
        return []
    offers = [offer_of(filterset, word, {"q": word}) for word in words[:LONGEST_NAME]]
    offers = [offer for offer in offers if offer.count]
    offers.sort(key=lambda offer: -offer.count)
    return offers[:MOST]


def near_themes(filterset: "SearchFilter") -> list[Offer]:
    """The themes that are about the same; else those with most documents."""
    facet = filterset.facets.get("thema")
    if facet is None:
        return []
    keys = keys_of_near_themes(filterset) or keys_with_most(facet)
    offers = []
    for key in keys[:MOST]:
        offer = offer_of(
            filterset,
            facet.label_of(key),
            {"q": "", "thema": key},
            is_alone=True,
        )
        if offer.count:
            offers.append(offer)
    return offers


def keys_of_near_themes(filterset: "SearchFilter") -> list[str]:
    """The option keys of the themes that are about what the question is about, the nearest first."""
    index = filterset.index
    near = []
    if filterset.question.wanted:
        themes = index.with_code(code("soort", "thema"))
        near = nearest(index, filterset.question.text, themes)
    objects = dict(SearchDocument.objects.numbered(near).values_list("pk", "object_id"))
    options = index.options_of("thema")
    keys = []
    for pk in near:
        option = None
        if pk in objects:
            option = options.get(code("thema", objects[pk]))
        if option:
            keys.append(option.key)
    return keys


def keys_with_most(facet: Facet) -> list[str]:
    """The option keys of a facet, those with most documents first."""
    whole = facet.whole_counts
    largest = sorted(whole, key=lambda value: -whole[value])
    return [facet.options[value].key for value in largest]


def names_to_narrow_by(filterset: "SearchFilter") -> Names:
    """The names of everything by which this list can be narrowed."""
    index = filterset.index
    key = ("names", type(filterset).__name__)
    return index.memory.recall(
        key,
        lambda: read_names(filterset.facet_names, index, filterset.kind),
    )


def read_names(facet_names: Iterable[str], index: Index, kind: str | None) -> Names:
    """The same, read from the options of the facets that may be named in a question."""
    names: defaultdict[Words, list[Named]] = defaultdict(list)
    for name in facet_names:
        if not FACETS[name].is_named_in_questions:
            continue
        for value in index.counts_in(kind)[name]:
            option = index.options_of(name)[value]
            for called in {option.label, *option.other_names}:
                words = words_of(tokens(called))
                if words:
                    names[words].append((name, option))
    return dict(names)


def words_of(typed: Iterable[Token]) -> Words:
    """The words of these tokens, in their order."""
    return tuple([token.word for token in typed])


def text_without(text: str, typed: list[Token], place: int, length: int) -> str:
    """The text without some of its words, nor those before them like "in"; nothing where only such words stay."""
    first = place
    while first and is_stop_word(typed[first - 1].word):
        first -= 1
    kept = typed[:first] + typed[place + length :]
    if all(is_stop_word(token.word) for token in kept):
        return ""
    before = text[: typed[first].start].strip()
    after = text[typed[place + length - 1].end :].strip()
    return f"{before} {after}".strip()


def offer_of(
    filterset: "SearchFilter",
    label: str,
    changes: dict[str, str],
    *,
    is_alone: bool = False,
) -> Offer:
    """A question with other values; an empty value leaves a parameter out, and alone it leaves out all others."""
    pairs = []
    if not is_alone:
        for name, value in parse_qsl(filterset.query):
            if name not in changes:
                pairs.append((name, value))
    for name, value in changes.items():
        if value:
            pairs.append((name, value))
    query = urlencode(pairs)
    narrowed = type(filterset)(QueryDict(query), counts_facets=False)
    return Offer(label, query, narrowed.count)
