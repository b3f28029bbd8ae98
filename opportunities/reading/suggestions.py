"""Which sentence of a document may be about which theme, page by page and heading by heading.

The words of a theme's name and what curators wrote down as synonyms decide, by the same analysis as the search.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from dutch.analysis import analyse, tokens
from initiatives.models import Theme
from search.question import Group, Phrase, read_question
from search.synonyms import Synonyms

from .layout import cut

SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
MOST_SUGGESTED = 3  # themes for one sentence
ENOUGH = 0.5  # of the words of a theme's name
LONGEST_QUOTE = 600
LONGEST_PLACE = 200


@dataclass(frozen=True)
class Sentence:
    """A sentence of the document, counted from 1, and the themes that it may be about."""

    number: int
    text: str
    themes: list[Theme]

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
                Section(block.page, block.heading, begins_page=block.page != page)
            )
            page = block.page
        paragraph = []
        for sentence in sentences_of(block.text):
            number += 1
            paragraph.append(Sentence(number, sentence, finder.themes_in(sentence)))
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

    def themes_in(self, sentence: str) -> list[Theme]:
        """At most three, those of which most words stand in it first."""
        terms: set[str] = set()
        for token in tokens(sentence):
            terms.update(analyse(token.word).terms)
        likely = []
        for theme, groups in self.wanted:
            share = share_in(terms, groups)
            if share >= ENOUGH:
                likely.append((share, theme))
        likely.sort(key=lambda pair: -pair[0])
        return [theme for _, theme in likely[:MOST_SUGGESTED]]


def share_in(terms: set[str], groups: Collection[Group | Phrase]) -> float:
    """Which part of the words of a name stand in a sentence, themselves or as a synonym."""
    if not groups:
        return 0
    count = 0
    for group in groups:
        ways = (group.words, *group.alternatives)
        count += any(stand_in(terms, words) for words in ways)
    return count / len(groups)


def stand_in(terms: set[str], words: Iterable[str]) -> bool:
    """Whether all these words stand in a sentence: each itself, or all the parts of a compound."""
    for word in words:
        analysis = analyse(word)
        missing = [part for part in analysis.parts if terms.isdisjoint(part)]
        has_parts = bool(analysis.parts) and not missing
        if not has_parts and terms.isdisjoint(analysis.whole):
            return False
    return True
