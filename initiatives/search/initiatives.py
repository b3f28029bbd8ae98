"""Search documents of practice examples."""

from functools import cache

from django.db.models import Prefetch

from initiatives.cards import initiative_card
from initiatives.completeness import with_completeness
from initiatives.models import Initiative, Participation, Theme
from initiatives.record import RECORD
from partners.models import Municipality
from partners.search.evidence import EVIDENCE, evidence
from partners.search.municipalities import living_on_in
from partners.search.organisations import codes_of
from search.codes import code
from search.documents.draft import Draft

KIND = "praktijkvoorbeeld"
TEXTS = [entry.name for entry in RECORD if entry.is_searched]
CONFIRMED = 100  # points of quality; completeness adds its percentage


def public(today):
    """Initiatives the public may see."""
    return Initiative.objects.published()


def load(initiatives):
    """Load what a document needs, in 8 queries."""
    takes_part = Participation.objects.select_related("organisation__parent").order_by("role", "pk")
    return (
        _described()
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
def _described():
    """Initiatives with how complete they are; putting that question together takes longer than asking it."""
    return with_completeness(Initiative.objects.all())


def draft(initiative, world):
    """The document of one initiative; ``world`` knows what day it is."""
    organisations = {each.organisation for each in initiative.participations.all()}
    organisations |= {each.parent for each in organisations if each.parent}
    themes = {theme for each in initiative.themes.all() for theme in (each, each.parent) if theme}
    places = list(initiative.places.all())
    now = [municipality for place in places for municipality in living_on_in(place, world)]
    texts = [text for text in (getattr(initiative, name) for name in TEXTS) if text] + evidence(initiative)
    return Draft(
        names=[initiative.title],
        summaries=[initiative.summary, *_names(initiative, themes, organisations, places, now)],
        texts=[initiative.format, initiative.place_note, *texts],
        lines=[initiative.summary, *texts],
        codes=_codes(initiative, themes, organisations, places, now),
        sort_key=initiative.sort_key,
        year=initiative.year or 0,
        updated_at=initiative.updated_at,
        quality=_quality(initiative, world.today),
        card=initiative_card(initiative),
    )


def _names(initiative, themes, organisations, places, now):
    """Names of what it is linked to; in a fixed order, since sets have none."""
    names = {each.name for each in [*themes, *organisations, *places, *now, *initiative.target_groups.all()]}
    names |= {each.short_name for each in organisations if each.short_name}
    names |= {alias.name for place in places for alias in place.aliases.all()}
    names |= {place.province.name for place in places}
    return sorted(names)


def _codes(initiative, themes, organisations, places, now):
    found = {code("soort", KIND), code("wat", initiative.entry_kind), code("fase", initiative.phase)}
    found |= {code("thema", theme.pk) for theme in themes}
    found |= {code("doelgroep", group.pk) for group in initiative.target_groups.all()}
    found |= codes_of(organisations)
    found |= {code("soort-partner", each.sector) for each in organisations if each.sector}
    found |= {code("gemeente", municipality.pk) for municipality in now}
    found |= {code("provincie", each.province_id) for each in [*places, *now]}
    found |= {code("jaar", initiative.year)} if initiative.year else set()
    return found


def _quality(initiative, today):
    is_confirmed = initiative.freshness_on(today) == Initiative.Freshness.CONFIRMED
    return round(initiative.completeness) + (CONFIRMED if is_confirmed else 0)
