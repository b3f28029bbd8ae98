from django.db import models
from django.db.models import F, Q

from curation.pairs import LikelyPair

from .organisation import Organisation


class OrganisationDouble(LikelyPair):
    """Two libraries or two partners that look alike."""

    one = models.ForeignKey(
        Organisation,
        models.CASCADE,
        verbose_name="de ene",
        related_name="+",
    )
    other = models.ForeignKey(
        Organisation,
        models.CASCADE,
        verbose_name="de andere",
        related_name="+",
    )

    class Meta(LikelyPair.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other"],
                name="organisation_double_unique",
                violation_error_message="Dit paar staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(one__lt=F("other")),
                name="organisation_double_in_order",
                violation_error_message="De oudste van de twee staat voorop.",
            ),
        ]
