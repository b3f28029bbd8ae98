"""The fields by which a row says where its facts come from."""

from django.db import models

SOURCE = "sources.Source"


def optional_source():
    """One source, empty where nobody knows it any more; it stays as long as something rests on it."""
    return models.ForeignKey(
        SOURCE,
        models.PROTECT,
        verbose_name="bron",
        null=True,
        blank=True,
    )


def several_sources(**options):
    """Any number of sources."""
    return models.ManyToManyField(
        SOURCE,
        verbose_name="bronnen",
        blank=True,
        **options,
    )
