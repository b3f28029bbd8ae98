"""How many documents are analysed in a second, beside PostgreSQL's own analysis."""

from collections.abc import Callable, Iterable
from time import perf_counter
from zlib import crc32

from django.db import connection

from dutch.analysis import analyse, is_stop_word, prepare, words
from wording.numbers import amount

from .figures import TableLine

DOCUMENTS = 1_000
WORDS_PER_DOCUMENT = 120
# Multiples of it, without their whole part, fill the space between 0 and 1 evenly.
GOLDEN_RATIO = 0.6180339887498949
DOCUMENTS_ANALYSED = (
    "select length(to_tsvector('dutch', document)) from unnest(%s::text[]) as document"
)


def speed_lines(forms: list[str]) -> list[TableLine]:
    """How many documents are analysed in a second: with words that are new, and once more."""
    documents = documents_of(forms)
    prepare()
    lines = []
    for state in ("nieuwe woorden", "bekende woorden"):
        line = TableLine(
            label=f"Documenten per seconde, {state}",
            number=amount(len(documents)),
            own=per_second(analyse_all, documents),
            postgresql=per_second(analyse_in_database, documents),
        )
        lines.append(line)
    return lines


def documents_of(forms: list[str]) -> list[str]:
    """Return documents in which the word of rank n is drawn in proportion to 1/n, much as in text."""
    vocabulary = shuffled(set(forms))
    if not vocabulary:
        return []
    drawn = []
    for place in range(DOCUMENTS * WORDS_PER_DOCUMENT):
        chance = place * GOLDEN_RATIO % 1
        rank = int(len(vocabulary) ** chance)
        drawn.append(vocabulary[rank - 1])
    documents = []
    for start in range(0, len(drawn), WORDS_PER_DOCUMENT):
        words_of_document = drawn[start : start + WORDS_PER_DOCUMENT]
        documents.append(" ".join(words_of_document))
    return documents


def shuffled(forms: Iterable[str]) -> list[str]:
    """Words in an order that has nothing to do with them, the same in every run."""
    return sorted(forms, key=lambda form: (crc32(form.encode()), form))


def analyse_all(documents: list[str]) -> None:
    """Analyse every word that says something, as for writing the documents."""
    for document in documents:
        terms: set[str] = set()
        for word in words(document):
            if not is_stop_word(word):
                terms.update(analyse(word).terms)


def analyse_in_database(documents: list[str]) -> None:
    """Let PostgreSQL do the same."""
    with connection.cursor() as cursor:
        cursor.execute(DOCUMENTS_ANALYSED, [documents])
        cursor.fetchall()


def per_second(work: Callable[[list[str]], object], documents: list[str]) -> str:
    """How many documents this work does in a second."""
    start = perf_counter()
    work(documents)
    seconds = perf_counter() - start
    return amount(round(len(documents) / seconds))
