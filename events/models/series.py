from django.db import models

from accounts.scopes import ScopedQuerySet
from sources.model_fields import several_sources


class EventSeries(models.Model):
    """Meetings that belong together: each next one is an edition."""

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    name = models.CharField("naam", max_length=200)
    description = models.TextField("omschrijving", blank=True)
    sources = several_sources()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "reeks"
        verbose_name_plural = "reeksen"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="event_series_name_not_empty",
                violation_error_message="Een reeks heeft een naam.",
            )
        ]

    def __str__(self):
        return self.name
