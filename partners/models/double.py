from django.db import models

from curation.pairs import LikelyPair, rules_of_pairs

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
        constraints = rules_of_pairs("organisation_double", oldest="De oudste")
