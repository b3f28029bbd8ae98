"""Web addresses that nothing else has yet."""


def free_slug(model, base):
    """The base, or the first of base-2, base-3 … that no row of this model has."""
    base = base.strip("-")
    rows = model.objects.filter(slug__startswith=base)
    taken = set(rows.values_list("slug", flat=True))
    slug = base
    number = 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
