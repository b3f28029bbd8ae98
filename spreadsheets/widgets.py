"""One cell of a spreadsheet ↔ one value; a cell that means nothing is refused in Dutch, never guessed.

Every widget raises ``ValueError`` with a Dutch sentence; the file gives texts, so ``original`` takes away what
protected a text against being run as a formula. Days and hours are in ``moments``, other objects in ``references``.
"""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import Choices, Model
from import_export import widgets

from visitors.asked import NO_TEXT, is_storable
from wording.numbers import without_zeros
from wording.yes_or_no import yes_or_no

from .cells import Cell
from .formulas import UNSEEN, is_escaped, original
from .numbers import in_plain_notation, is_unsure
from .refusing import FORMULA_WITHOUT_VALUE
from .rows import Texts
from .tables import plain

YES = ("ja", "j", "x", "true", "waar", "1")
NO = ("nee", "n", "false", "onwaar", "0", "")
# what Excel and LibreOffice show where a formula goes wrong, in English and in Dutch
ERROR_VALUES = (
    *("#N/A", "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!"),
    *("#N/B", "#LEEG!", "#DEEL/0!", "#WAARDE!", "#VERW!", "#NAAM?", "#GETAL!"),
)


class Text(Cell, widgets.Widget):
    """A text; spaces around it are dropped. ``empty`` is what an empty cell becomes: ``""`` or ``None``."""

    def __init__(self, empty: str | int | None = "") -> None:
        super().__init__()
        self.empty: Any = empty  # of the kind that the cell is read as

    def clean(
        self,
        value: str | None,
        row: Texts | None = None,
        **kwargs: Any,
    ) -> Any:
        if value is None:
            return self.empty
        text = str(value)
        if is_escaped(text):
            text = original(text)
        else:
            text = text.strip()
        if not is_storable(text):
            raise ValueError(NO_TEXT)
        refuse_errors(text)
        return text or self.empty

    def render(
        self,
        value: Any,
        obj: Model | None = None,
        **kwargs: Any,
    ) -> str:
        return value or ""

    def shown(self, value: Any) -> str:
        """Without what a file cannot keep: how lines end, spaces after the text, letters that nobody sees."""
        text = self.render(value)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return UNSEEN.sub("", text).rstrip()


def refuse_errors(text: str) -> None:
    """Refuse a cell that shows a mistake in a formula, or a formula of which the file does not say the outcome."""
    if text == FORMULA_WITHOUT_VALUE:
        raise ValueError(
            "Hier staat een formule zonder uitkomst. Bewaar het bestand opnieuw in Excel of LibreOffice."
        )
    if text in ERROR_VALUES:
        raise ValueError(
            f"Hier staat de foutwaarde ‘{text}’. Verbeter de cel of maak hem leeg."
        )


class Choice(Text):
    """One of a short list of words: an enumeration, also by what the screen says, or the words themselves."""

    def __init__(self, choices: type[Choices] | Iterable[str]) -> None:
        super().__init__()
        words = getattr(choices, "values", choices)
        labels = getattr(choices, "labels", words)
        self.choices = [str(word) for word in words]
        self.labels = [str(label) for label in labels]
        self.by_plain_word: dict[str, str] = {}
        for word, label in zip(self.choices, self.labels, strict=True):
            self.by_plain_word[plain(label)] = word
        for word in self.choices:  # which says more than what another one is called
            self.by_plain_word[plain(word)] = word
        self.by_plain_word.pop("", None)  # a sign without letters says nothing

    def clean(
        self,
        value: str | None,
        row: Texts | None = None,
        **kwargs: Any,
    ) -> str:
        self.remarks_on_cell = []
        text = super().clean(value)
        if text == "" or text in self.choices:
            return text
        plain_word = plain(text)
        if plain_word in self.by_plain_word:
            return self.by_plain_word[plain_word]
        words = ", ".join(filter(None, self.choices))
        sentence = f"‘{text}’ kan hier niet; kies uit: {words}."
        return self.key_meant(text, sentence)

    def options(self) -> list[str]:
        return self.labels

    def meanings(self) -> list[tuple[str, str]]:
        pairs = zip(self.choices, self.labels, strict=True)
        return [(word, label) for word, label in pairs if word]


class Number(Text):
    """A whole number, or one with decimals when ``decimals``, as the Dutch or computers write it.

    Empty is unknown, or the number ``empty``; of a percentage the number before the sign counts. Where no value reaches
    a thousand, a point is always a decimal one: ``reaches_thousand`` is False.
    """

    def __init__(
        self,
        decimals: bool = False,
        empty: int | None = None,
        reaches_thousand: bool = True,
    ) -> None:
        super().__init__(empty=empty)
        self.decimals = decimals
        self.reaches_thousand = reaches_thousand

    def clean(
        self,
        value: str | None,
        row: Texts | None = None,
        **kwargs: Any,
    ) -> Decimal | int | None:
        text = super().clean(value)
        if text == self.empty:
            return self.empty
        text = text.removesuffix("%").rstrip()
        if self.decimals and self.reaches_thousand and is_unsure(text):
            thousand = text.replace(".", "")
            fraction = text.replace(".", ",")
            raise ValueError(
                f"‘{text}’ kan een duizendtal zijn of een breuk. Schrijf {thousand} of {fraction}."
            )
        number = self.number_in(text)
        if number is not None:
            return number
        if self.decimals:
            raise ValueError(f"‘{text}’ is geen getal.")
        raise ValueError(f"‘{text}’ is geen heel getal.")

    def number_in(self, text: str) -> Decimal | int | None:
        """The number that the text is; ``None`` where it is none."""
        notation = in_plain_notation(text, decimals=self.decimals)
        try:
            if self.decimals:
                return Decimal(notation)
            return int(notation)
        except (ValueError, InvalidOperation):
            return None

    def explained(self) -> str:
        if self.decimals:
            return "een getal, zoals 1250 of 12,5"
        return "een heel getal, zoals 1250"

    def render(
        self,
        value: Decimal | int | None,
        obj: Model | None = None,
        **kwargs: Any,
    ) -> str:
        if value is None:
            return ""
        if self.decimals:
            return f"{value:f}"
        return str(value)

    def shown(self, value: Decimal | int | None) -> str:
        """50 and 50.00 are the same number."""
        return without_zeros(self.render(value))


class YesNo(Text):
    """``ja`` or ``nee``, also as a cross, a 1 or what Excel writes; empty is ``nee``."""

    def clean(
        self,
        value: str | None,
        row: Texts | None = None,
        **kwargs: Any,
    ) -> bool:
        text = super().clean(value).lower()
        if text not in (*YES, *NO):
            raise ValueError(f"‘{text}’ kan hier niet; schrijf ja of nee.")
        return text in YES

    def options(self) -> list[str]:
        return ["ja", "nee"]

    def render(
        self,
        value: bool,
        obj: Model | None = None,
        **kwargs: Any,
    ) -> str:
        return yes_or_no(value)
