from datetime import timedelta

from django.db import models

from .initiative import Initiative


class SharingQuerySet(models.QuerySet):
    """The words for choosing who shared something."""

    def outdated(self, now):
        """Those past their term: a year after they shared it."""
        return self.filter(shared_at__lt=now - Sharing.TERM)


class Sharing(models.Model):
    """Who shared an example without an account; curators see it, and what happens is mailed to the address."""

    TERM = timedelta(days=365)

    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="praktijkvoorbeeld",
        related_name="sharings",
    )
    name = models.CharField("naam", max_length=100, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    shared_at = models.DateTimeField("gedeeld op")

    objects = SharingQuerySet.as_manager()

    class Meta:
        verbose_name = "gedeeld voorbeeld"
        verbose_name_plural = "gedeelde voorbeelden"
        ordering = ["-shared_at"]

    def __str__(self):
        return f"Gedeeld: {self.initiative}"
