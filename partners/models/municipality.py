from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.scopes import OwnedQuerySet
from partners.choices import SuccessionKind
from partners.fields import SlugKeyField
from partners.querysets import MunicipalityQuerySet, SuccessionQuerySet, of_kind
from sources.model_fields import optional_source

from .organisation import Organisation

A_YEAR = timedelta(days=365)
# municipalities that are an island, or were one: people live on them, not in them
ISLANDS = frozenset(
    {
        "Ameland",
        "Goeree-Overflakkee",
        "Noord-Beveland",
        "Schiermonnikoog",
        "Schouwen-Duiveland",
        "Terschelling",
        "Texel",
        "Urk",
        "Vlieland",
    }
)


class Municipality(Organisation):
    """A municipality of today, or one that ended and lives on in its successors."""

    KIND = Organisation.Kind.MUNICIPALITY
    objects = of_kind(MunicipalityQuerySet)

    class Meta:
        proxy = True
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"

    @property
    def where(self):
        """Its name within a sentence: ``in Utrecht``, ``op Texel``."""
        preposition = "op" if self.name in ISLANDS else "in"
        return f"{preposition} {self.name}"

    def existed_in(self, year):
        """Whether it was there on the first day of that year, as far as we know: the day of tables with codes."""
        return self.existed_on(date(year, 1, 1))

    def existed_on(self, day):
        """Whether it was there on that day, as far as we know; not before it began, where that is known."""
        has_begun = self.valid_from is None or self.valid_from <= day
        return has_begun and self.is_in_force_on(day)

    @property
    def has_ended(self):
        """Whether a reorganisation ended it by now; one that is still to come does not."""
        return not self.is_in_force_on(timezone.localdate())


class MunicipalityAlias(models.Model):
    """Another name that people use, like Den Haag; one name may be of several municipalities."""

    OWNERS = ("municipality",)

    municipality = models.ForeignKey(
        Municipality,
        models.CASCADE,
        verbose_name="gemeente",
        related_name="aliases",
    )
    name = models.CharField("andere naam", max_length=100)
    slug = SlugKeyField()
    source = optional_source()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "andere naam van een gemeente"
        verbose_name_plural = "andere namen van gemeenten"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "slug"],
                name="alias_unique_in_municipality",
                violation_error_message="Deze gemeente heeft deze andere naam al.",
            )
        ]

    def __str__(self):
        return self.name


class Succession(models.Model):
    """A municipality ended on a date and this one took over: all of it, or a part when it was split.

    One that is only announced never happens by its date alone: a curator applies it (``partners/actions.py``).
    """

    Kind = SuccessionKind

    predecessor = models.ForeignKey(
        Municipality,
        models.CASCADE,
        verbose_name="opgeheven gemeente",
        related_name="successions",
    )
    successor = models.ForeignKey(
        Municipality,
        models.CASCADE,
        verbose_name="opvolger",
        related_name="predecessions",
    )
    takes_effect_on = models.DateField("ingangsdatum")
    kind = models.CharField("soort", max_length=20, choices=Kind)
    is_main_part = models.BooleanField("grootste deel", default=True)
    is_announced = models.BooleanField(
        "alleen aangekondigd",
        default=False,
        help_text="Telt nog nergens mee, ook niet na de ingangsdatum. Toepassen doe je met de knop onderaan.",
    )
    source = optional_source()

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        verbose_name = "herindeling"
        verbose_name_plural = "herindelingen"
        ordering = ["-takes_effect_on", "predecessor__sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="succession_unique",
                violation_error_message="Deze herindeling staat er al.",
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="succession_between_two",
                violation_error_message="Een gemeente kan zichzelf niet opvolgen.",
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor}"

    def can_be_taken_back(self, today):
        """Whether it may turn out to be only announced: until a year after its day; what is older is history."""
        return not self.is_announced and today - self.takes_effect_on <= A_YEAR
