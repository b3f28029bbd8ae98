"""A document theme by theme: the sentences that say most of each, so that a curator need not read them all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from initiatives.models import Theme
from opportunities.models import Passage

from .suggestions import Likely, Section, Sentence

AT_ONCE = 3  # sentences of a theme; the others are folded away
SHORT = 4  # words: "Meedoen dus." says less than the sentence before it


@dataclass(frozen=True)
class Suggested:
    """A sentence that may be about a theme, with where it stands."""

    section: Section
    sentence: Sentence
    likely: Likely
    is_under_heading: bool  # that is about the theme as well


@dataclass(frozen=True)
class ThemeInText:
    """What a document may say of a theme, the most telling sentences first, and what was marked of it."""

    theme: Theme
    first: list[Suggested]
    others: list[Suggested]
    passages: list[Passage]

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to show of it."""
        return not self.first and not self.passages


def themes_in_text(
    sections: Iterable[Section],
    passages: Iterable[Passage],
) -> list[ThemeInText]:
    """All themes in their order, also those of which it says nothing; 1 query."""
    suggested = defaultdict(list)
    for suggestion in all_suggested(sections):
        theme = suggestion.likely.theme
        suggested[theme.pk].append(suggestion)
    marked = defaultdict(list)
    for passage in passages:
        marked[passage.theme_id].append(passage)
    themes = []
    for theme in Theme.objects.all():
        ranked = most_telling_first(suggested[theme.pk])
        in_text = ThemeInText(
            theme=theme,
            first=ranked[:AT_ONCE],
            others=ranked[AT_ONCE:],
            passages=marked[theme.pk],
        )
        themes.append(in_text)
    return themes


def all_suggested(sections: Iterable[Section]) -> Iterator[Suggested]:
    """Every sentence with every theme that it may be about."""
    for section in sections:
        of_heading = {likely.theme.pk for likely in section.likely}
        for paragraph in section.paragraphs:
            for sentence in paragraph:
                for likely in sentence.likely:
                    is_under_heading = likely.theme.pk in of_heading
                    yield Suggested(section, sentence, likely, is_under_heading)


def most_telling_first(suggested: list[Suggested]) -> list[Suggested]:
    """Those with most words of the name first, then those where no word is a part of another one, then the longer.

    Then those under a heading about the theme, those whose words are seldom in this document, as what it says
    everywhere tells little, and those that are about few other themes.
    """
    evidence = [suggestion.likely.evidence for suggestion in suggested]
    times = Counter(evidence)

    def place(
        suggestion: Suggested,
    ) -> tuple[float, bool, bool, bool, int, int, int]:
        likely = suggestion.likely
        sentence = suggestion.sentence
        words = sentence.text.split()
        return (
            -likely.share,
            not likely.is_literal,
            len(words) <= SHORT,
            not suggestion.is_under_heading,
            times[likely.evidence],
            len(sentence.likely),
            sentence.number,
        )

    return sorted(suggested, key=place)
