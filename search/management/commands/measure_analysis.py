"""Measures how the text analysis brings words together and takes them apart, beside PostgreSQL's own."""

from collections.abc import Callable
from itertools import islice
from time import perf_counter
from typing import NamedTuple
from zlib import crc32

from django.core.management.base import BaseCommand
from django.db import connection

from dutch.analysis import analyse, is_stop_word, prepare, tokens
from dutch.kin import joined_lemmas
from search.word_lists import Row, add_list, read_list
from wording.numbers import amount

KINDS = {
    "NOUN": "zelfstandige naamwoorden",
    "VERB": "werkwoorden",
    "ADJ": "bijvoeglijke naamwoorden",
}
DOCUMENTS = 1_000
WORDS_PER_DOCUMENT = 120
# Multiples of it, without their whole part, fill the space between 0 and 1 evenly.
GOLDEN_RATIO = 0.6180339887498949

PAIRS_TOGETHER = """
    select coalesce(ts_lexize('dutch_stem', form) && ts_lexize('dutch_stem', lemma), false)
    from unnest(%s::text[], %s::text[]) with ordinality as pair(form, lemma, place) order by place
"""
COMPOUNDS_FOUND = """
    select bool_and(to_tsvector('dutch', form) @@ plainto_tsquery('dutch', part))
    from unnest(%s::text[], %s::text[]) with ordinality as compound(form, parts, place),
         unnest(string_to_array(parts, ' ')) as part
    group by place order by place
"""
WORDS_SPLIT = """
    select length(to_tsvector('dutch', form)) > 1
    from unnest(%s::text[]) with ordinality as word(form, place) order by place
"""
DOCUMENTS_ANALYSED = "select length(to_tsvector('dutch', document)) from unnest(%s::text[]) as document"


class Line(NamedTuple):
    """One line of the table, with its figures as they are printed."""

    label: str
    number: str
    own: str
    postgresql: str


class Command(BaseCommand):
    """Print one table; the lists come from outside, so that others can be laid beside it."""

    help = "Meet de tekstanalyse van de zoekmachine, naast die van PostgreSQL zelf."

    def add_arguments(self, parser):
        add_list(parser, "--pairs", "form", "lemma", "upos")
        add_list(parser, "--compounds", "form", "parts")
        add_list(parser, "--others", "form")

    def handle(self, *, pairs, compounds, others, **options):
        lists = (
            [row for row in read_list(pairs, "form", "lemma", "upos") if row[0] != row[1] and row[2] in KINDS],
            read_list(compounds, "form", "parts"),
            read_list(others, "form"),
        )
        # Speed first: a word that was analysed before is in memory.
        speed = _speed_lines([row[0] for rows in lists for row in rows])
        self.stdout.write(_table([*_pair_lines(lists[0]), *_compound_lines(*lists[1:]), *speed]))
        joined = joined_lemmas(word for row in lists[0] for word in row[:2])
        self.stdout.write(f"Termen die lemma’s samenbrengen die geen familie zijn: {amount(len(joined))}")
        for term, lemmas in joined.items():
            self.stdout.write(f"  {term}: {', '.join(lemmas)}")


def _pair_lines(pairs: list[Row]) -> list[Line]:
    own = [_matches(form, lemma) for form, lemma, _ in pairs]
    theirs = _query(PAIRS_TOGETHER, [row[0] for row in pairs], [row[1] for row in pairs])
    lines = [_share("Woordparen samengebracht", own, theirs)]
    for kind, name in KINDS.items():
        places = [place for place, row in enumerate(pairs) if row[2] == kind]
        lines.append(_share(f"  {name}", [own[place] for place in places], [theirs[place] for place in places]))
    return lines


def _compound_lines(compounds: list[Row], others: list[Row]) -> list[Line]:
    found = [all(_matches(part, form) for part in parts.split()) for form, parts in compounds]
    theirs = _query(COMPOUNDS_FOUND, [row[0] for row in compounds], [row[1] for row in compounds])
    words = [row[0] for row in others]
    return [
        _share("Samenstellingen gevonden met elk deel", found, theirs),
        _share("Andere woorden gesplitst", [_is_split(word) for word in words], _query(WORDS_SPLIT, words)),
    ]


def _matches(query: str, document: str) -> bool:
    """Tell whether a query finds a document, each of them a word or what the analysis makes several words of."""
    terms = {term for token in tokens(document) for term in analyse(token.word).terms}
    analyses = [analyse(token.word) for token in tokens(query)]
    return bool(analyses) and all(
        not terms.isdisjoint(each.whole)
        or (bool(each.parts) and all(not terms.isdisjoint(part) for part in each.parts))
        for each in analyses
    )


def _is_split(word: str) -> bool:
    analyses = [analyse(token.word) for token in tokens(word)]
    return len(analyses) > 1 or any(each.parts or set(each.terms) > set(each.whole) for each in analyses)


def _query(sql: str, *values: list[str]) -> list:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [value for (value,) in cursor]


def _speed_lines(words: list[str]) -> list[Line]:
    documents = _documents(words)
    number = amount(len(documents))
    prepare()
    return [
        Line(
            f"Documenten per seconde, {state}",
            number,
            _per_second(_analyse_all, documents),
            _per_second(lambda texts: _query(DOCUMENTS_ANALYSED, texts), documents),
        )
        for state in ("nieuwe woorden", "bekende woorden")
    ]


def _documents(words: list[str]) -> list[str]:
    """Return documents in which the word of rank n is drawn in proportion to 1/n, much as in text."""
    vocabulary = sorted(set(words), key=lambda word: (crc32(word.encode()), word))
    if not vocabulary:
        return []
    ranks = (int(len(vocabulary) ** (place * GOLDEN_RATIO % 1)) - 1 for place in range(DOCUMENTS * WORDS_PER_DOCUMENT))
    drawn = (vocabulary[rank] for rank in ranks)
    return [" ".join(islice(drawn, WORDS_PER_DOCUMENT)) for _ in range(DOCUMENTS)]


def _analyse_all(documents: list[str]) -> None:
    for document in documents:
        terms: set[str] = set()
        for token in tokens(document):
            if not is_stop_word(token.word):
                terms.update(analyse(token.word).terms)


def _per_second(work: Callable[[list[str]], object], documents: list[str]) -> str:
    start = perf_counter()
    work(documents)
    return amount(round(len(documents) / (perf_counter() - start)))


def _share(label: str, own: list[bool], theirs: list[bool]) -> Line:
    return Line(label, amount(len(own)), _percentage(own), _percentage(theirs))


def _percentage(outcomes: list[bool]) -> str:
    if not outcomes:
        return "-"
    return f"{100 * sum(map(bool, outcomes)) / len(outcomes):.1f}%".replace(".", ",")


def _table(lines: list[Line]) -> str:
    rows = [Line("Meting", "n", "eigen", "PostgreSQL dutch"), *lines]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
