from django.db import models
from django.db.models import Q

from initiatives.models import Theme
from opportunities.choices import Chance, Need, Policy, Supply
from partners.models import Municipality


class MatrixSnapshot(models.Model):
    """One row of a municipality's kansenkaart as it was on a day; once a year, so that a year later shows what changed.

    Made by the program and never changed; ``figure`` is the figure behind the need, in words.
    """

    municipality = models.ForeignKey(
        Municipality,
        models.CASCADE,
        verbose_name="gemeente",
        related_name="snapshots",
    )
    theme = models.ForeignKey(
        Theme,
        models.CASCADE,
        verbose_name="thema",
        related_name="snapshots",
    )
    year = models.PositiveSmallIntegerField("jaar")
    taken_on = models.DateField("genomen op")
    need = models.CharField(
        "behoefte",
        max_length=20,
        choices=Need,
        blank=True,
    )
    policy = models.CharField(
        "beleid",
        max_length=20,
        choices=Policy,
        blank=True,
    )
    supply = models.CharField(
        "aanbod",
        max_length=20,
        choices=Supply,
        blank=True,
    )
    chance = models.CharField("kans", max_length=20, choices=Chance)
    figure = models.CharField("cijfer", max_length=300, blank=True)

    class Meta:
        verbose_name = "kansenkaart van een jaar"
        verbose_name_plural = "kansenkaarten van een jaar"
        ordering = ["municipality", "-year", "theme"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "theme", "year"],
                name="snapshot_once_a_year",
                violation_error_message="Van dit jaar is er al een kansenkaart.",
            ),
            models.CheckConstraint(
                condition=Q(taken_on__year=models.F("year")),
                name="snapshot_taken_in_its_year",
                violation_error_message="Een kansenkaart is genomen in het jaar waar hij bij hoort.",
            ),
        ]

    def __str__(self):
        return f"{self.municipality}, {self.theme}, {self.year}"
