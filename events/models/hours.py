"""What stands on a day of an event, between two hours."""

from events.clock import check_clock, check_within, end_moment, moment


class HasHours:
    """A row with ``event``, ``date``, ``begins`` and ``ends``, each of which may be unknown."""

    @property
    def day(self):
        """The day it is on, as far as that is known."""
        return self.date

    @property
    def begins_at(self):
        """The moment of the begin, ``None`` where no hour is known."""
        return moment(self.day, self.begins)

    @property
    def ends_at(self):
        """The moment of the end, ``None`` where no hour is known."""
        return end_moment(self.day, self.begins, self.ends)

    def clean(self):
        """Its day lies within the event, and its hours exist on the night that the clock changes."""
        super().clean()
        if self.event_id:
            check_within(self.date, self.event)
        check_clock(
            self.date,
            begins=self.begins,
            ends=self.ends,
        )
