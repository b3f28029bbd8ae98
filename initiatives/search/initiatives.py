"""Search documents of practice examples."""

from dataclasses import dataclass
from functools import cache

from django.db.models import Prefetch

from initiatives.cards import initiative_card
from initiatives.completeness import with_completeness
from initiatives.fullness import with_fullness
from initiatives.models import Initiative, Participation, Theme
from initiatives.record import RECORD
from partners.models import Municipality
from partners.search.evidence import EVIDENCE, evidence
from partners.search.municipalities import living_on_in
from partners.search.organisations import codes_of
from search.codes import code
from search.documents.draft import Draft, with_parents

from .facets import COMPLETENESS, FULLNESS

KIND = "praktijkvoorbeeld"
TEXTS = [entry.name for entry in RECORD if entry.is_searched]
CONFIRMED = 100  # points of quality; completeness adds its percentage


def public(today):
    """Initiatives the public may see."""
    return Initiative.objects.published()


def load(initiatives):
    """Load what a document needs, in 8 queries."""
    takes_part = Participation.objects.select_related("organisation__parent").order_by(
        "role",
        "pk",
    )
    return (
        described_initiatives()
        .filter(pk__in=initiatives.values("pk"))
        .prefetch_related(
            Prefetch("themes", Theme.objects.select_related("parent")),
            "target_groups",
            Prefetch("places", Municipality.objects.select_related("province")),
            "places__aliases",
            Prefetch("participations", takes_part),
            *EVIDENCE,
        )
    )


@cache
def described_initiatives():
    """Initiatives with how complete and full they are; putting that question together takes longer than asking it."""
    return with_fullness(with_completeness(Initiative.objects.all()))


def draft(initiative, world):
    """The document of one initiative; ``world`` knows what day it is."""
    linked = Linked.of(initiative, world)
    texts = [getattr(initiative, name) for name in TEXTS]
    texts = [*filter(None, texts), *evidence(initiative)]
    return Draft(
        names=[initiative.title],
        summaries=[initiative.summary, *linked.names(initiative)],
        texts=[initiative.format, initiative.place_note, *texts],
        lines=[initiative.summary, *texts],
        codes=codes_for(initiative, linked),
        sort_key=initiative.sort_key,
        year=initiative.year or 0,
        updated_at=initiative.updated_at,
        quality=quality_of(initiative, world.today),
        card=initiative_card(initiative),
    )


@dataclass(frozen=True)
class Linked:
    """What an initiative is about and who takes part, each with what stands above it."""

    themes: set
    organisations: set
    places: list
    municipalities: list  # today's, of those places

    @classmethod
    def of(cls, initiative, world):
        """What is linked to this initiative, as ``load`` read it."""
        participations = initiative.participations.all()
        places = list(initiative.places.all())
        municipalities = []
        for place in places:
            municipalities += living_on_in(place, world)
        return cls(
            themes=with_parents(initiative.themes.all()),
            organisations=with_parents(
                participation.organisation for participation in participations
            ),
            places=places,
            municipalities=municipalities,
        )

    def names(self, initiative):
        """Names of what it is linked to; in a fixed order, since sets have none."""
        named = [
            *self.themes,
            *self.organisations,
            *self.places,
            *self.municipalities,
        ]
        names = {linked.name for linked in [*named, *initiative.target_groups.all()]}
        for organisation in self.organisations:
            if organisation.short_name:
                names.add(organisation.short_name)
        for place in self.places:
            names.add(place.province.name)
            names.update(alias.name for alias in place.aliases.all())
        return sorted(names)


def codes_for(initiative, linked):
    """The values of all facets."""
    themes = [theme.pk for theme in linked.themes]
    groups = [group.pk for group in initiative.target_groups.all()]
    sectors = [organisation.sector for organisation in linked.organisations]
    municipalities = [municipality.pk for municipality in linked.municipalities]
    places = [*linked.places, *linked.municipalities]
    provinces = [place.province_id for place in places]
    return {
        code("soort", KIND),
        code("wat", initiative.entry_kind),
        code("fase", initiative.phase),
        *codes_of(linked.organisations),
        *codes_of_facet("thema", themes),
        *codes_of_facet("doelgroep", groups),
        *codes_of_facet("soort-partner", filter(None, sectors)),
        *codes_of_facet("gemeente", municipalities),
        *codes_of_facet("provincie", provinces),
        *codes_of_facet("jaar", filter(None, [initiative.year])),
        *codes_of_facet(FULLNESS, fullness_of(initiative)),
        *codes_of_facet(
            COMPLETENESS,
            [round(initiative.completeness)],
        ),
    }


def codes_of_facet(name, values):
    """The code of each of these values."""
    return {code(name, value) for value in values}


def fullness_of(initiative):
    """How much is told of an example to follow; nothing of what is none."""
    if initiative.is_to_follow:
        return [initiative.fullness]
    return []


def quality_of(initiative, today):
    """How much there is to read, and whether somebody confirmed it."""
    quality = round(initiative.completeness)
    if initiative.freshness_on(today) == Initiative.Freshness.CONFIRMED:
        quality += CONFIRMED
    return quality
