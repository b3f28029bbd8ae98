"""A month as weeks of days, with the events on each day."""

from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from .days import dates_of

FIRST_YEAR, LAST_YEAR = 1950, 2100  # as far as events can be


@dataclass(frozen=True)
class Month:
    """A month that the agenda can show."""

    year: int
    month: int

    @property
    def exists(self):
        """Whether the agenda reaches so far."""
        return FIRST_YEAR <= self.year <= LAST_YEAR and 1 <= self.month <= 12

    @property
    def first(self):
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self):
        """Its last day."""
        return max(day for week in self._weeks() for day in week if day.month == self.month)

    @property
    def before(self):
        """The month before it, ``None`` where the agenda ends."""
        return self._moved(-1)

    @property
    def after(self):
        """The month after it, ``None`` where the agenda ends."""
        return self._moved(1)

    def _moved(self, number):
        year, month = divmod(self.year * 12 + self.month - 1 + number, 12)
        moved = Month(year, month + 1)
        return moved if moved.exists else None

    def weeks(self, events):
        """Weeks from Monday, each day as (date, its events); a day of another month is ``None``.

        Events of which the exact day is not known are on no day.
        """
        on = defaultdict(list)
        for event in events:
            for day in [] if event.date_note else dates_of(event, self.first, self.last):
                on[day].append(event)
        return [[(day, on[day]) if day.month == self.month else None for day in week] for week in self._weeks()]

    def _weeks(self):
        return Calendar().monthdatescalendar(self.year, self.month)
