import secrets
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from partners.models import Municipality


def new_token() -> str:
    """A secret that nobody can guess: 128 bits."""
    return secrets.token_urlsafe(16)


class TermQuerySet(models.QuerySet):
    """The words for choosing what is kept for a term."""

    def kept(self, today: date) -> Self:
        """Rows whose term is not over."""
        return self.filter(remove_on__gt=today)

    def outdated(self, today: date) -> Self:
        """Rows that must go."""
        return self.filter(remove_on__lte=today)


class Note(models.Model):
    """A gespreksnotitie: what a library takes to a talk, behind a secret address and for a term.

    ``choices`` is what was filled in, ``content`` what was made of it that day (``opportunities/notes/content.py``):
    the figures of a note do not change after the talk. Both may hold a name and address, so that it is only seen with
    the link: no admin, no history, no search.
    """

    token = models.CharField(
        "geheim adres",
        max_length=40,
        unique=True,
        default=new_token,
        editable=False,
    )
    municipality = models.ForeignKey(
        Municipality,
        models.CASCADE,
        verbose_name="gemeente",
        related_name="+",
    )
    choices = models.JSONField("keuzes")
    content = models.JSONField("inhoud")
    # a small PNG of our own making; goes with the note
    logo = models.BinaryField("logo", default=bytes, blank=True)
    saved_on = models.DateField("bewaard op")
    remove_on = models.DateField("verwijderen op")

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = "gespreksnotitie"
        verbose_name_plural = "gespreksnotities"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(saved_on__lt=models.F("remove_on")),
                name="note_has_a_term",
                violation_error_message="Een notitie wordt na het bewaren verwijderd.",
            )
        ]

    def __str__(self):
        return f"Gespreksnotitie {self.municipality}"

    def get_absolute_url(self):
        return reverse("opportunities:note_detail", args=[self.token])
