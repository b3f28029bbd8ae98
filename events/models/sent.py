from django.db import models

from accounts.scopes import OwnedQuerySet

from .booking import Registration


class SentEntry(models.Model):
    """An entry of a calendar as it last went out to somebody; ``uid`` by which their program knows it."""

    OWNERS = ("registration",)

    registration = models.ForeignKey(
        Registration,
        models.CASCADE,
        verbose_name="deelnemer",
        related_name="sent_entries",
    )
    uid = models.CharField("kenmerk in de agenda", max_length=200)
    text = models.TextField("zoals verstuurd")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "verstuurd agendapunt"
        verbose_name_plural = "verstuurde agendapunten"
        ordering = ["registration", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "uid"],
                name="sent_entry_unique",
                violation_error_message="Dit agendapunt staat er al.",
            )
        ]

    def __str__(self):
        return self.uid
