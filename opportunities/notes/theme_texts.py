"""What the editors wrote with themes: duties of municipalities, what a library can do, questions for the talk."""

from collections import defaultdict
from dataclasses import dataclass

from initiatives.models import ConversationQuestion, LibraryOffer, MunicipalDuty, Theme

MOST_DUTIES = 2
MOST_OFFERS = 6
MOST_QUESTIONS = 5
MOST_OF_EACH = 2  # questions about one theme


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
        self._duties = texts_by_theme(MunicipalDuty)
        self._offers = texts_by_theme(LibraryOffer)
        self._questions = texts_by_theme(ConversationQuestion)

    def duties_of(self, themes: list[Theme]) -> list[Duty]:
        """The first duty of each theme that has any; of a single theme more."""
        of_each = max(MOST_DUTIES // len(themes), 1)
        duties = []
        for theme in themes:
            for row in self._duties[theme.pk][:of_each]:
                duty = Duty(theme.name, row.text, row.law, row.article)
                duties.append(duty)
        return duties

    def offers_for(self, themes: list[Theme]) -> list[str]:
        """What a library can do for these themes, some of each; for a theme without any that of its main theme."""
        of_each = MOST_OFFERS // len(themes)
        texts = []
        for theme in themes:
            offers = self._offers[theme.pk] or self._offers[theme.parent_id]
            for offer in offers[:of_each]:
                texts.append(offer.text)
        return list(dict.fromkeys(texts))

    def questions_about(self, themes: list[Theme]) -> list[str]:
        """Questions for the talk, some of each theme."""
        texts = []
        for theme in themes:
            for question in self._questions[theme.pk][:MOST_OF_EACH]:
                texts.append(question.text)
        return list(dict.fromkeys(texts))[:MOST_QUESTIONS]


def texts_by_theme(
    model: type[MunicipalDuty | LibraryOffer | ConversationQuestion],
) -> dict[int, list]:
    """{theme id: its texts of one kind, in their order}."""
    texts = defaultdict(list)
    for row in model.objects.order_by("position", "pk"):
        texts[row.theme_id].append(row)
    return texts
