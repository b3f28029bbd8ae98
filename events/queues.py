"""How many are before somebody in a queue."""

from django.db.models import Count, OuterRef, Subquery, Value

from .models import Place


def numbers_in_queue(waiting, key):
    """{number of the row: place in its queue, from 1}; ``waiting`` by ``key`` (event or session); one query."""
    ahead = waiting.model.objects.filter(**{key: OuterRef(key)}, place=Place.WAITING, pk__lte=OuterRef("pk")).order_by()
    counted = ahead.values(one=Value(1)).annotate(count=Count("pk"))
    found = waiting.filter(place=Place.WAITING).annotate(number=Subquery(counted.values("count")))
    return dict(found.values_list("pk", "number"))
