"""Addresses for what readers fill in."""

from django.db.models import Model
from django.utils.text import slugify

LONGEST = 110  # characters, with room for a number behind it


def free_slug(model: type[Model], text: str) -> str:
    """An address for this text that no other row of the model has."""
    beginning = slugify(text)[:LONGEST]
    wanted = beginning.strip("-") or "stuk"
    alike = model.objects.filter(slug__startswith=wanted)
    taken = set(alike.values_list("slug", flat=True))
    slug = wanted
    number = 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
