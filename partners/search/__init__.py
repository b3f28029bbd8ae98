"""What is found of this app: municipalities, libraries, partners and networks."""

from django.db.models import Q

from partners.models import Municipality, Organisation, Succession
from search.registry import KindOfDocument, register

from . import organisations
from .dependents import DEPENDENTS
from .facets import FACETS
from .nearby import surroundings_of


def changes_by_date(first, last):
    """Municipalities come and go."""
    days = (first, last)
    changed = Municipality.objects.filter(
        Q(valid_from__range=days) | Q(valid_until__range=days)
    )
    successions = Succession.objects.decided().filter(takes_effect_on__range=days)
    municipalities = set(changed.values_list("pk", flat=True))
    predecessors = set(successions.values_list("predecessor_id", flat=True))
    return {"organisation": municipalities | predecessors}


register(
    kinds=[
        KindOfDocument(
            name=Organisation.Kind.MUNICIPALITY.value,
            label="Gemeente",
            place=3,
            public=organisations.public_municipalities,
            load=organisations.load_municipalities,
            draft=organisations.municipality_draft,
            place_in_suggestions=2,
            version=5,
        ),
        KindOfDocument(
            name=Organisation.Kind.LIBRARY.value,
            label="Bibliotheek",
            place=4,
            public=organisations.public_libraries,
            load=organisations.load_libraries,
            draft=organisations.library_draft,
            list_page="partners:library_list",
            place_in_suggestions=3,
            version=2,
        ),
        KindOfDocument(
            name=Organisation.Kind.PARTNER.value,
            label="Partner",
            place=5,
            public=organisations.public_partners,
            load=organisations.load_partners,
            draft=organisations.partner_draft,
            list_page="partners:partner_list",
            place_in_suggestions=4,
            version=2,
        ),
        KindOfDocument(
            name=organisations.NETWORK,
            label="Netwerk",
            place=6,
            public=organisations.public_networks,
            load=organisations.load_networks,
            draft=organisations.network_draft,
            list_page="partners:network_list",
            place_in_suggestions=5,
            version=2,
        ),
    ],
    facets=FACETS,
    dependents=DEPENDENTS,
    changes_by_date=changes_by_date,
    places=surroundings_of,
)
