"""A cell that holds the Dutch name of a choice, where what is stored is no word for readers."""

from typing import Any

from django.db.models import Choices, Model

from .rows import Texts
from .widgets import Text


class Label(Text):
    """One of an enumeration, by its label in small letters; an empty cell is ``empty``."""

    def __init__(self, choices: type[Choices], empty: str) -> None:
        super().__init__(empty=empty)
        self.labels: dict[str, str] = {}
        for stored, label in choices.choices:
            self.labels[stored] = label.lower()

    def clean(
        self,
        value: str | None,
        row: Texts | None = None,
        **kwargs: Any,
    ) -> str:
        self.remarks_on_cell = []
        text = super().clean(value)
        if text == self.empty:
            return text
        for stored, label in self.labels.items():
            if text.lower() == label:
                return stored
        labels = ", ".join(self.labels.values())
        sentence = f"‘{text}’ kan hier niet; kies uit: {labels}."
        return self.key_meant(text, sentence) or self.empty

    def meanings(self) -> list[tuple[str, str]]:
        return list(self.labels.items())

    def options(self) -> list[str]:
        return list(self.labels.values())

    def render(
        self,
        value: str,
        obj: Model | None = None,
        **kwargs: Any,
    ) -> str:
        return self.labels.get(value, "")
