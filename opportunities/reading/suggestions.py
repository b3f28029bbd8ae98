"""Which sentence of a document may be about which theme, page by page and heading by heading.

The words of a theme's name and what curators wrote down as synonyms decide, by the same analysis as the search. A table
of contents says nothing of its own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Self

from dutch.analysis import analyse, tokens
from dutch.lexicon import fold, lexicon
from initiatives.models import Theme
from search.groups import Group, Phrase, Words
from search.question import read_question
from search.synonyms import Synonyms

from .layout import cut

CONTENTS = re.compile(r"inhoud(sopgave)?", re.IGNORECASE)
SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
MOST_SUGGESTED = 3  # themes for one sentence
ENOUGH = 0.5  # of the words of a theme's name
# so common is what says little in another form: "werken aan" is no work, "starten met" no enterprise
ORDINARY = 5.0
LONGEST_QUOTE = 600
LONGEST_PLACE = 200


@dataclass(frozen=True)
class Likely:
    """A theme that a sentence may be about, and why: the words of its name, or their synonyms, that stand in it."""

    theme: Theme
    share: float  # of the words of the name
    evidence: tuple[Words, ...]
    is_literal: bool  # no word stands in it as a part of another one only, as debt does in student debt


@dataclass(frozen=True)
class Sentence:
    """A sentence of the document, counted from 1, and what it may be about."""

    number: int
    text: str
    likely: list[Likely]

    @property
    def themes(self) -> list[Theme]:
        """The themes that it may be about."""
        return [likely.theme for likely in self.likely]

    @property
    def quote(self) -> str:
        """As much of it as a passage can hold."""
        return self.text[:LONGEST_QUOTE]


@dataclass
class Section:
    """What stands under one heading on one page: paragraphs, which are lists of ``Sentence``s."""

    page: int | None
    heading: str
    begins_page: bool
    likely: list[Likely]  # what the heading is about
    paragraphs: list[list[Sentence]] = field(default_factory=list)

    @property
    def place(self) -> str:
        """As much of the heading as a passage can hold."""
        return self.heading[:LONGEST_PLACE]


def read_text(text: str) -> list[Section]:
    """The text as ``Section``s; 2 queries."""
    finder = ThemeFinder()
    sections: list[Section] = []
    page = None
    number = 0
    for block in cut(text):
        if not sections or (sections[-1].page, sections[-1].heading) != (
            block.page,
            block.heading,
        ):
            sections.append(
                Section(
                    block.page,
                    block.heading,
                    begins_page=block.page != page,
                    likely=finder.themes_in(block.heading),
                )
            )
            page = block.page
        is_contents = CONTENTS.fullmatch(block.heading)
        paragraph = []
        for sentence in sentences_of(block.text):
            number += 1
            likely = [] if is_contents else finder.themes_in(sentence)
            paragraph.append(Sentence(number, sentence, likely))
        sections[-1].paragraphs.append(paragraph)
    return sections


def only_suggested(sections: Iterable[Section]) -> list[Section]:
    """The same, with only the sentences that may be about a theme."""
    kept = []
    for section in sections:
        paragraphs = []
        for paragraph in section.paragraphs:
            suggested = [sentence for sentence in paragraph if sentence.themes]
            if suggested:
                paragraphs.append(suggested)
        if paragraphs:
            kept.append(
                Section(
                    section.page,
                    section.heading,
                    begins_page=True,
                    likely=section.likely,
                    paragraphs=paragraphs,
                )
            )
    return kept


def sentences_of(paragraph: str) -> list[str]:
    """The sentences of a paragraph."""
    sentences = [text.strip() for text in SENTENCE.findall(paragraph)]
    return [sentence for sentence in sentences if sentence]


class ThemeFinder:
    """Finds the themes of a sentence; loads themes and synonyms once."""

    def __init__(self) -> None:
        synonyms = Synonyms.load()
        # they say more
        parts_first = sorted(
            Theme.objects.all(),
            key=lambda theme: theme.parent_id is None,
        )
        self.wanted = [
            (theme, read_question(theme.name, synonyms).wanted) for theme in parts_first
        ]

    def themes_in(self, sentence: str) -> list[Likely]:
        """At most three, those of which most words stand in it first."""
        words = WordsOf.sentence(sentence)
        likely = []
        for theme, groups in self.wanted:
            evidence = evidence_in(words, groups)
            share = len(evidence) / len(groups) if groups else 0
            if share >= ENOUGH:
                is_literal = all(map(words.have_whole, chain.from_iterable(evidence)))
                likely.append(Likely(theme, share, evidence, is_literal))
        likely.sort(key=lambda one: -one.share)
        return likely[:MOST_SUGGESTED]


@dataclass(frozen=True)
class WordsOf:
    """The words of a sentence, and the search terms of those that say something in whatever form."""

    words: frozenset[str]
    terms: frozenset[str]
    wholes: frozenset[str]  # of those terms, the ones of whole words

    @classmethod
    def sentence(cls, text: str) -> Self:
        """Those of this sentence."""
        words = frozenset(fold(token.word) for token in tokens(text))
        terms: set[str] = set()
        wholes: set[str] = set()
        for word in words:
            if lexicon().frequency(word) < ORDINARY:
                analysis = analyse(word)
                terms.update(analysis.terms)
                wholes.update(analysis.whole)
        return cls(
            words,
            frozenset(terms),
            frozenset(wholes),
        )

    def have_whole(self, wanted: str) -> bool:
        """Whether this word is among them, itself or in another form."""
        if fold(wanted) in self.words:
            return True
        return not self.wholes.isdisjoint(analyse(wanted).whole)

    def have(self, wanted: str) -> bool:
        """Whether this word is among them: itself, in another form, or as all the parts of a compound."""
        if fold(wanted) in self.words:
            return True
        analysis = analyse(wanted)
        if not self.terms.isdisjoint(analysis.whole):
            return True
        missing = [part for part in analysis.parts if self.terms.isdisjoint(part)]
        return bool(analysis.parts) and not missing


def evidence_in(
    sentence: WordsOf,
    groups: Iterable[Group | Phrase],
) -> tuple[Words, ...]:
    """Of each word of a name that stands in a sentence: itself, or the synonym that does."""
    evidence = []
    for group in groups:
        for words in (group.words, *group.alternatives):
            if all(map(sentence.have, words)):
                evidence.append(words)
                break
    return tuple(evidence)
