"""Which documents of organisations and networks have to be written again when a row changes."""

from partners.models import Library, Network, Organisation, Succession
from search.documents.pairs import pairs_of
from search.registry import dependents_of

from .organisations import NETWORK

Kind = Organisation.Kind


def of_organisations(ids):
    """An organisation is named by its offices, by libraries that work there and by its networks."""
    family = with_offices(ids)
    places = related_places(ids)
    own = set()
    for pk in family | places:
        own.update((kind, pk) for kind in Kind.values)
    libraries = pairs_of(
        Kind.LIBRARY,
        Library.objects.filter(work_area__in=places),
    )
    networks = pairs_of(
        NETWORK,
        Network.objects.filter(members__in=family),
    )
    return own | libraries | networks


def of_provinces(ids):
    """A province is named by all that lies in it."""
    organisations = Organisation.objects.filter(province__in=ids).values_list(
        "pk",
        flat=True,
    )
    return dependents_of("organisation", list(organisations))


def of_networks(ids):
    """A network is named by whoever hangs something under it, in apps above this one."""
    return {(NETWORK, pk) for pk in ids}


def with_offices(ids):
    """These organisations and their offices."""
    offices = Organisation.objects.filter(parent__in=ids).values_list("pk", flat=True)
    return {*ids, *offices}


def related_places(ids):
    """These organisations with what ended in them and what they live on in, directly or through another."""
    pairs = list(Succession.objects.values_list("predecessor_id", "successor_id"))
    related = set(ids)
    is_growing = True
    while is_growing:
        size = len(related)
        for pair in pairs:
            if related.intersection(pair):
                related.update(pair)
        is_growing = len(related) > size
    return related


DEPENDENTS = {
    "organisation": of_organisations,
    "province": of_provinces,
    "network": of_networks,
}
