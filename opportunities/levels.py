"""The words of the kansenkaart: how much is needed, wanted and there, each with a word for not knowing."""

from django.db import models


class Need(models.TextChoices):
    """How large the need of inhabitants is, compared with other municipalities."""

    UNKNOWN = "", "Niet bekend"
    LOW = "laag", "Laag"
    MEDIUM = "gemiddeld", "Gemiddeld"
    HIGH = "hoog", "Hoog"


class Policy(models.TextChoices):
    """How much the municipality wants to do about it."""

    UNKNOWN = "", "Niet bekend"
    ABSENT = "niet-genoemd", "Niet genoemd"
    MENTIONED = "genoemd", "Genoemd"
    PRIORITY = "speerpunt", "Speerpunt"


class Supply(models.TextChoices):
    """How much there is already."""

    UNKNOWN = "", "Niet bekend"
    NONE = "geen", "Geen"
    LIMITED = "beperkt", "Beperkt"
    AMPLE = "ruim", "Ruim"


def rank(level):
    """The place of a level among its kind: 0 for not knowing, then from low to high."""
    return list(type(level)).index(level)


def highest(levels, unknown):
    """The highest of these levels; ``unknown`` where there is none."""
    return max(levels, key=rank, default=unknown)
