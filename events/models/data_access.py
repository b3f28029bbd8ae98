from django.conf import settings
from django.db import models

from accounts.scopes import OwnedQuerySet
from events.choices import AccessKind

from .booking import Registration
from .event import Event


class DataAccess(models.Model):
    """Somebody opened data of attendees; written by the pages that show them, and changed by nobody.

    ``user_name`` is the address of who it was, since an account may be gone before its term is over.
    """

    OWNERS = ("event",)

    Kind = AccessKind

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="account",
        null=True,
        related_name="+",
    )
    user_name = models.EmailField("wie", max_length=254)
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        verbose_name="bijeenkomst",
        null=True,
        related_name="+",
    )
    registration = models.ForeignKey(
        Registration,
        models.SET_NULL,
        verbose_name="deelnemer",
        null=True,
        related_name="+",
    )
    kind = models.CharField("wat", max_length=30, choices=Kind)
    opened_at = models.DateTimeField("geopend op")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "inzage in gegevens"
        verbose_name_plural = "inzage in gegevens"
        ordering = ["-opened_at", "-pk"]
        indexes = [
            models.Index(
                fields=["opened_at"],
                name="data_access_opened_at",
            )
        ]

    def __str__(self):
        return f"{self.user_name}: {self.get_kind_display().lower()}"
