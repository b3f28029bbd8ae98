from django.conf import settings
from django.db import models

from accounts.scopes import OwnedQuerySet

from .booking import Registration


class RegistrationStep(models.Model):
    """What happened to a registration and when; without names, since it is shown and kept with it only."""

    OWNERS = ("registration",)

    registration = models.ForeignKey(
        Registration,
        models.CASCADE,
        verbose_name="deelnemer",
        related_name="steps",
    )
    text = models.CharField("wat", max_length=200)
    reason = models.CharField("waarom", max_length=200, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="door",
        null=True,
        blank=True,
        related_name="+",
    )
    taken_at = models.DateTimeField("op")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "stap van een aanmelding"
        verbose_name_plural = "stappen van aanmeldingen"
        ordering = ["pk"]

    def __str__(self):
        return self.text
