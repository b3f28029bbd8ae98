from django.db import models
from django.utils import timezone

from .event import Event


class ChangesEvent(models.Model):
    """What hangs under an event and is in its calendar: a change of it is one of the event, which calendars ask for."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self.note_change()

    def delete(self, *args, **kwargs):
        self.note_change()
        return super().delete(*args, **kwargs)

    def note_change(self):
        """Say that the event is different from now on."""
        Event.objects.filter(pk=self.event_id).update(updated_at=timezone.now())
