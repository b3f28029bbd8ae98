"""Which meetings have to be written again when a row changes, and which documents hang under them."""

from events.models import Event
from initiatives.models import Document
from initiatives.search import papers
from partners.search.dependents import related_places, with_offices
from search.documents.pairs import pairs_of

from .events import KIND


def _meetings(ids, *paths):
    """The meetings that one of these relations leads to; each is asked by itself, since together they are slow."""
    meetings = set()
    for path in paths:
        meetings |= pairs_of(
            KIND,
            Event.objects.filter(**{f"{path}__in": ids}),
        )
    return meetings


def of_events(ids):
    """A document hides with the meetings it hangs under."""
    own = {(KIND, pk) for pk in ids}
    return own | pairs_of(
        papers.KIND,
        Document.objects.filter(meetings__in=ids),
    )


def of_event_series(ids):
    """A meeting is found by the series it belongs to."""
    return _meetings(ids, "series")


def of_sessions(ids):
    """A meeting is found by what is on its programme."""
    return _meetings(ids, "sessions")


def of_speakers(ids):
    """A meeting is found by who has a role in it."""
    return _meetings(ids, "appearances__speaker")


def of_initiatives(ids):
    """Meetings name the examples they show."""
    return _meetings(
        ids,
        "initiatives",
        "sessions__initiatives",
        "citations__initiative",
    )


def of_themes(ids):
    """Meetings name what they are about."""
    return _meetings(
        ids,
        "themes",
        "themes__parent",
        "sessions__themes",
        "citations__theme",
    )


def of_organisations(ids):
    """Meetings name who organises them, where they are, and for whom speakers speak."""
    family = with_offices(ids)
    places = related_places(ids)
    held = _meetings(family | places, "roles__organisation", "municipality")
    return held | _meetings(
        ids,
        "appearances__speaker__organisation",
        "citations__organisation",
    )


def of_networks(ids):
    """Meetings quote what was said about a network."""
    return _meetings(ids, "citations__network")


DEPENDENTS = {
    "event": of_events,
    "event_series": of_event_series,
    "session": of_sessions,
    "speaker": of_speakers,
    "initiative": of_initiatives,
    "theme": of_themes,
    "organisation": of_organisations,
    "network": of_networks,
}
