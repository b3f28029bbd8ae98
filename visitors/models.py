"""How often a visitor did something."""

from django.db import models


class RateLimit(models.Model):
    """How often something was done in the current period, by whom is only kept as a keyed fingerprint."""

    fingerprint = models.CharField(max_length=64, primary_key=True)
    period_started_at = models.DateTimeField()
    count = models.PositiveIntegerField()

    class Meta:
        db_table = "contact_ratelimit"  # where it stood before visitors had a room of their own
        verbose_name = "grens"
        verbose_name_plural = "grenzen"

    def __str__(self):
        return f"{self.count} keer sinds {self.period_started_at:%H:%M}"
