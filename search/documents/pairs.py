"""Which documents are meant: pairs of a kind and the number of an object."""

from django.db.models import QuerySet

Pair = tuple[str, int]


def pairs_of(kind: str, queryset: QuerySet) -> set[Pair]:
    """``(kind, object number)`` of every object."""
    return {(kind, pk) for pk in queryset.order_by().values_list("pk", flat=True)}
