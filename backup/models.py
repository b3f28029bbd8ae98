"""When back-ups were made, and what went wrong; the files themselves say what is in them."""

from datetime import timedelta

from django.db import models

RUNS_KEPT = timedelta(days=365)


class BackupRunQuerySet(models.QuerySet):
    """Times that a back-up was made or tried."""

    def whole(self):
        """The back-ups that were finished, newest first."""
        return self.filter(finished_at__isnull=False, problem="").order_by(
            "-started_at"
        )

    def outdated(self, now):
        """What nobody needs to look at any more."""
        return self.filter(started_at__lt=now - RUNS_KEPT)


class BackupRun(models.Model):
    """One time that a back-up was made; without an end it was broken off."""

    started_at = models.DateTimeField("begonnen op")
    finished_at = models.DateTimeField("klaar op", null=True, blank=True)
    file_name = models.CharField("bestand", max_length=200, blank=True)
    size = models.BigIntegerField("bytes", default=0)
    is_encrypted = models.BooleanField("versleuteld", default=False)
    problem = models.TextField("wat er misging", blank=True)

    objects = BackupRunQuerySet.as_manager()

    class Meta:
        verbose_name = "back-up"
        verbose_name_plural = "back-ups"
        ordering = ["-started_at"]

    def __str__(self):
        return self.file_name or str(self.started_at)
