"""Measures how the text analysis brings words together and takes them apart, beside PostgreSQL's own."""

from collections.abc import Callable
from time import perf_counter
from typing import NamedTuple
from zlib import crc32

from django.core.management.base import BaseCommand
from django.db import connection

from dutch.analysis import Analysis, analyse, is_stop_word, prepare, tokens
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
DOCUMENTS_ANALYSED = (
    "select length(to_tsvector('dutch', document)) from unnest(%s::text[]) as document"
)


class TableLine(NamedTuple):
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
        pair_rows = []
        for form, lemma, upos in read_list(pairs, "form", "lemma", "upos"):
            if form != lemma and upos in KINDS:
                pair_rows.append((form, lemma, upos))
        compound_rows = read_list(compounds, "form", "parts")
        other_rows = read_list(others, "form")
        forms = [row[0] for row in [*pair_rows, *compound_rows, *other_rows]]
        # first: a word that was analysed before is in memory
        speed = speed_lines(forms)
        lines = [
            *pair_lines(pair_rows),
            *compound_lines(compound_rows, other_rows),
            *speed,
        ]
        self.stdout.write(table_of(lines))
        words = []
        for form, lemma, _ in pair_rows:
            words += [form, lemma]
        joined = joined_lemmas(words)
        self.stdout.write(
            f"Termen die lemma’s samenbrengen die geen familie zijn: {amount(len(joined))}"
        )
        for term, lemmas in joined.items():
            self.stdout.write(f"  {term}: {', '.join(lemmas)}")


def pair_lines(pairs: list[Row]) -> list[TableLine]:
    """How many pairs of a form and its lemma are brought together, all and by kind of word."""
    forms = [form for form, _, _ in pairs]
    lemmas = [lemma for _, lemma, _ in pairs]
    own = [matches(form, lemma) for form, lemma, _ in pairs]
    theirs = column_of(PAIRS_TOGETHER, forms, lemmas)
    lines = [share_line("Woordparen samengebracht", own, theirs)]
    for kind, name in KINDS.items():
        places = []
        for place, (_, _, upos) in enumerate(pairs):
            if upos == kind:
                places.append(place)
        own_of_kind = [own[place] for place in places]
        theirs_of_kind = [theirs[place] for place in places]
        lines.append(share_line(f"  {name}", own_of_kind, theirs_of_kind))
    return lines


def compound_lines(
    compounds: list[Row],
    others: list[Row],
) -> list[TableLine]:
    """How many compounds are found with each of their parts, and how many other words are split in vain."""
    own = [matches_every_part(form, parts) for form, parts in compounds]
    theirs = column_of(
        COMPOUNDS_FOUND,
        [form for form, _ in compounds],
        [parts for _, parts in compounds],
    )
    words = [word for (word,) in others]
    split = [is_split(word) for word in words]
    return [
        share_line("Samenstellingen gevonden met elk deel", own, theirs),
        share_line(
            "Andere woorden gesplitst",
            split,
            column_of(WORDS_SPLIT, words),
        ),
    ]


def matches_every_part(form: str, parts: str) -> bool:
    """Whether each of these parts, with spaces between them, finds the compound."""
    return all(matches(part, form) for part in parts.split())


def matches(query: str, document: str) -> bool:
    """Whether a query finds a document, each of them a word or what the analysis makes several words of."""
    terms: set[str] = set()
    for token in tokens(document):
        terms.update(analyse(token.word).terms)
    analyses = [analyse(token.word) for token in tokens(query)]
    return bool(analyses) and all(is_among(analysis, terms) for analysis in analyses)


def is_among(analysis: Analysis, terms: set[str]) -> bool:
    """Whether a word is found by these terms: as itself, or by all the parts of a compound."""
    if not terms.isdisjoint(analysis.whole):
        return True
    for part in analysis.parts:
        if terms.isdisjoint(part):
            return False
    return bool(analysis.parts)


def is_split(word: str) -> bool:
    """Whether the analysis takes a word apart."""
    analyses = [analyse(token.word) for token in tokens(word)]
    if len(analyses) > 1:
        return True
    return any(
        analysis.parts or set(analysis.terms) > set(analysis.whole)
        for analysis in analyses
    )


def column_of(sql: str, *values: list[str]) -> list:
    """The only column of what the database answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [value for (value,) in cursor]


def speed_lines(words: list[str]) -> list[TableLine]:
    """How many documents are analysed in a second: with words that are new, and once more."""
    documents = documents_of(words)
    number = amount(len(documents))
    prepare()
    lines = []
    for state in ("nieuwe woorden", "bekende woorden"):
        own = per_second(analyse_all, documents)
        theirs = per_second(
            lambda texts: column_of(DOCUMENTS_ANALYSED, texts),
            documents,
        )
        lines.append(TableLine(f"Documenten per seconde, {state}", number, own, theirs))
    return lines


def documents_of(words: list[str]) -> list[str]:
    """Return documents in which the word of rank n is drawn in proportion to 1/n, much as in text."""
    vocabulary = sorted(
        set(words),
        key=lambda word: (crc32(word.encode()), word),
    )
    if not vocabulary:
        return []
    drawn = []
    for place in range(DOCUMENTS * WORDS_PER_DOCUMENT):
        rank = int(len(vocabulary) ** (place * GOLDEN_RATIO % 1)) - 1
        drawn.append(vocabulary[rank])
    starts = range(0, len(drawn), WORDS_PER_DOCUMENT)
    return [" ".join(drawn[start : start + WORDS_PER_DOCUMENT]) for start in starts]


def analyse_all(documents: list[str]) -> None:
    """Analyse every word that says something, as for writing the documents."""
    for document in documents:
        terms: set[str] = set()
        for token in tokens(document):
            if not is_stop_word(token.word):
                terms.update(analyse(token.word).terms)


def per_second(work: Callable[[list[str]], object], documents: list[str]) -> str:
    """How many documents this work does in a second."""
    start = perf_counter()
    work(documents)
    return amount(round(len(documents) / (perf_counter() - start)))


def share_line(label: str, own: list[bool], theirs: list[bool]) -> TableLine:
    """A line with how often it went well, of how many."""
    return TableLine(
        label,
        amount(len(own)),
        percentage(own),
        percentage(theirs),
    )


def percentage(outcomes: list[bool]) -> str:
    """Which part of these is true; a dash where there are none."""
    if not outcomes:
        return "-"
    share = 100 * sum(map(bool, outcomes)) / len(outcomes)
    return f"{share:.1f}%".replace(".", ",")


def table_of(lines: list[TableLine]) -> str:
    """The lines under each other, with labels to the left and figures to the right."""
    rows = [TableLine("Meting", "n", "eigen", "PostgreSQL dutch"), *lines]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    printed = []
    for label, *figures in rows:
        cells = [label.ljust(widths[0])]
        for figure, width in zip(figures, widths[1:], strict=True):
            cells.append(figure.rjust(width))
        printed.append("  ".join(cells))
    return "\n".join(printed)
