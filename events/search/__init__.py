"""What is found of the agenda: meetings."""

from events.models import Event
from search.registry import KindOfDocument, register

from . import events
from .dependents import DEPENDENTS


def changes_by_date(first, last):
    """A meeting that ended comes after those to come."""
    passed = Event.objects.filter(ends_on__range=(first, last))
    return {"event": passed.values_list("pk", flat=True)}


register(
    kinds=[
        KindOfDocument(
            name=events.KIND,
            label="Bijeenkomst",
            place=7,
            public=events.public,
            load=events.load,
            draft=events.draft,
            list_page="events:event_list",
            place_in_suggestions=6,
        ),
    ],
    dependents=DEPENDENTS,
    changes_by_date=changes_by_date,
)
