"""Search documents of libraries, municipalities, partners and networks."""

from django.db.models import Prefetch

from partners.models import Library, Municipality, Network, Organisation, Partner
from partners.places import names_in_municipalities
from search.codes import code
from search.documents.draft import Draft, by_number, with_parents

from .evidence import EVIDENCE, evidence
from .municipalities import living_on_in, merged_into

NETWORK = "netwerk"  # the kind of document
FACETS_OF_KINDS = {
    Organisation.Kind.PARTNER: "partner",
    Organisation.Kind.LIBRARY: "bibliotheek",
}


def public_libraries(today):
    """Libraries that are not archived."""
    return Library.objects.published()


def load_libraries(libraries):
    """Load what a document needs, in 7 queries."""
    return libraries.select_related("province").prefetch_related(
        "work_area__province",
        "work_area__aliases",
        "branches",
        *EVIDENCE,
    )


def library_draft(library, world):
    """A library is found by its name, by where it works and by its branches."""
    area = list(library.work_area.all())
    summaries = description_of(library)
    for municipality in area:
        summaries.append(municipality.name)
        summaries += [alias.name for alias in municipality.aliases.all()]
    texts = [library.work_area_note]
    for branch in by_number(library.branches.all()):
        texts.append(f"{branch.name} {branch.address} {branch.place}")
    codes = {code("bibliotheek", library.pk), *codes_of_places(area, world)}
    return organisation_draft(
        library,
        summaries,
        texts,
        codes,
        name_with_province("Bibliotheek", library),
    )


def public_partners(today):
    """Partners that are not archived."""
    return Partner.objects.published()


def load_partners(partners):
    """Load what a document needs, in 3 queries."""
    return partners.select_related("province", "parent").prefetch_related(*EVIDENCE)


def partner_draft(partner, world):
    """A partner is found by its name, its kind and what it is an office of."""
    sector = partner.get_sector_display()
    summaries = [*description_of(partner), sector]
    codes = {code("partner", partner.pk), code("soort-partner", partner.sector)}
    if partner.parent:
        summaries.append(partner.parent.name)
        codes.add(code("partner", partner.parent.pk))
    return organisation_draft(
        partner,
        summaries,
        [partner.get_level_display()],
        codes,
        sector,
    )


def public_municipalities(today):
    """Municipalities in force on that day."""
    return Municipality.objects.published().current(today)


def load_municipalities(municipalities):
    """Load what a document needs, in 4 queries."""
    return municipalities.select_related("province").prefetch_related(
        "aliases",
        *EVIDENCE,
    )


def municipality_draft(municipality, world):
    """A municipality is found by its names, and by those of the municipalities that ended in it."""
    former = []
    for place in merged_into(municipality, world):
        if place.pk != municipality.pk:
            former.append(place.name)
    codes = {code("gemeente", municipality.pk)}
    description, province = description_of(municipality)
    where = name_with_province("Gemeente", municipality)
    draft = organisation_draft(
        municipality,
        [province, *former],
        [description],
        codes,
        where,
    )
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
    organisations = Organisation.objects.select_related("parent").order_by(
        "sort_key",
        "pk",
    )
    members = Prefetch("members", organisations.distinct())
    return networks.prefetch_related(members, *EVIDENCE)


def network_draft(network, world):
    """A network is found by its name and by its members."""
    members = list(network.members.all())
    rests_on = evidence(network)
    codes = {code("soort", NETWORK)} | codes_of(members)
    for member in members:
        if member.province_id:
            codes.add(code("provincie", member.province_id))
    return Draft(
        names=[network.name],
        summaries=[network.description, *(member.name for member in members)],
        texts=[network.period_note, *rests_on],
        lines=[network.description, *rests_on],
        codes=codes,
        sort_key=network.sort_key,
        updated_at=world.midnight,
        card={
            "url": network.get_absolute_url(),
            "title": network.name,
            "summary": network.description,
            "where": "",
        },
    )


def codes_of(organisations):
    """The facet values of partners, with what they are an office of, and of libraries."""
    codes = set()
    for organisation in with_parents(organisations):
        if organisation.kind in FACETS_OF_KINDS:
            facet = FACETS_OF_KINDS[organisation.kind]
            codes.add(code(facet, organisation.pk))
    return codes


def organisation_draft(
    organisation,
    summaries,
    texts,
    codes,
    where,
):
    """What all kinds of organisation have in common."""
    codes = codes | {code("soort", organisation.kind)}
    if organisation.province_id:
        codes |= {code("provincie", organisation.province_id)}
    rests_on = evidence(organisation)
    names = [organisation.name]
    if organisation.short_name:
        names.append(organisation.short_name)
    return Draft(
        names=names,
        summaries=summaries,
        texts=[*texts, *rests_on],
        lines=[organisation.description, *rests_on],
        codes=codes,
        sort_key=organisation.sort_key,
        updated_at=organisation.updated_at,
        card={
            "url": organisation.get_absolute_url(),
            "title": organisation.name,
            "where": where,
            "summary": organisation.description,
        },
    )


def description_of(organisation):
    """What an organisation says of itself, and its province."""
    province = ""
    if organisation.province:
        province = organisation.province.name
    return [organisation.description, province]


def codes_of_places(area, world):
    """The facet values of a work area: today's municipalities and their provinces."""
    codes = set()
    for place in area:
        codes.add(code("provincie", place.province_id))
        for municipality in living_on_in(place, world):
            codes.add(code("gemeente", municipality.pk))
            codes.add(code("provincie", municipality.province_id))
    return codes


def name_with_province(kind, organisation):
    """The kind of an organisation, with its province where that is known."""
    if organisation.province:
        return f"{kind} in {organisation.province}"
    return kind
