"""Who told that they do an example too, and what a year of it brought."""

from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from accounts.scopes import OwnedQuerySet
from opportunities.choices import HowKnown, Outcome
from opportunities.querysets import AdoptionTellerQuerySet

from .service import Service

MOST = 10_000_000  # people or euros; what is more was typed wrongly


class AdoptionTeller(models.Model):
    """Who told that an organisation does an example too, and is asked once a year whether that is still so.

    Curators see it; it goes once nobody confirms any more. ``service`` waits for the link in the mail until then.
    """

    # for pressing the button behind the link in the first mail
    LINK_TERM = timedelta(days=7)

    service = models.OneToOneField(
        Service,
        models.CASCADE,
        verbose_name="aanbod",
        related_name="teller",
    )
    name = models.CharField("naam", max_length=100)
    email = models.EmailField("e-mailadres")
    told_at = models.DateTimeField("verteld op")
    asked_on = models.DateField(
        "jaarlijkse mail op",
        null=True,
        blank=True,
    )

    objects = AdoptionTellerQuerySet.as_manager()

    class Meta:
        verbose_name = "wie het vertelde"
        verbose_name_plural = "wie het vertelde"
        ordering = ["-told_at"]

    def __str__(self):
        return f"{self.name}, {self.email}"


def figure(name: str, **more: object) -> models.PositiveIntegerField:
    """A number of people or euros that may be unknown."""
    limits = [MinValueValidator(0), MaxValueValidator(MOST)]
    return models.PositiveIntegerField(
        name,
        null=True,
        blank=True,
        validators=limits,
        **more,
    )


def how_known(name: str) -> models.CharField:
    """How somebody knows the figure before it."""
    return models.CharField(
        name,
        max_length=20,
        choices=HowKnown,
        blank=True,
    )


def goes_with_how(name: str) -> Q:
    """A figure and how it is known are there together or not at all."""
    is_there = Q(**{f"{name}__isnull": False}) & Q(
        **{f"{name}_how__in": HowKnown.values}
    )
    return is_there | Q(**{name: None, f"{name}_how": ""})


class AdoptionReport(models.Model):
    """What a year of an example brought at one of those who took it over, each figure with how it is known."""

    OWNERS = ("service",)

    service = models.ForeignKey(
        Service,
        models.CASCADE,
        verbose_name="aanbod",
        related_name="reports",
    )
    year = models.PositiveSmallIntegerField("jaar")
    reached = figure("mensen bereikt")
    reached_how = how_known("hoe weet je hoeveel mensen?")
    cost = figure("kosten in euro")
    cost_how = how_known("hoe weet je wat het kostte?")
    outcome_kind = models.CharField(
        "soort opbrengst",
        max_length=20,
        choices=Outcome,
    )
    outcome = figure("opbrengst")
    outcome_how = how_known("hoe weet je wat het opbracht?")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "wat een jaar bracht"
        verbose_name_plural = "wat het per jaar bracht"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "year"],
                name="adoption_report_once_a_year",
                violation_error_message="Van dit jaar staan er al cijfers.",
            ),
            models.CheckConstraint(
                condition=Q(year__range=(2000, 2100)),
                name="adoption_report_year_plausible",
                violation_error_message="Het jaar ligt tussen 2000 en 2100.",
            ),
            models.CheckConstraint(
                condition=Q(outcome_kind__in=Outcome.values),
                name="adoption_report_outcome_kind_known",
                violation_error_message="Kies een soort opbrengst uit de lijst.",
            ),
            models.CheckConstraint(
                condition=goes_with_how("reached")
                & goes_with_how("cost")
                & goes_with_how("outcome"),
                name="adoption_report_says_how_known",
                violation_error_message="Zeg bij elk cijfer hoe je het weet.",
            ),
            models.CheckConstraint(
                condition=Q(reached__isnull=False)
                | Q(cost__isnull=False)
                | Q(outcome__isnull=False),
                name="adoption_report_has_a_figure",
                violation_error_message="Vul minstens een cijfer in.",
            ),
        ]

    def __str__(self):
        return f"{self.service} in {self.year}"
