"""Search documents of libraries, municipalities, partners and networks."""

from django.db.models import Prefetch

from partners.models import Library, Municipality, Network, Organisation, Partner
from partners.places import names_in_municipalities
from search.codes import code
from search.documents.draft import Draft, by_number

from .evidence import EVIDENCE, evidence
from .municipalities import living_on_in, merged_into

NETWORK = "netwerk"  # the kind of document


def public_libraries(today):
    """Libraries that are not archived."""
    return Library.objects.published()


def load_libraries(libraries):
    """Load what a document needs, in 7 queries."""
    return libraries.select_related("province").prefetch_related(
        "work_area__province", "work_area__aliases", "branches", *EVIDENCE
    )


def library_draft(library, world):
    """A library is found by its name, by where it works and by its branches."""
    area = list(library.work_area.all())
    branches = by_number(library.branches.all())
    summaries = [*_described(library), *(name for place in area for name in _all_names(place))]
    codes = {code("bibliotheek", library.pk), *_places(area, world)}
    return _organisation(
        library,
        summaries,
        [library.work_area_note, *(f"{each.name} {each.address} {each.place}" for each in branches)],
        codes,
        _where("Bibliotheek", library),
    )


def public_partners(today):
    """Partners that are not archived."""
    return Partner.objects.published()


def load_partners(partners):
    """Load what a document needs, in 3 queries."""
    return partners.select_related("province", "parent").prefetch_related(*EVIDENCE)


def partner_draft(partner, world):
    """A partner is found by its name, its kind and what it is an office of."""
    family = [partner, partner.parent] if partner.parent else [partner]
    codes = {code("partner", each.pk) for each in family} | {code("soort-partner", partner.sector)}
    summaries = [*_described(partner), partner.get_sector_display(), *map(str, family[1:])]
    return _organisation(partner, summaries, [partner.get_level_display()], codes, partner.get_sector_display())


def public_municipalities(today):
    """Municipalities in force on that day."""
    return Municipality.objects.published().current(today)


def load_municipalities(municipalities):
    """Load what a document needs, in 4 queries."""
    return municipalities.select_related("province").prefetch_related("aliases", *EVIDENCE)


def municipality_draft(municipality, world):
    """A municipality is found by its names, and by those of the municipalities that ended in it."""
    former = [place.name for place in merged_into(municipality, world) if place.pk != municipality.pk]
    codes = {code("gemeente", municipality.pk)}
    description, province = _described(municipality)
    where = _where("Gemeente", municipality)
    draft = _organisation(municipality, [province, *former], [description], codes, where)
    draft.is_place = True
    draft.names.extend(alias.name for alias in municipality.aliases.all())
    for place in merged_into(municipality, world):
        draft.names.extend(names_in_municipalities().get(place.cbs_code, []))
    return draft


def public_networks(today):
    """Networks that are not archived."""
    return Network.objects.published()


def load_networks(networks):
    """Load what a document needs, in 4 queries."""
    members = Prefetch("members", Organisation.objects.select_related("parent").order_by("sort_key", "pk").distinct())
    return networks.prefetch_related(members, *EVIDENCE)


def network_draft(network, world):
    """A network is found by its name and by its members."""
    members = list(network.members.all())
    codes = {code("soort", NETWORK)} | codes_of(members)
    codes |= {code("provincie", each.province_id) for each in members if each.province_id}
    return Draft(
        names=[network.name],
        summaries=[network.description, *(each.name for each in members)],
        texts=[network.period_note, *evidence(network)],
        lines=[network.description],
        codes=codes,
        sort_key=network.sort_key,
        updated_at=world.midnight,
        card={"url": network.get_absolute_url(), "title": network.name, "summary": network.description, "where": ""},
    )


def codes_of(organisations):
    """The facet values of partners, with what they are an office of, and of libraries."""
    kinds = {Organisation.Kind.PARTNER: "partner", Organisation.Kind.LIBRARY: "bibliotheek"}
    family = {member for each in organisations for member in (each, each.parent) if member}
    return {code(kinds[each.kind], each.pk) for each in family if each.kind in kinds}


def _organisation(organisation, summaries, texts, codes, where):
    """What all kinds of organisation have in common."""
    codes = codes | {code("soort", organisation.kind)}
    if organisation.province_id:
        codes |= {code("provincie", organisation.province_id)}
    names = [organisation.name] + ([organisation.short_name] if organisation.short_name else [])
    card = {"url": organisation.get_absolute_url(), "title": organisation.name, "where": where}
    return Draft(
        names=names,
        summaries=summaries,
        texts=[*texts, *evidence(organisation)],
        lines=[organisation.description],
        codes=codes,
        sort_key=organisation.sort_key,
        updated_at=organisation.updated_at,
        card=card | {"summary": organisation.description},
    )


def _described(organisation):
    return [organisation.description, organisation.province.name if organisation.province else ""]


def _all_names(place):
    return [place.name, *(alias.name for alias in place.aliases.all())]


def _places(area, world):
    """The facet values of a work area: today's municipalities and their provinces."""
    now = [municipality for place in area for municipality in living_on_in(place, world)]
    return {code("gemeente", each.pk) for each in now} | {code("provincie", each.province_id) for each in [*area, *now]}


def _where(kind, organisation):
    return f"{kind} in {organisation.province}" if organisation.province else kind
