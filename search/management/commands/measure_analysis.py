"""Measures how the text analysis brings words together and takes them apart, beside PostgreSQL's own."""

from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter
from typing import NamedTuple
from zlib import crc32

from django.core.management.base import BaseCommand
from django.db import connection

from dutch.analysis import Analysis, analyse, is_stop_word, prepare, words
from dutch.kin import joined_lemmas
from search.figures import TableLine, share_line, table_of
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


class WordPair(NamedTuple):
    """A form of a word with its lemma, and what kind of word that is."""

    form: str
    lemma: str
    kind: str


class Command(BaseCommand):
    """Print one table; the lists come from outside, so that others can be laid beside it."""

    help = "Meet de tekstanalyse van de zoekmachine, naast die van PostgreSQL zelf."

    def add_arguments(self, parser):
        add_list(parser, "--pairs", "form", "lemma", "upos")
        add_list(parser, "--compounds", "form", "parts")
        add_list(parser, "--others", "form")

    def handle(self, *, pairs, compounds, others, **options):
        word_pairs = read_pairs(pairs)
        compound_rows = read_list(compounds, "form", "parts")
        other_words = [form for (form,) in read_list(others, "form")]
        forms = [pair.form for pair in word_pairs]
        forms += [form for form, _ in compound_rows]
        forms += other_words
        # first: a word that was analysed before is in memory
        lines_about_speed = speed_lines(forms)
        lines = [
            *pair_lines(word_pairs),
            *compound_lines(compound_rows, other_words),
            *lines_about_speed,
        ]
        self.stdout.write(table_of(lines))
        self.write_joined_lemmas(word_pairs)

    def write_joined_lemmas(self, pairs):
        """Print which lemmas come together by a term, though they are no family."""
        words = []
        for pair in pairs:
            words.append(pair.form)
            words.append(pair.lemma)
        joined = joined_lemmas(words)
        self.stdout.write(
            f"Termen die lemma’s samenbrengen die geen familie zijn: {amount(len(joined))}"
        )
        for term, lemmas in joined.items():
            self.stdout.write(f"  {term}: {', '.join(lemmas)}")


def read_pairs(path: Path) -> list[WordPair]:
    """The pairs of a list of which the form is not the lemma itself, of the kinds of words that have forms."""
    pairs = []
    for row in read_list(path, "form", "lemma", "upos"):
        pair = WordPair(*row)
        if pair.form != pair.lemma and pair.kind in KINDS:
            pairs.append(pair)
    return pairs


def pair_lines(pairs: list[WordPair]) -> list[TableLine]:
    """How many pairs of a form and its lemma are brought together, all and by kind of word."""
    forms = [pair.form for pair in pairs]
    lemmas = [pair.lemma for pair in pairs]
    own = [matches(pair.form, pair.lemma) for pair in pairs]
    postgresql = column_of(PAIRS_TOGETHER, forms, lemmas)
    lines = [share_line("Woordparen samengebracht", own, postgresql)]
    for kind, name in KINDS.items():
        own_of_kind = []
        postgresql_of_kind = []
        for place, pair in enumerate(pairs):
            if pair.kind == kind:
                own_of_kind.append(own[place])
                postgresql_of_kind.append(postgresql[place])
        lines.append(share_line(f"  {name}", own_of_kind, postgresql_of_kind))
    return lines


def compound_lines(
    compounds: list[Row],
    other_words: list[str],
) -> list[TableLine]:
    """How many compounds are found with each of their parts, and how many other words are split in vain."""
    forms = [form for form, _ in compounds]
    parts_of_forms = [parts for _, parts in compounds]
    own_found = [matches_every_part(form, parts) for form, parts in compounds]
    postgresql_found = column_of(COMPOUNDS_FOUND, forms, parts_of_forms)
    own_split = [is_split(word) for word in other_words]
    postgresql_split = column_of(WORDS_SPLIT, other_words)
    return [
        share_line(
            "Samenstellingen gevonden met elk deel",
            own_found,
            postgresql_found,
        ),
        share_line(
            "Andere woorden gesplitst",
            own_split,
            postgresql_split,
        ),
    ]


def matches_every_part(form: str, parts: str) -> bool:
    """Whether each of these parts, with spaces between them, finds the compound."""
    return all(matches(part, form) for part in parts.split())


def matches(query: str, document: str) -> bool:
    """Whether a query finds a document, each of them a word or what the analysis makes several words of."""
    terms: set[str] = set()
    for word in words(document):
        terms.update(analyse(word).terms)
    analyses = [analyse(word) for word in words(query)]
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
    analyses = [analyse(piece) for piece in words(word)]
    if len(analyses) > 1:
        return True
    for analysis in analyses:
        has_other_terms = set(analysis.terms) > set(analysis.whole)
        if analysis.parts or has_other_terms:
            return True
    return False


def column_of(sql: str, *values: list[str]) -> list:
    """The only column of what the database answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [value for (value,) in cursor]


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
    column_of(DOCUMENTS_ANALYSED, documents)


def per_second(work: Callable[[list[str]], object], documents: list[str]) -> str:
    """How many documents this work does in a second."""
    start = perf_counter()
    work(documents)
    seconds = perf_counter() - start
    return amount(round(len(documents) / seconds))
