"""Which documents have to be written again when a row changes; the rows themselves are noted by database triggers.

``DEPENDENTS`` gives per label of a changed row a function from its numbers to ``(kind, object number)`` pairs. A
document that turns out the same is not stored again, so that a pair too many costs little.
"""

from django.db.models import Q

from bieb_netwerk.search.models import SearchDocument
from initiatives.models import Document, Initiative, Theme
from partners.models import Network, Organisation, Succession

Kind = SearchDocument.Kind


def _numbers(kind, queryset):
    return {(kind, pk) for pk in queryset.order_by().values_list("pk", flat=True)}


def of_initiatives(ids):
    """A document hides with the examples it hangs under."""
    return {(Kind.INITIATIVE, pk) for pk in ids} | _numbers(Kind.DOCUMENT, Document.objects.filter(initiatives__in=ids))


def of_themes(ids):
    """Themes stand on the pages of their parts, of examples and of documents."""
    about = Q(themes__in=ids) | Q(themes__parent__in=ids)
    family = Theme.objects.filter(Q(parent__in=ids) | Q(subthemes__in=ids))
    return (
        {(Kind.THEME, pk) for pk in ids}
        | _numbers(Kind.THEME, family)
        | _numbers(Kind.INITIATIVE, Initiative.objects.filter(about))
        | _numbers(Kind.DOCUMENT, Document.objects.filter(about))
    )


def of_target_groups(ids):
    """Examples name their target groups."""
    return _numbers(Kind.INITIATIVE, Initiative.objects.filter(target_groups__in=ids))


def of_organisations(ids):
    """An organisation is named by whatever it takes part in, and by its offices."""
    family = set(Organisation.objects.filter(parent__in=ids).values_list("pk", flat=True)) | set(ids)
    places = _related_places(ids)
    initiatives = Q(participations__organisation__in=family) | Q(places__in=places)
    return (
        {(kind, pk) for kind in (Kind.LIBRARY, Kind.PARTNER, Kind.MUNICIPALITY) for pk in family | places}
        | _numbers(Kind.INITIATIVE, Initiative.objects.filter(initiatives))
        | _numbers(Kind.LIBRARY, Organisation.objects.filter(work_area__in=places))
        | _numbers(Kind.NETWORK, Network.objects.filter(members__in=family))
        | _numbers(Kind.DOCUMENT, Document.objects.filter(publishers__in=family))
    )


def of_provinces(ids):
    """A province is named by all that lies in it."""
    organisations = list(Organisation.objects.filter(province__in=ids).values_list("pk", flat=True))
    return of_organisations(organisations)


def of_networks(ids):
    """A document may be read on the page of its network."""
    return {(Kind.NETWORK, pk) for pk in ids} | _numbers(Kind.DOCUMENT, Document.objects.filter(networks__in=ids))


def of_papers(ids):
    """A document is named by nobody else."""
    return {(Kind.DOCUMENT, pk) for pk in ids}


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
    "synonym": lambda ids: set(),
}
NAMES_OPTIONS = {"theme", "target_group", "organisation", "province", "synonym"}  # what a worker keeps besides bitmaps
