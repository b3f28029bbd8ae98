"""Where facts come from."""

from django.db import models

from accounts.scopes import ScopedQuerySet
from history.tracking import track_history

from .choices import SourceKind


class Source(models.Model):
    """Something that can be looked up: an article, a law, a register, or a judgement of the editors."""

    Kind = SourceKind

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    title = models.CharField("titel", max_length=300)
    kind = models.CharField("soort", max_length=20, choices=Kind)
    author = models.CharField("auteur", max_length=200, blank=True)
    publisher = models.CharField("uitgever", max_length=200, blank=True)
    published_on = models.DateField("verschenen op", null=True, blank=True)
    url = models.URLField("webadres", max_length=500, blank=True)
    note = models.TextField("toelichting", blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "bron"
        verbose_name_plural = "bronnen"
        ordering = ["title", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title=""),
                name="source_title_not_empty",
                violation_error_message="Een bron heeft een titel.",
            )
        ]

    def __str__(self):
        return self.title


track_history(Source)
