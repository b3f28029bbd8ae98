"""Which documents are meant: pairs of a kind and the number of an object."""


def pairs_of(kind, queryset):
    """``(kind, object number)`` of every object."""
    return {(kind, pk) for pk in queryset.order_by().values_list("pk", flat=True)}
