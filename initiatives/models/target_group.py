from django.db import models
from django.urls import reverse

from accounts.scopes import ScopedQuerySet
from partners.fields import SortKeyField
from sources.model_fields import optional_source


class TargetGroup(models.Model):
    """People an initiative is meant for."""

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    name = models.CharField("naam", max_length=120, unique=True)
    description = models.CharField(
        "omschrijving",
        max_length=300,
        blank=True,
    )
    source = optional_source()
    sort_key = SortKeyField()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "doelgroep"
        verbose_name_plural = "doelgroepen"
        ordering = ["sort_key"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('initiatives:initiative_list')}?doelgroep={self.slug}"
