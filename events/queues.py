"""How many are before somebody in a queue."""

from django.db.models import Count, OuterRef, Subquery, Value

from .models import Place


def numbers_in_queue(waiting, key):
    """{number of the row: place in its queue, from 1}; ``waiting`` by ``key`` (event or session); one query."""
    same_queue = {key: OuterRef(key)}
    ahead = waiting.model.objects.waiting().filter(
        **same_queue,
        pk__lte=OuterRef("pk"),
    )
    together = ahead.order_by().values(one=Value(1))
    count = together.annotate(count=Count("pk")).values("count")
    rows = waiting.filter(place=Place.WAITING)
    rows = rows.annotate(number=Subquery(count))
    return dict(rows.values_list("pk", "number"))
