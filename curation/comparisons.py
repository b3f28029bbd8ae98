"""When entries of a kind were last compared with each other, and how far a comparison is that runs now."""

from datetime import timedelta

from django.db import models


class Comparison(models.Model):
    """The comparison of all entries of one kind; ``finished_at`` is empty while it waits or runs."""

    # after this time without an end it may be asked for once more
    GIVEN_UP = timedelta(hours=1)

    # like initiatives.initiative
    model = models.CharField("soort", max_length=100, unique=True)
    asked_at = models.DateTimeField("gevraagd op")
    finished_at = models.DateTimeField("klaar op", null=True, blank=True)
    total = models.PositiveIntegerField("aantal", default=0)
    done = models.PositiveIntegerField("gedaan", default=0)

    class Meta:
        verbose_name = "vergelijking"
        verbose_name_plural = "vergelijkingen"
        ordering = ["model"]

    def __str__(self):
        return self.model

    def is_busy(self, now):
        """Whether it waits for the worker, or runs."""
        return self.finished_at is None and now - self.asked_at < self.GIVEN_UP

    @property
    def percentage(self):
        """How far it is, 0 to 100."""
        if not self.total:
            return 0
        return min(100, 100 * self.done // self.total)
