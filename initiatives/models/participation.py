from django.db import models
from django.db.models import Q

from accounts.scopes import OwnedQuerySet
from initiatives.choices import ParticipationRole
from partners.models import Organisation
from sources.model_fields import optional_source

from .initiative import Initiative


class Participation(models.Model):
    """Who does what: an organisation has a role in an initiative."""

    OWNERS = ("initiative",)

    Role = ParticipationRole

    initiative = models.ForeignKey(
        Initiative,
        models.CASCADE,
        verbose_name="praktijkvoorbeeld",
        related_name="participations",
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name="organisatie",
        related_name="participations",
    )
    role = models.CharField("rol", max_length=20, choices=Role)
    note = models.CharField(
        "toelichting",
        max_length=300,
        blank=True,
    )
    source = optional_source()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering = ["initiative", "role", "organisation__sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "organisation", "role"],
                name="participation_unique",
                violation_error_message="Deze organisatie heeft deze rol al.",
            ),
            models.CheckConstraint(
                condition=Q(role__in=ParticipationRole.values),
                name="participation_role_known",
                violation_error_message="Een rol is trekker, partner, opdrachtgever of financier.",
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.get_role_display().lower()} van {self.initiative}"
