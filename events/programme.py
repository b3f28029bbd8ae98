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
        hours = []
        for session in self.sessions:
            if session.begins:
                hours.append(session.begins)
        return min(hours, default=None)

    @property
    def ends(self) -> time | None:
        """The last known hour; one after midnight is later than any on the day."""
        ending = [session for session in self.sessions if session.ends]
        if not ending:
            return None
        last = max(
            ending,
            key=lambda session: (session.ends < session.begins, session.ends),
        )
        return last.ends


@dataclass
class ProgrammeDay:
    """What happens on one day; ``date`` is ``None`` where that is not known."""

    date: date | None
    slots: list[Slot] = field(default_factory=list)

    @property
    def has_hours(self):
        """Whether of any part the hour is known."""
        return any(slot.begins for slot in self.slots)

    def add(self, session):
        """A session of a round that has begun stands beside the others of it."""
        for slot in self.slots:
            if slot.round and slot.round == session.round:
                slot.sessions.append(session)
                return
        self.slots.append(Slot(session.round, [session]))


def programme_of(event):
    """The days of a programme; ``sessions`` of the event are loaded, in their order."""
    days = {}
    for session in event.sessions.all():
        day = days.setdefault(session.day, ProgrammeDay(session.day))
        day.add(session)
    return list(days.values())
