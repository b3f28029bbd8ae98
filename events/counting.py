"""What is counted and gathered of a relation, as subqueries."""

from functools import cache

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Case, Count, OuterRef, Q, Subquery, TextField, Value, When
from django.db.models.functions import Coalesce

from events.choices import AppearanceRole


@cache
def count_of(relation, places, **only):
    """A subquery that counts the rows of a relation with one of these places; made once, since every page has some."""
    from .models import Registration, SessionChoice

    model, key = {
        "registrations": (Registration, "event"),
        "choices": (SessionChoice, "session"),
    }[relation]
    rows = model.objects.filter(
        **{key: OuterRef("pk")},
        place__in=places,
        **only,
    ).order_by()
    if relation == "registrations":
        rows = rows.filter(is_walk_in=False, same_as=None)
    counted = rows.values(one=Value(1)).annotate(count=Count("pk"))
    return Coalesce(Subquery(counted.values("count")), 0)


@cache
def count_online(places):
    """The registrations of an event that take part online; nothing is counted where that makes no difference."""
    counts_together = Q(on_site_capacity=None, online_capacity=None)
    online = count_of("registrations", places, takes_part_online=True)
    return Case(When(counts_together, then=0), default=online)


@cache
def names_of_moderators():
    """A subquery with the names of who moderates a session and said yes, in one line; empty where nobody does."""
    from .models import Appearance

    moderators = Appearance.objects.filter(
        session=OuterRef("pk"),
        role=AppearanceRole.MODERATOR,
        is_still_to_ask=False,
    )
    gathered = moderators.order_by().values("session")
    names = StringAgg("speaker__name", ", ", order_by="speaker__name")
    return Coalesce(
        Subquery(gathered.annotate(names=names).values("names")),
        Value(""),
        output_field=TextField(),
    )
