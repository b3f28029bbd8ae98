"""Which documents are meant: pairs of a kind and the number of an object."""

from django.db.models import QuerySet

Pair = tuple[str, int]  # such as ("thema", 12)


def pairs_of(kind: str, queryset: QuerySet) -> set[Pair]:
    """``(kind, object number)`` of every object."""
    unordered = queryset.order_by()
    numbers = unordered.values_list("pk", flat=True)
    return {(kind, pk) for pk in numbers}
