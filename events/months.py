"""A month as weeks of days, with the events on each day."""

from calendar import Calendar, monthrange
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from .days import dates_of

# as far as events can be
FIRST_YEAR = 1950
LAST_YEAR = 2100


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
        _, days = monthrange(self.year, self.month)
        return date(self.year, self.month, days)

    @property
    def before(self):
        """The month before it, ``None`` where the agenda ends."""
        if self.month == 1:
            return Month.reached(self.year - 1, 12)
        return Month.reached(self.year, self.month - 1)

    @property
    def after(self):
        """The month after it, ``None`` where the agenda ends."""
        if self.month == 12:
            return Month.reached(self.year + 1, 1)
        return Month.reached(self.year, self.month + 1)

    @classmethod
    def reached(cls, year, month):
        """This month, ``None`` where the agenda does not reach it."""
        reached = cls(year, month)
        if reached.exists:
            return reached
        return None

    def weeks(self, events):
        """Weeks from Monday, each day as (date, its events); a day of another month is ``None``.

        Events of which the exact day is not known are on no day.
        """
        events_on = defaultdict(list)
        for event in events:
            if not event.date_note:
                for day in dates_of(event, self.first, self.last):
                    events_on[day].append(event)
        weeks = []
        for days in Calendar().monthdatescalendar(self.year, self.month):
            week = []
            for day in days:
                if day.month == self.month:
                    week.append((day, events_on[day]))
                else:
                    week.append(None)
            weeks.append(week)
        return weeks
