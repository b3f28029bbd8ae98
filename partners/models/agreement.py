from django.db import models
from django.db.models import F, Q

from curation.model_fields import day_of_archiving
from partners.choices import AgreementKind
from partners.querysets import AgreementQuerySet
from sources.model_fields import several_sources

from .municipality import Municipality
from .network import Network
from .organisation import Organisation


class Agreement(models.Model):
    """What two or more organisations agreed, with its dates; a document about it hangs under it."""

    Kind = AgreementKind

    slug = models.SlugField("kenmerk", max_length=120, unique=True)
    title = models.CharField("titel", max_length=200)
    kind = models.CharField("soort", max_length=20, choices=Kind)
    summary = models.TextField("waar het over gaat", blank=True)
    parties = models.ManyToManyField(
        Organisation,
        verbose_name="partijen",
        related_name="agreements",
        blank=True,
    )
    network = models.ForeignKey(
        Network,
        models.PROTECT,
        verbose_name="namens netwerk",
        null=True,
        blank=True,
        related_name="agreements",
    )
    signed_on = models.DateField("getekend op", null=True, blank=True)
    ends_on = models.DateField("loopt tot", null=True, blank=True)
    evaluated_on = models.DateField("evaluatie op", null=True, blank=True)
    dates_note = models.CharField(
        "data in woorden",
        max_length=200,
        blank=True,
        help_text="Als de bron geen precieze datum geeft.",
    )
    place = models.CharField(
        "plaats van ondertekening",
        max_length=100,
        blank=True,
    )
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        verbose_name="gemeente van ondertekening",
        null=True,
        blank=True,
        related_name="+",
    )
    sources = several_sources()
    archived_on = day_of_archiving()

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = "overeenkomst"
        verbose_name_plural = "overeenkomsten"
        ordering = ["-signed_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_on=None)
                | Q(ends_on=None)
                | Q(signed_on__lte=F("ends_on")),
                name="agreement_ends_after_signing",
                violation_error_message="Een overeenkomst kan niet aflopen voordat ze getekend is.",
            )
        ]

    def __str__(self):
        return self.title
