"""What somebody may be typing: titles, themes, organisations, municipalities and meetings that begin so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from pyroaring import BitMap

from dutch.analysis import is_question_word, is_stop_word, words

from .codes import code
from .documents.draft import ANYWHERE, AS_WRITTEN, IN_SUMMARY, IN_TITLE
from .finding import found_by
from .groups import single
from .index import Index
from .keeping import current_index
from .models import SearchDocument
from .options import Option
from .prefixes import SHORTEST, grown, words_beginning_with
from .registry import FACETS, suggested_kinds
from .results import Results

PER_KIND = 3
CONSIDERED = 30  # of each kind, of which those come first whose title begins so
MOST = 8


@dataclass(frozen=True)
class Suggestion:
    """What is offered, and where it leads."""

    title: str
    kind_label: str
    address: str


def suggestions(
    text: str,
    kind: str | None = None,
    overview: str = "",
) -> list[Suggestion]:
    """At most 8 pages with these words, the last word perhaps unfinished; few of each kind.

    In an overview of a kind, with the address ``overview``, what its list can be narrowed by leads to that list.
    """
    index = current_index()
    likely = likely_documents(text, index)
    by_address: dict[str, Suggestion] = {}
    for document in best_of_each_kind(likely, index, text):
        suggestion = suggestion_of(document, index, text, kind, overview)
        if suggestion:
            by_address.setdefault(suggestion.address, suggestion)
    return list(by_address.values())[:MOST]


def likely_documents(text: str, index: Index) -> BitMap:
    """The documents with all words in their title; else, of several words, in a title and summary, or anywhere.

    Where they are nowhere together, while the last one begins a word that we know, those with the words before it.
    """
    typed = [word for word in words(text) if not is_question_word(word)]
    if len(typed) < 2:
        return documents_with(terms_in(IN_TITLE, words(text)), index)
    *before, last = typed
    places = [IN_TITLE, IN_SUMMARY]
    if len(last) >= SHORTEST:
        places.append(ANYWHERE)
    for mark in places:
        documents = documents_with(terms_in(mark, typed), index)
        if documents:
            return documents
    if not words_beginning_with(last):
        return BitMap()
    titled = [single(word).terms(IN_TITLE) for word in telling_of(before)]
    return documents_with(titled, index)


def documents_with(terms_of_all: Sequence[str], index: Index) -> BitMap:
    """The documents that have all of these search terms; none where there are no terms."""
    if not terms_of_all:
        return BitMap()
    documents = index.everything
    for terms in terms_of_all:
        documents = documents & found_by(index, terms)
    return documents


def telling_of(typed: Iterable[str]) -> list[str]:
    """The words without those that stand in every text."""
    return [word for word in typed if not is_stop_word(word)]


def terms_in(mark: str, typed: Sequence[str]) -> list[str]:
    """Search terms of a title or summary with all of the words; of "de" and the like only names of places know any."""
    if not typed:
        return []
    *before, last = typed
    telling = telling_of(before)
    wanted = [single(word).terms(mark) for word in telling]
    if telling and is_stop_word(last):
        return wanted
    if len(last) >= SHORTEST:
        return [*wanted, grown(last).terms(mark)]
    if telling:
        last_begun = f"'{mark}{last}':* | '{mark}{AS_WRITTEN}{last}':*"
        return [*wanted, last_begun]
    if before:
        return [begun_name(before, last)]
    return []


def begun_name(words_before: Iterable[str], last: str) -> str:
    """Search terms of the name of a place that has these words, and then one that begins like the last."""
    name = [f"'{AS_WRITTEN}{word}':A" for word in words_before]
    name.append(f"'{AS_WRITTEN}{last}':*A")
    return " <-> ".join(name)


def suggestion_of(
    document: SearchDocument,
    index: Index,
    text: str,
    kind: str | None,
    overview: str,
) -> Suggestion | None:
    """A document as a page to open, or as a filter of the list; nothing where it is neither."""
    kind_label = label_with_name(document, index, text)
    if not kind or document.kind == kind:
        return Suggestion(
            title=document.title,
            kind_label=kind_label,
            address=document.card["url"],
        )
    option = option_of(document, index)
    if not option:
        return None
    in_list = index.with_code(code("soort", kind))
    with_option = index.with_code(option.code)
    if not with_option.intersect(in_list):
        return None
    query = urlencode({document.kind: option.key})
    return Suggestion(
        title=document.title,
        kind_label=f"{kind_label}: toon alleen deze",
        address=f"{overview}?{query}",
    )


def label_with_name(document: SearchDocument, index: Index, text: str) -> str:
    """The kind of a document; with the other name of a place that begins as was typed: Nissewaard with Spijkenisse."""
    other_name = other_name_of(document, index, text)
    if not other_name:
        return document.kind_label
    return f"{document.kind_label} ({other_name})"


def option_of(document: SearchDocument, index: Index) -> Option | None:
    """The value of a facet that a document is, as some kinds of documents are; nothing for the others."""
    facet = document.kind
    if facet not in FACETS:
        return None
    return index.options_of(facet).get(code(facet, document.object_id))


def other_name_of(document: SearchDocument, index: Index, text: str) -> str:
    """The other name of a place that begins as was typed; nothing where its own name does, or no name."""
    option = option_of(document, index)
    if not option or begins_so(document.title, text):
        return ""
    for name in option.other_names:
        if begins_so(name, text):
            return name
    return ""


def begins_so(name: str, text: str) -> bool:
    """Whether a name begins as was typed."""
    beginning = text.casefold().strip()
    return name.casefold().startswith(beginning)


def best_of_each_kind(
    titled_so: BitMap,
    index: Index,
    text: str,
) -> list[SearchDocument]:
    """Few of each kind: what is called so, then what has another name that begins so, then all else."""
    best: list[SearchDocument] = []
    for kind in suggested_kinds():
        of_kind = titled_so & index.with_code(code("soort", kind.name))
        if not of_kind:
            continue
        results = Results(index, "relevantie", [of_kind])
        called_so = []
        with_such_a_name = []
        others = []
        for document in results[:CONSIDERED]:
            if begins_so(document.title, text):
                called_so.append(document)
            elif other_name_of(document, index, text):
                with_such_a_name.append(document)
            else:
                others.append(document)
        best += [*called_so, *with_such_a_name, *others][:PER_KIND]
    return best
