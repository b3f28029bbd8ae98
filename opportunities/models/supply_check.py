from django.db import models

from accounts.scopes import OwnedQuerySet
from initiatives.models import Theme
from partners.models import Municipality


class SupplyCheck(models.Model):
    """Somebody looked what there is in a municipality for a theme; only then does an empty list mean *none*."""

    OWNERS = ("municipality",)

    municipality = models.ForeignKey(
        Municipality,
        models.CASCADE,
        verbose_name="gemeente",
        related_name="supply_checks",
    )
    theme = models.ForeignKey(
        Theme,
        models.CASCADE,
        verbose_name="thema",
        related_name="supply_checks",
    )
    checked_on = models.DateField("bekeken op")
    source = models.ForeignKey(
        "sources.Source",
        models.PROTECT,
        verbose_name="bron",
        related_name="supply_checks",
    )
    note = models.CharField(
        "toelichting",
        max_length=300,
        blank=True,
    )

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "aanbod bekeken"
        verbose_name_plural = "aanbod bekeken"
        ordering = ["municipality__sort_key", "theme__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "theme"],
                name="supply_check_unique",
                violation_error_message="Bij dit thema is het aanbod van deze gemeente al bekeken.",
            )
        ]

    def __str__(self):
        return f"{self.municipality}: {self.theme}"
