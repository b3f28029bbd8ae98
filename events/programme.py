"""The programme as readers see it: days, and on each what follows what; sessions of one round stand together."""

from dataclasses import dataclass, field
from datetime import date, time


@dataclass
class Slot:
    """One row: a part for everybody, or the sessions of a round between which one chooses."""

    round: int | None = None
    sessions: list = field(default_factory=list)

    @property
    def begins(self) -> time | None:
        """The first known hour."""
        return min((each.begins for each in self.sessions if each.begins), default=None)

    @property
    def ends(self) -> time | None:
        """The last known hour."""
        return max((each.ends for each in self.sessions if each.ends), default=None)


@dataclass
class ProgrammeDay:
    """What happens on one day; ``date`` is ``None`` where that is not known."""

    date: date | None
    slots: list[Slot] = field(default_factory=list)

    @property
    def has_hours(self):
        """Whether of any part the hour is known."""
        return any(slot.begins for slot in self.slots)


def programme_of(event):
    """The days of a programme; ``sessions`` of the event are loaded, in their order."""
    days = {}
    for session in event.sessions.all():
        date = session.date or (event.starts_on if event.starts_on == event.ends_on else None)
        _add(days.setdefault(date, ProgrammeDay(date)), session)
    return list(days.values())


def _add(day, session):
    """A session of a round that has begun stands beside the others of it."""
    slot = next((each for each in day.slots if each.round and each.round == session.round), None)
    if slot is None:
        slot = Slot(session.round)
        day.slots.append(slot)
    slot.sessions.append(session)
