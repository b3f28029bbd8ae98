"""One cell of a spreadsheet ↔ one value; a cell that means nothing is refused in Dutch, never guessed.

Several values in one cell are separated by ``|``. Every widget raises ``ValueError`` with a Dutch sentence; the file
gives texts, so ``original`` takes away what protected a text against being run as a formula.
"""

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation

from django.utils import timezone
from import_export import widgets

from .formulas import UNSEEN, is_escaped, original

SEPARATOR = "|"
PLAIN_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")
PLAIN_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
PLAIN_HOUR = re.compile(r"(?:(?:1899-12-3[01]|1900-01-0[01])[T ])?([0-9]{1,2})[.:]([0-9]{2})(?::([0-9]{2}))?")
PLAIN_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{1,2}[.:][0-9]{2}(?::[0-9]{2})?)( \(wintertijd\))?")


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
        text = "" if value is None else str(value)
        text = original(text) if is_escaped(text) else text.strip()
        if "\x00" in text:
            raise ValueError("Er staat een teken in dat geen tekst is.")
        return text or self.empty

    def render(self, value, obj=None, **kwargs):
        return value or ""

    def shown(self, value):
        """Without what a file cannot keep: how lines end, spaces after the text, letters that nobody sees."""
        text = self.render(value).replace("\r\n", "\n").replace("\r", "\n")
        return UNSEEN.sub("", text).rstrip()


class Choice(Text):
    """One of a short list of words: an enumeration or the words themselves."""

    def __init__(self, choices):
        super().__init__()
        self.choices = [str(value) for value in getattr(choices, "values", choices)]

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if text not in [*self.choices, ""]:
            raise ValueError(f"‘{text}’ kan hier niet; kies uit: {', '.join(filter(None, self.choices))}.")
        return text


class Number(Text):
    """A whole number, or one with a decimal point when ``decimals``; empty is unknown, or the number ``empty``."""

    def __init__(self, decimals=False, empty=None):
        super().__init__(empty=empty)
        self.kind = Decimal if decimals else int

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if text == self.empty:
            return self.empty
        try:
            return self.kind(text if PLAIN_NUMBER.fullmatch(text) else "geen getal")
        except (ValueError, InvalidOperation):
            raise ValueError(f"‘{text}’ is geen {'getal' if self.kind is Decimal else 'heel getal'}.") from None

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else f"{value:f}" if self.kind is Decimal else str(value)

    def shown(self, value):
        """50 and 50.00 are the same number."""
        text = self.render(value)
        return text.rstrip("0").rstrip(".") if "." in text else text


class Day(Text):
    """A date as year-month-day; empty is unknown."""

    def __init__(self):
        super().__init__(empty=None)

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if text is None:
            return None
        try:
            return date.fromisoformat(text if PLAIN_DATE.fullmatch(text) else "geen datum")
        except ValueError:
            raise ValueError(f"‘{text}’ is geen datum zoals 2014-06-19.") from None

    def render(self, value, obj=None, **kwargs):
        return value.isoformat() if value else ""


class Hour(Text):
    """A time of day as 14:30 or 14.30; empty is unknown. Excel files may put its first days before it."""

    def __init__(self):
        super().__init__(empty=None)

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if text is None:
            return None
        found = PLAIN_HOUR.fullmatch(text)
        try:
            return time(*(int(part or 0) for part in found.groups()))
        except (AttributeError, ValueError):
            raise ValueError(f"‘{text}’ is geen tijd zoals 14:30.") from None

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else f"{value:%H:%M:%S}".removesuffix(":00")


class Moment(Text):
    """A day and time by the clock in the Netherlands; of the hour that comes twice the second says ``(wintertijd)``."""

    def __init__(self):
        super().__init__(empty=None)

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if text is None:
            return None
        found = PLAIN_MOMENT.fullmatch(text)
        try:
            there = datetime.combine(Day().clean(found[1]), Hour().clean(found[2]), timezone.get_default_timezone())
        except (TypeError, ValueError):
            raise ValueError(f"‘{text}’ is geen moment zoals 2014-06-19 14:30.") from None
        moment = there.replace(fold=1 if found[3] else 0).astimezone(UTC)
        if timezone.localtime(moment).replace(tzinfo=None) != there.replace(tzinfo=None):
            raise ValueError(f"‘{text}’ bestaat niet: die nacht gaat de klok van 2 naar 3 uur.")
        return moment

    def render(self, value, obj=None, **kwargs):
        if value is None:
            return ""
        there = timezone.localtime(value)
        return f"{there.date()} {Hour().render(there.time())}{' (wintertijd)' if there.fold else ''}"


class YesNo(Text):
    """``ja`` or ``nee``; empty is ``nee``."""

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value).lower()
        if text not in ("ja", "nee", ""):
            raise ValueError(f"‘{text}’ kan hier niet; schrijf ja of nee.")
        return text == "ja"

    def render(self, value, obj=None, **kwargs):
        return "ja" if value else "nee"


class Reference(Cell, widgets.ForeignKeyWidget):
    """Another object, by its slug or code; an unknown one is refused, or left out and told when ``drops_unknown``."""

    drops_unknown = False

    def __init__(self, model, field="slug"):
        super().__init__(model, field=field)
        self.found, self.dropped = None, []

    def clean(self, value, row=None, **kwargs):
        key = Text().clean(value)
        return next(iter(self.look_up_all([key] if key else [])), None)

    def look_up_all(self, keys):
        """The objects with these keys."""
        self.dropped, found = [], []
        for key in keys:
            try:
                found.append(self.look_up(key))
            except ValueError:
                if not self.drops_unknown:
                    raise
                self.dropped.append(key)
        return found

    def remarks(self):
        return [f"‘{key}’ bestaat niet als {self.model._meta.verbose_name} en is weggelaten." for key in self.dropped]

    def look_up(self, key):
        """The object with this key; all are read once, later ones (of the same file) one by one."""
        if self.found is None:
            self.found = {str(getattr(found, self.field)): found for found in self.model._default_manager.all()}
        if key not in self.found:
            self.found[key] = self.model._default_manager.filter(**{self.field: key}).first()
        if self.found[key] is None:
            del self.found[key]
            raise ValueError(f"‘{key}’ bestaat niet als {self.model._meta.verbose_name}.")
        return self.found[key]

    def render(self, value, obj=None, **kwargs):
        return str(getattr(value, self.field)) if value else ""


class References(Cell, widgets.ManyToManyWidget):
    """Several other objects, by their slugs or codes; an unknown one is refused, or left out and told."""

    is_many = True

    def __init__(self, model, field="slug"):
        super().__init__(model, field=field, separator=SEPARATOR)
        self.reference = Reference(model, field)

    def clean(self, value, row=None, **kwargs):
        keys = dict.fromkeys(key.strip() for key in Text().clean(value).split(SEPARATOR))
        return self.reference.look_up_all([key for key in keys if key])

    def remarks(self):
        return self.reference.remarks()

    def render(self, value, obj=None, **kwargs):
        return self.shown(value.all()) if value else ""

    def shown(self, value):
        return f" {SEPARATOR} ".join(sorted(str(getattr(found, self.field)) for found in value))
