"""On which days an event is, and at what hours: from its rows of days, and the days between that have none."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from .clock import end_moment, moment

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """One day of an event, or several in a row of which no hours are known."""

    first: date
    last: date
    begins: time | None = None
    ends: time | None = None
    note: str = ""

    @property
    def begins_at(self):
        """The moment of the begin, ``None`` where no hour is known."""
        return moment(self.first, self.begins)

    @property
    def ends_at(self):
        """The moment of the end, ``None`` where no hour is known."""
        return end_moment(self.last, self.begins, self.ends)


def stretches_of(event):
    """The days of an event in order; a day without a row counts, unless the rows name its first and last day.

    So a meeting on two Thursdays is not on the Friday between; ``days`` of the event are loaded.
    """
    rows = []
    for day in event.days.all():
        if event.starts_on <= day.date <= event.ends_on:
            rows.append(day)
    names_ends = (
        len(rows) > 1
        and rows[0].date == event.starts_on
        and rows[-1].date == event.ends_on
    )
    stretches = []
    following = event.starts_on
    for row in rows:
        if following < row.date and not names_ends:
            stretches.append(Stretch(following, row.date - ONE_DAY))
        stretches.append(Stretch(row.date, row.date, row.begins, row.ends, row.note))
        following = row.date + ONE_DAY
    if following <= event.ends_on:
        stretches.append(Stretch(following, event.ends_on))
    return stretches


def dates_of(event, first, last):
    """The dates from ``first`` up to and including ``last`` on which an event is."""
    dates = []
    for stretch in stretches_of(event):
        date_of_event = max(first, stretch.first)
        until = min(last, stretch.last)
        while date_of_event <= until:
            dates.append(date_of_event)
            date_of_event += ONE_DAY
    return dates
