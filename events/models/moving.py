from datetime import timedelta

from django.db import models


class MovesAsWhole(models.Model):
    """An event that knows on which days it was when it was loaded: its programme moves along with it."""

    was_on = None  # (first day, last day); none for what is new

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db, field_names, values):
        event = super().from_db(db, field_names, values)
        if {"starts_on", "ends_on"} <= event.__dict__.keys():
            event.was_on = (event.starts_on, event.ends_on)
        return event

    @property
    def moved(self):
        """How far it went to other days; nothing where it only became longer or shorter."""
        if self.was_on is None:
            return timedelta()
        first, last = self.was_on
        moved = self.starts_on - first
        if self.ends_on - last != moved:
            return timedelta()
        return moved
