"""What else somebody may want: a filter that their words name, and a way on from an empty page; never unasked."""

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.http import QueryDict

from dutch.analysis import is_stop_word, tokens

from .codes import code
from .meaning.nearest import nearest
from .models import SearchDocument
from .registry import FACETS

MOST = 3  # of each kind of offer
LONGEST_NAME = 6  # words


@dataclass(frozen=True)
class Offer:
    """Another question, as its query string, and how many documents that has."""

    label: str
    query: str
    count: int


def named_filters(filterset):
    """The filters that words of the question name: "schulden in Zwolle" may be asked of Zwolle alone.

    Where the other words find nothing there, all that is there is offered.
    """
    if filterset.words_problem:
        return []
    names, typed = _names(filterset), list(tokens(filterset.words))
    found, place = [], 0
    while place < len(typed):
        longest = min(LONGEST_NAME, len(typed) - place)
        length = next((n for n in range(longest, 0, -1) if _words(typed, place, n) in names), 0)
        for name, option in names[_words(typed, place, length)] if length else ():
            rest = _without(filterset.words, typed, place, length)
            offer = _offer(filterset, f"Alleen {option.label}", {"q": rest, name: option.key})
            if not offer.count:
                offer = _offer(filterset, f"Alles bij {option.label}", {"q": "", name: option.key})
            found.append(offer)
        place += length or 1
    return [offer for offer in found if offer.count][:MOST]


def wider_questions(filterset):
    """The question without one of its filters, as far as that has anything."""
    chosen = [(name, facet) for name, facet in filterset.facets.items() if not filterset.is_unasked(name)]
    offers = []
    for name, facet in chosen:
        if facet.chosen:
            labels = " en ".join(map(facet.label_of, facet.chosen))
            offers.append(_offer(filterset, labels, {name: ""}))
    return [offer for offer in offers if offer.count]


def shorter_questions(filterset):
    """The question with one of its words alone, as far as that has anything; most first."""
    words = list(dict.fromkeys(filterset.question.words))
    if len(words) < 2:
        return []
    offers = [_offer(filterset, word, {"q": word}) for word in words[:LONGEST_NAME]]
    return sorted([offer for offer in offers if offer.count], key=lambda offer: -offer.count)[:MOST]


def near_themes(filterset):
    """The themes that are about the same; else those with most documents."""
    facet = filterset.facets.get("thema")
    if facet is None:
        return []
    keys = _near_keys(filterset) or _largest_keys(facet)
    offers = [_offer(filterset, facet.label_of(key), {"q": "", "thema": key}, is_alone=True) for key in keys[:MOST]]
    return [offer for offer in offers if offer.count]


def _near_keys(filterset):
    index = filterset.index
    themes = index.with_code(code("soort", "thema"))
    near = nearest(index, filterset.question.text, themes) if filterset.question.wanted else []
    objects = dict(SearchDocument.objects.numbered(near).values_list("pk", "object_id"))
    options = index.options_of("thema")
    found = [options.get(code("thema", objects[pk])) for pk in near if pk in objects]
    return [option.key for option in found if option]


def _largest_keys(facet):
    whole = facet.whole_counts
    largest = sorted(whole, key=lambda value: -whole[value])
    return [facet.options[value].key for value in largest]


def _names(filterset):
    """``{words: [(facet, option), ...]}`` of everything by which this list can be narrowed."""
    index, kind = filterset.index, filterset.kind
    return index.memory.recall(
        ("names", type(filterset).__name__), lambda: _read_names(filterset.facet_names, index, kind)
    )


def _read_names(facet_names, index, kind):
    names = defaultdict(list)
    for name in facet_names:
        if not FACETS[name].is_named_in_questions:
            continue
        for value in index.counts_in(kind)[name]:
            option = index.options_of(name)[value]
            for called in {option.label, *option.other_names}:
                words = tuple(token.word for token in tokens(called))
                names[words].append((name, option))
    return dict(names)


def _words(typed, place, length):
    return tuple(token.word for token in typed[place : place + length])


def _without(text, typed, place, length):
    """The text without some of its words, nor those before them like "in"; nothing where only such words stay."""
    first = place
    while first and is_stop_word(typed[first - 1].word):
        first -= 1
    kept = typed[:first] + typed[place + length :]
    if all(is_stop_word(token.word) for token in kept):
        return ""
    return f"{text[: typed[first].start].strip()} {text[typed[place + length - 1].end :].strip()}".strip()


def _offer(filterset, label, changes, *, is_alone=False):
    """A question with other values; an empty value leaves a parameter out, and alone it leaves out all others."""
    kept = [] if is_alone else [pair for pair in parse_qsl(filterset.query) if pair[0] not in changes]
    query = urlencode(kept + [pair for pair in changes.items() if pair[1]])
    asked = type(filterset)(QueryDict(query), counts_facets=False)
    return Offer(label, query, asked.count)
