from django.db import models
from django.db.models import Q

from accounts.scopes import OwnedQuerySet
from events.choices import AttendeeSector, ForWhom
from partners.models import Province

from .event import Event


class PriceTier(models.Model):
    """What it costs for whom; the first tier in order that fits somebody is theirs (``prices.tier_for``)."""

    OWNERS = ("event",)

    ForWhom = ForWhom

    event = models.ForeignKey(
        Event,
        models.CASCADE,
        verbose_name="bijeenkomst",
        related_name="price_tiers",
    )
    name = models.CharField(
        "naam",
        max_length=120,
        help_text="Bijvoorbeeld: Deelnemers uit Utrecht.",
    )
    amount = models.DecimalField(
        "bedrag",
        max_digits=8,
        decimal_places=2,
        help_text="In euro; 0 is gratis.",
    )
    for_whom = models.CharField(
        "voor",
        max_length=20,
        choices=ForWhom,
        default=ForWhom.EVERYBODY,
    )
    provinces = models.ManyToManyField(
        Province,
        verbose_name="provincies",
        related_name="+",
        blank=True,
        help_text="Waar de organisatie zit. Laat leeg als dat niet uitmaakt.",
    )
    sector = models.CharField(
        "soort deelnemer",
        max_length=20,
        choices=AttendeeSector,
        blank=True,
        help_text="Laat leeg als de soort niet uitmaakt.",
    )
    valid_until = models.DateField(
        "geldt tot en met",
        null=True,
        blank=True,
        help_text="Voor vroege inschrijvers.",
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    note = models.CharField(
        "toelichting",
        max_length=200,
        blank=True,
    )

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "prijs"
        verbose_name_plural = "prijzen"
        ordering = ["event", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "name"],
                name="price_tier_unique",
                violation_error_message="Deze prijs staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="price_tier_not_negative",
                violation_error_message="Een prijs is 0 euro of meer.",
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="price_tier_name_not_empty",
                violation_error_message="Zeg voor wie deze prijs is.",
            ),
        ]

    def __str__(self):
        return self.name
