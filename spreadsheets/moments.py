"""Days and hours in a cell of a spreadsheet."""

import re
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Model
from django.utils import timezone

from .rows import Texts
from .widgets import Text

PLAIN_DATE = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?"
)
DUTCH_DATE = re.compile(
    r"([0-9]{1,2})(?:[-/.]([0-9]{1,2})[-/.]| ([a-z]{3,9})\.? )((?:[0-9]{2})?[0-9]{2})"
)
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
PLAIN_HOUR = re.compile(
    r"(?:(?:1899-12-3[01]|1900-01-0[01])[T ])?([0-9]{1,2})[.:]([0-9]{2})(?::([0-9]{2}))?"
)
PLAIN_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{1,2}[.:][0-9]{2}(?::[0-9]{2})?)( \(wintertijd\))?"
)


class Clocked(Text):
    """What is read from a cell by ``read`` and written into one by ``write``; empty is unknown."""

    def __init__(self) -> None:
        super().__init__(empty=None)

    def clean(
        self,
        value: str | None,
        row: Texts | None = None,
        **kwargs: Any,
    ) -> Any:
        text = super().clean(value)
        if text is None:
            return None
        return self.read(text)

    def render(
        self,
        value: Any,
        obj: Model | None = None,
        **kwargs: Any,
    ) -> str:
        if value is None:
            return ""
        return self.write(value)


class Day(Clocked):
    """A date as year-month-day, or as the Dutch write it: 1-12-2026, 12 mei 2026."""

    def read(self, text: str) -> date:
        day = day_in(text)
        if day is None:
            raise ValueError(f"‘{text}’ is geen datum zoals 2014-06-19.")
        return day

    def explained(self) -> str:
        return "een datum, zoals 1-12-2026"

    def write(self, value: date) -> str:
        return value.isoformat()


class Hour(Clocked):
    """A time of day as 14:30 or 14.30. Excel files may put its first days before it."""

    def read(self, text: str) -> time:
        hour = hour_in(text)
        if hour is None:
            raise ValueError(f"‘{text}’ is geen tijd zoals 14:30.")
        return hour

    def explained(self) -> str:
        return "een tijd, zoals 14:30"

    def write(self, value: time) -> str:
        return f"{value:%H:%M:%S}".removesuffix(":00")


class Moment(Clocked):
    """A day and time by the clock in the Netherlands; of the hour that comes twice the second says ``(wintertijd)``."""

    def read(self, text: str) -> datetime:
        local = moment_in(text)
        if local is None:
            raise ValueError(f"‘{text}’ is geen moment zoals 2014-06-19 14:30.")
        moment = local.astimezone(UTC)
        read_back = timezone.localtime(moment)
        if read_back.replace(tzinfo=None) != local.replace(tzinfo=None):
            raise ValueError(
                f"‘{text}’ bestaat niet: die nacht gaat de klok van 2 naar 3 uur."
            )
        return moment

    def explained(self) -> str:
        return "een dag en een tijd, zoals 2026-12-01 14:30"

    def write(self, value: datetime) -> str:
        local = timezone.localtime(value)
        hour = Hour().write(local.time())
        text = f"{local.date()} {hour}"
        if local.fold:
            return f"{text} (wintertijd)"
        return text


def day_in(text: str) -> date | None:
    """The day that a text is; ``None`` where it is none."""
    match = PLAIN_DATE.fullmatch(text)
    try:
        if match:
            return date.fromisoformat(match[1])
        return dutch_day(text)
    except ValueError:
        return None


def dutch_day(text: str) -> date | None:
    """The day in Dutch order, the month as a number or a word; ``None`` where it is none, ``ValueError`` on no day."""
    match = DUTCH_DATE.fullmatch(text.lower())
    if match is None:
        return None
    day, number, word, year = match.groups()
    month = int(number or month_of(word))
    if len(year) == 2:
        year = f"20{year}"
    return date(
        int(year),
        month,
        int(day),
    )


def month_of(word: str) -> int:
    """The number of the month with this name or the beginning of it; 0 where there is none."""
    if word == "mrt":
        return 3
    for number, name in enumerate(MONTHS, 1):
        if name.startswith(word):
            return number
    return 0


def hour_in(text: str) -> time | None:
    """The time of day that a text is; ``None`` where it is none."""
    match = PLAIN_HOUR.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = match.groups(default="0")
    try:
        return time(
            int(hours),
            int(minutes),
            int(seconds),
        )
    except ValueError:
        return None


def moment_in(text: str) -> datetime | None:
    """The moment that a text is, by the clock in the Netherlands; ``None`` where it is none."""
    match = PLAIN_MOMENT.fullmatch(text)
    if match is None:
        return None
    day = day_in(match[1])
    hour = hour_in(match[2])
    if day is None or hour is None:
        return None
    local = datetime.combine(
        day,
        hour,
        timezone.get_default_timezone(),
    )
    if match[3]:
        return local.replace(fold=1)
    return local
