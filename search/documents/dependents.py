"""Which documents have to be written again when a row changes; the rows themselves are noted by database triggers.

``DEPENDENTS`` gives per label of a changed row a function from its numbers to ``(kind, object number)`` pairs. A
document that turns out the same is not stored again, so that a pair too many costs little.
"""

from django.db.models import Q

from events.models import Event
from initiatives.models import Document, Initiative, Theme
from partners.models import Network, Organisation, Succession
from search.models import SearchDocument

Kind = SearchDocument.Kind


def _numbers(kind, queryset):
    return {(kind, pk) for pk in queryset.order_by().values_list("pk", flat=True)}


def _events(ids, *paths):
    """The meetings that one of these relations leads to; each is asked by itself, since together they are slow."""
    return {pair for path in paths for pair in _numbers(Kind.EVENT, Event.objects.filter(**{f"{path}__in": ids}))}


def of_initiatives(ids):
    """A document hides with the examples it hangs under; meetings name the examples they show."""
    return (
        {(Kind.INITIATIVE, pk) for pk in ids}
        | _numbers(Kind.DOCUMENT, Document.objects.filter(initiatives__in=ids))
        | _events(ids, "initiatives", "sessions__initiatives", "citations__initiative")
    )


def of_themes(ids):
    """Themes stand on the pages of their parts, of examples, of documents and of meetings."""
    about = Q(themes__in=ids) | Q(themes__parent__in=ids)
    family = Theme.objects.filter(Q(parent__in=ids) | Q(subthemes__in=ids))
    return (
        {(Kind.THEME, pk) for pk in ids}
        | _numbers(Kind.THEME, family)
        | _numbers(Kind.INITIATIVE, Initiative.objects.filter(about))
        | _numbers(Kind.DOCUMENT, Document.objects.filter(about))
        | _events(ids, "themes", "themes__parent", "sessions__themes", "citations__theme")
    )


def of_target_groups(ids):
    """Examples name their target groups."""
    return _numbers(Kind.INITIATIVE, Initiative.objects.filter(target_groups__in=ids))


def of_organisations(ids):
    """An organisation is named by whatever it takes part in, by its offices and by who speaks for it."""
    family = set(Organisation.objects.filter(parent__in=ids).values_list("pk", flat=True)) | set(ids)
    places = _related_places(ids)
    initiatives = Q(participations__organisation__in=family) | Q(places__in=places)
    return (
        {(kind, pk) for kind in (Kind.LIBRARY, Kind.PARTNER, Kind.MUNICIPALITY) for pk in family | places}
        | _numbers(Kind.INITIATIVE, Initiative.objects.filter(initiatives))
        | _numbers(Kind.LIBRARY, Organisation.objects.filter(work_area__in=places))
        | _numbers(Kind.NETWORK, Network.objects.filter(members__in=family))
        | _numbers(Kind.DOCUMENT, Document.objects.filter(publishers__in=family))
        | _events(family | places, "roles__organisation", "municipality")
        | _events(ids, "appearances__speaker__organisation", "citations__organisation")
    )


def of_provinces(ids):
    """A province is named by all that lies in it."""
    organisations = list(Organisation.objects.filter(province__in=ids).values_list("pk", flat=True))
    return of_organisations(organisations)


def of_networks(ids):
    """A document may be read on the page of its network; meetings quote what was said about it."""
    return (
        {(Kind.NETWORK, pk) for pk in ids}
        | _numbers(Kind.DOCUMENT, Document.objects.filter(networks__in=ids))
        | _events(ids, "citations__network")
    )


def of_papers(ids):
    """A document is named by nobody else."""
    return {(Kind.DOCUMENT, pk) for pk in ids}


def of_events(ids):
    """A document hides with the meetings it hangs under."""
    return {(Kind.EVENT, pk) for pk in ids} | _numbers(Kind.DOCUMENT, Document.objects.filter(meetings__in=ids))


def of_event_series(ids):
    """A meeting is found by the series it belongs to."""
    return _events(ids, "series")


def of_sessions(ids):
    """A meeting is found by what is on its programme."""
    return _events(ids, "sessions")


def of_speakers(ids):
    """A meeting is found by who has a role in it."""
    return _events(ids, "appearances__speaker")


def _related_places(ids):
    """These organisations with what ended in them and what they live on in, directly or through another."""
    pairs = Succession.objects.values_list("predecessor_id", "successor_id")
    found, size = set(ids), 0
    while size != len(found):
        size = len(found)
        found |= {pk for pair in pairs if found.intersection(pair) for pk in pair}
    return found


DEPENDENTS = {
    "initiative": of_initiatives,
    "theme": of_themes,
    "target_group": of_target_groups,
    "organisation": of_organisations,
    "province": of_provinces,
    "network": of_networks,
    "paper": of_papers,
    "event": of_events,
    "event_series": of_event_series,
    "session": of_sessions,
    "speaker": of_speakers,
    "synonym": lambda ids: set(),
}
NAMES_OPTIONS = {"theme", "target_group", "organisation", "province", "synonym"}  # what a worker keeps besides bitmaps
