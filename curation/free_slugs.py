"""Web addresses that nothing else has yet."""

from collections.abc import Container

from django.db.models import Model


def free_slug(model: type[Model], wanted: str) -> str:
    """The first address like this one, without dashes around it, that no row of the model has."""
    wanted = wanted.strip("-")
    alike = model.objects.filter(slug__startswith=wanted)
    taken = set(alike.values_list("slug", flat=True))
    return first_free(wanted, taken)


def first_free(wanted: str, taken: Container[str]) -> str:
    """The address itself, or the first of address-2, address-3 … that is not taken."""
    slug = wanted
    number = 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
