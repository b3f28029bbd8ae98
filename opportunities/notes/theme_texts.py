"""What the editors wrote with themes: duties of municipalities, what a library can do, questions for the talk."""

from collections import defaultdict
from dataclasses import dataclass

from initiatives.models import ConversationQuestion, LibraryOffer, MunicipalDuty, Theme

MOST_DUTIES = 2
MOST_OFFERS = 6
MOST_QUESTIONS = 5


@dataclass(frozen=True)
class Duty:
    """What a municipality has to do about a theme, and where the law says so."""

    theme: str
    text: str
    law: str
    article: str

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{self.law}, {self.article}"


class ThemeTexts:
    """The texts of all themes, loaded once, in 3 queries."""

    def __init__(self) -> None:
        self._duties = by_theme(MunicipalDuty.objects.order_by("position", "pk"))
        self._offers = by_theme(LibraryOffer.objects.order_by("position", "pk"))
        self._questions = by_theme(
            ConversationQuestion.objects.order_by("position", "pk")
        )

    def duties_of(self, themes: list[Theme]) -> list[Duty]:
        """The first duty of each theme that has any; of a single theme more."""
        of_each = max(MOST_DUTIES // len(themes), 1)
        duties = []
        for theme in themes:
            for duty in self._duties[theme.pk][:of_each]:
                duties.append(Duty(theme.name, duty.text, duty.law, duty.article))
        return duties

    def offers_for(self, themes: list[Theme]) -> list[str]:
        """What a library can do for these themes, some of each; for a theme without any that of its main theme."""
        offers = []
        for theme in themes:
            of_theme = self._offers[theme.pk] or self._offers[theme.parent_id]
            offers += [offer.text for offer in of_theme[: MOST_OFFERS // len(themes)]]
        return list(dict.fromkeys(offers))

    def questions_about(self, themes: list[Theme]) -> list[str]:
        """Questions for the talk, at most two of each theme."""
        questions = []
        for theme in themes:
            questions += [question.text for question in self._questions[theme.pk][:2]]
        return list(dict.fromkeys(questions))[:MOST_QUESTIONS]


def by_theme(texts) -> dict[int, list]:
    """{theme id: its texts}."""
    grouped = defaultdict(list)
    for text in texts:
        grouped[text.theme_id].append(text)
    return grouped
