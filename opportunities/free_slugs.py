"""Addresses for what readers fill in."""

from django.db.models import Model
from django.utils.text import slugify


def free_slug(model: type[Model], text: str) -> str:
    """An address for this text that no other row of the model has."""
    wanted = slugify(text)[:110].strip("-") or "stuk"
    alike = model.objects.filter(slug__startswith=wanted)
    taken = set(alike.values_list("slug", flat=True))
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
