"""One cell of a spreadsheet ↔ one value; a cell that means nothing is refused in Dutch, never guessed.

Every widget raises ``ValueError`` with a Dutch sentence; the file gives texts, so ``original`` takes away what
protected a text against being run as a formula. Days and hours are in ``moments``, other objects in ``references``.
"""

import re
from decimal import Decimal, InvalidOperation

from import_export import widgets

from .formulas import UNSEEN, is_escaped, original

PLAIN_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")


class Cell:
    """What all widgets can say."""

    is_many = False  # whether a cell holds several other objects

    def shown(self, value):
        """The value as text, to compare and to show side by side."""
        return self.render(value)

    def remarks(self):
        """What to tell about the cell that was just read."""
        return []


class Text(Cell, widgets.Widget):
    """A text; spaces around it are dropped. ``empty`` is what an empty cell becomes: ``""`` or ``None``."""

    def __init__(self, empty=""):
        super().__init__()
        self.empty = empty

    def clean(self, value, row=None, **kwargs):
        if value is None:
            return self.empty
        text = str(value)
        if is_escaped(text):
            text = original(text)
        else:
            text = text.strip()
        if "\x00" in text:
            raise ValueError("Er staat een teken in dat geen tekst is.")
        return text or self.empty

    def render(self, value, obj=None, **kwargs):
        return value or ""

    def shown(self, value):
        """Without what a file cannot keep: how lines end, spaces after the text, letters that nobody sees."""
        text = self.render(value)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return UNSEEN.sub("", text).rstrip()


class Choice(Text):
    """One of a short list of words: an enumeration or the words themselves."""

    def __init__(self, choices):
        super().__init__()
        words = getattr(choices, "values", choices)
        self.choices = [str(word) for word in words]

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if text == "" or text in self.choices:
            return text
        words = ", ".join(filter(None, self.choices))
        raise ValueError(f"‘{text}’ kan hier niet; kies uit: {words}.")


class Number(Text):
    """A whole number, or one with a decimal point when ``decimals``; empty is unknown, or the number ``empty``."""

    def __init__(self, decimals=False, empty=None):
        super().__init__(empty=empty)
        self.decimals = decimals

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if text == self.empty:
            return self.empty
        number = self.number_in(text)
        if number is not None:
            return number
        if self.decimals:
            raise ValueError(f"‘{text}’ is geen getal.")
        raise ValueError(f"‘{text}’ is geen heel getal.")

    def number_in(self, text):
        """The number that the text is; ``None`` where it is none."""
        if not PLAIN_NUMBER.fullmatch(text):
            return None
        try:
            if self.decimals:
                return Decimal(text)
            return int(text)
        except (ValueError, InvalidOperation):
            return None

    def render(self, value, obj=None, **kwargs):
        if value is None:
            return ""
        if self.decimals:
            return f"{value:f}"
        return str(value)

    def shown(self, value):
        """50 and 50.00 are the same number."""
        text = self.render(value)
        if "." in text:
            return text.rstrip("0").rstrip(".")
        return text


class YesNo(Text):
    """``ja`` or ``nee``; empty is ``nee``."""

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value).lower()
        if text not in ("ja", "nee", ""):
            raise ValueError(f"‘{text}’ kan hier niet; schrijf ja of nee.")
        return text == "ja"

    def render(self, value, obj=None, **kwargs):
        if value:
            return "ja"
        return "nee"
