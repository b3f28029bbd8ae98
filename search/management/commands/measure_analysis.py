"""Measures how the text analysis brings words together and takes them apart, beside PostgreSQL's own."""

from pathlib import Path
from typing import NamedTuple

from django.core.management.base import BaseCommand
from django.db import connection

from dutch.analysis import Analysis, analyse, words
from dutch.kin import joined_lemmas
from search.analysis_speed import speed_lines
from search.figures import TableLine, share_line, table_of
from search.word_lists import add_list, read_list
from wording.numbers import amount

KINDS = {
    "NOUN": "zelfstandige naamwoorden",
    "VERB": "werkwoorden",
    "ADJ": "bijvoeglijke naamwoorden",
}

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


class WordPair(NamedTuple):
    """A form of a word with its lemma, and what kind of word that is."""

    form: str
    lemma: str
    kind: str


class WrittenCompound(NamedTuple):
    """A compound with its parts, which have spaces between them."""

    form: str
    parts: str


class Command(BaseCommand):
    """Print one table; the lists come from outside, so that others can be laid beside it."""

    help = "Meet de tekstanalyse van de zoekmachine, naast die van PostgreSQL zelf."

    def add_arguments(self, parser):
        add_list(parser, "--pairs", "form", "lemma", "upos")
        add_list(parser, "--compounds", "form", "parts")
        add_list(parser, "--others", "form")

    def handle(self, *, pairs, compounds, others, **options):
        word_pairs = read_pairs(pairs)
        written_compounds = []
        for row in read_list(compounds, "form", "parts"):
            written_compounds.append(WrittenCompound(*row))
        other_words = [form for (form,) in read_list(others, "form")]
        words_with_forms = [*word_pairs, *written_compounds]
        forms = [word.form for word in words_with_forms] + other_words
        # first: a word that was analysed before is in memory
        lines_about_speed = speed_lines(forms)
        lines = [
            *pair_lines(word_pairs),
            compounds_line(written_compounds),
            other_words_line(other_words),
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
    forms = []
    lemmas = []
    own = []
    for pair in pairs:
        forms.append(pair.form)
        lemmas.append(pair.lemma)
        own.append(matches(pair.form, pair.lemma))
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


def compounds_line(compounds: list[WrittenCompound]) -> TableLine:
    """How many compounds are found with each of their parts."""
    forms = []
    parts_of_forms = []
    own = []
    for compound in compounds:
        forms.append(compound.form)
        parts_of_forms.append(compound.parts)
        own.append(is_found_by_every_part(compound))
    return share_line(
        "Samenstellingen gevonden met elk deel",
        own,
        column_of(COMPOUNDS_FOUND, forms, parts_of_forms),
    )


def other_words_line(words_without_parts: list[str]) -> TableLine:
    """How many other words are split in vain."""
    own = [is_split(word) for word in words_without_parts]
    return share_line(
        "Andere woorden gesplitst",
        own,
        column_of(WORDS_SPLIT, words_without_parts),
    )


def is_found_by_every_part(compound: WrittenCompound) -> bool:
    """Whether each part finds the compound."""
    return all(matches(part, compound.form) for part in compound.parts.split())


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
