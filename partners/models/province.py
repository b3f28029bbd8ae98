from django.db import models
from django.urls import reverse

from accounts.scopes import ScopedQuerySet
from partners.fields import SortKeyField
from sources.model_fields import several_sources


class Province(models.Model):
    """One of the twelve provinces, as an area; its government is a partner."""

    code = models.CharField(
        "CBS-code",
        max_length=4,
        unique=True,
        help_text="Bijvoorbeeld PV27.",
    )
    name = models.CharField("naam", max_length=60, unique=True)
    slug = models.SlugField("kenmerk", unique=True)
    sort_key = SortKeyField()
    sources = several_sources()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "provincie"
        verbose_name_plural = "provincies"
        ordering = ["sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^PV\d\d$"),
                name="province_code_form",
                violation_error_message="Een CBS-code van een provincie is PV met twee cijfers, zoals PV27.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('initiatives:initiative_list')}?provincie={self.slug}"
