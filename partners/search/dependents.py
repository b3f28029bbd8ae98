"""Which documents of organisations and networks have to be written again when a row changes."""

from partners.models import Library, Network, Organisation, Succession
from search.documents.pairs import pairs_of
from search.registry import dependents_of

from .organisations import NETWORK

Kind = Organisation.Kind


def of_organisations(ids):
    """An organisation is named by its offices, by libraries that work there and by its networks."""
    family, places = with_offices(ids), related_places(ids)
    own = {(kind, pk) for kind in Kind.values for pk in family | places}
    libraries = pairs_of(Kind.LIBRARY, Library.objects.filter(work_area__in=places))
    networks = pairs_of(NETWORK, Network.objects.filter(members__in=family))
    return own | libraries | networks


def of_provinces(ids):
    """A province is named by all that lies in it."""
    organisations = Organisation.objects.filter(province__in=ids).values_list("pk", flat=True)
    return dependents_of("organisation", list(organisations))


def of_networks(ids):
    """A network is named by whoever hangs something under it, in apps above this one."""
    return {(NETWORK, pk) for pk in ids}


def with_offices(ids):
    """These organisations and their offices."""
    return set(Organisation.objects.filter(parent__in=ids).values_list("pk", flat=True)) | set(ids)


def related_places(ids):
    """These organisations with what ended in them and what they live on in, directly or through another."""
    pairs = Succession.objects.values_list("predecessor_id", "successor_id")
    found, size = set(ids), 0
    while size != len(found):
        size = len(found)
        found |= {pk for pair in pairs if found.intersection(pair) for pk in pair}
    return found


DEPENDENTS = {
    "organisation": of_organisations,
    "province": of_provinces,
    "network": of_networks,
}
