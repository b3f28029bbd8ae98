"""Spreadsheet layouts of provinces, organisations and what binds them."""

from accounts.models import User
from sources.models import Source
from spreadsheets.moments import Day
from spreadsheets.references import Reference, References
from spreadsheets.resources import ContentResource, column
from spreadsheets.widgets import Choice, Number, Text, YesNo

from .actions import end_predecessor
from .models import (
    Agreement,
    Branch,
    ContactPerson,
    Library,
    Membership,
    Municipality,
    MunicipalityAlias,
    Network,
    NetworkMember,
    Organisation,
    Partner,
    Province,
    Succession,
)


class ProvinceResource(ContentResource):
    """One row per province, recognised by its CBS code."""

    code = column("code", "code", Text())
    name = column("naam", "name", Text())
    slug = column("slug", "slug", Text())
    sources = column("bronnen", "sources", References(Source))

    class Meta:
        model = Province
        import_id_fields = ["code"]


class MunicipalityResource(ContentResource):
    """One row per municipality, of today or ended, recognised by its CBS code."""

    cbs_code = column("code", "cbs_code", Text(empty=None))
    name = column("naam", "name", Text())
    slug = column("slug", "slug", Text())
    province = column("provincie", "province", Reference(Province))
    population = column("inwoners", "population", Number())
    population_year = column("inwoners_jaar", "population_year", Number())
    latitude = column(
        "breedtegraad",
        "latitude",
        Number(decimals=True, reaches_thousand=False),
    )
    longitude = column(
        "lengtegraad", "longitude", Number(decimals=True, reaches_thousand=False)
    )
    valid_from = column("geldig_van", "valid_from", Day())
    valid_until = column("geldig_tot", "valid_until", Day())
    sources = column("bronnen", "sources", References(Source))

    class Meta:
        model = Municipality
        import_id_fields = ["cbs_code"]


class MunicipalityAliasResource(ContentResource):
    """One row per other name of a municipality."""

    municipality = column(
        "gemeente", "municipality", Reference(Municipality, "cbs_code")
    )
    name = column("naam", "name", Text())
    source = column("bron", "source", Reference(Source))

    class Meta:
        model = MunicipalityAlias
        import_id_fields = ["municipality", "name"]


class SuccessionResource(ContentResource):
    """One row per ended municipality and municipality that took over all or a part of it."""

    predecessor = column("oud", "predecessor", Reference(Municipality, "cbs_code"))
    successor = column("nieuw", "successor", Reference(Municipality, "cbs_code"))
    takes_effect_on = column("datum", "takes_effect_on", Day())
    kind = column("soort", "kind", Choice(Succession.Kind))
    is_main_part = column("hoofddeel", "is_main_part", YesNo())
    is_announced = column("aangekondigd", "is_announced", YesNo())
    source = column("bron", "source", Reference(Source))

    def after_save(self, instances):
        """The municipality that was taken over ended on that day, where we did not know."""
        for succession in instances:
            end_predecessor(succession=succession)

    class Meta:
        model = Succession
        import_id_fields = ["predecessor", "successor"]


class PartnerResource(ContentResource):
    """One row per partner, recognised by its ``slug``; an office stands below the partner it belongs to."""

    batch_size = 1  # an office may stand right below its partner

    slug = column("slug", "slug", Text())
    name = column("naam", "name", Text())
    short_name = column("korte_naam", "short_name", Text())
    sector = column("soort", "sector", Choice(Organisation.Sector))
    level = column("niveau", "level", Choice(Organisation.Level))
    parent = column("onderdeel_van", "parent", Reference(Partner))
    province = column("provincie", "province", Reference(Province))
    support_area = column("ondersteunt_in", "support_area", References(Province))
    description = column("omschrijving", "description", Text())
    website = column("website", "website", Text())
    sources = column("bronnen", "sources", References(Source))

    class Meta:
        model = Partner
        import_id_fields = ["slug"]


class LibraryResource(ContentResource):
    """One row per library, recognised by its ``slug``; the work area is a list of CBS codes."""

    slug = column("slug", "slug", Text())
    name = column("naam", "name", Text())
    short_name = column("korte_naam", "short_name", Text())
    isil = column("isil", "isil", Text(empty=None))
    province = column("provincie", "province", Reference(Province))
    description = column("omschrijving", "description", Text())
    website = column("website", "website", Text())
    work_area = column("werkgebied", "work_area", References(Municipality, "cbs_code"))
    work_area_is_complete = column(
        "werkgebied_volledig", "work_area_is_complete", YesNo()
    )
    work_area_note = column("toelichting_werkgebied", "work_area_note", Text())
    sources = column("bronnen", "sources", References(Source))

    class Meta:
        model = Library
        import_id_fields = ["slug"]


class BranchResource(ContentResource):
    """One row per branch of a library, recognised by its ``slug``."""

    slug = column("slug", "slug", Text())
    library = column("bibliotheek", "library", Reference(Library))
    name = column("naam", "name", Text())
    address = column("adres", "address", Text())
    postcode = column("postcode", "postcode", Text())
    place = column("plaats", "place", Text())
    municipality = column(
        "gemeente", "municipality", Reference(Municipality, "cbs_code")
    )
    website = column("website", "website", Text())
    sources = column("bronnen", "sources", References(Source))

    class Meta:
        model = Branch
        import_id_fields = ["slug"]


class NetworkResource(ContentResource):
    """One row per network, recognised by its ``slug``."""

    slug = column("slug", "slug", Text())
    name = column("naam", "name", Text())
    description = column("omschrijving", "description", Text())
    period_note = column("periode", "period_note", Text())
    started_on = column("begonnen_op", "started_on", Day())
    ended_on = column("gestopt_op", "ended_on", Day())
    sources = column("bronnen", "sources", References(Source))

    class Meta:
        model = Network
        import_id_fields = ["slug"]


class NetworkMemberResource(ContentResource):
    """One row per organisation and period in a network."""

    network = column("netwerk", "network", Reference(Network))
    organisation = column("organisatie", "organisation", Reference(Organisation))
    joined_on = column("lid_sinds", "joined_on", Day())
    left_on = column("lid_tot", "left_on", Day())
    has_left = column("is_weg", "has_left", YesNo())
    note = column("toelichting", "note", Text())
    source = column("bron", "source", Reference(Source))

    class Meta:
        model = NetworkMember
        import_id_fields = ["network", "organisation", "joined_on"]


class AgreementResource(ContentResource):
    """One row per agreement, recognised by its ``slug``."""

    slug = column("slug", "slug", Text())
    title = column("titel", "title", Text())
    kind = column("soort", "kind", Choice(Agreement.Kind))
    summary = column("samenvatting", "summary", Text())
    parties = column("partijen", "parties", References(Organisation))
    network = column("netwerk", "network", Reference(Network))
    signed_on = column("getekend_op", "signed_on", Day())
    ends_on = column("loopt_tot", "ends_on", Day())
    evaluated_on = column("evaluatie_op", "evaluated_on", Day())
    dates_note = column("data_in_woorden", "dates_note", Text())
    place = column("plaats", "place", Text())
    municipality = column(
        "gemeente", "municipality", Reference(Municipality, "cbs_code")
    )
    sources = column("bronnen", "sources", References(Source))

    class Meta:
        model = Agreement
        import_id_fields = ["slug"]


class ContactPersonResource(ContentResource):
    """One row per contact person of an organisation, with the consent and the date on which the data go."""

    organisation = column("organisatie", "organisation", Reference(Organisation))
    name = column("naam", "name", Text())
    job_title = column("functie", "job_title", Text())
    email = column("e-mail", "email", Text())
    phone = column("telefoon", "phone", Text())
    is_public = column("op_de_site", "is_public", YesNo())
    consented_on = column("toestemming_op", "consented_on", Day())
    remove_on = column("verwijderen_op", "remove_on", Day())

    class Meta:
        model = ContactPerson
        import_id_fields = ["organisation", "name"]


class MembershipResource(ContentResource):
    """One row per user at a library; users are invited first."""

    user = column("gebruiker", "user", Reference(User, "email"))
    library = column("bibliotheek", "library", Reference(Library))
    job_title = column("functie", "job_title", Text())
    is_active = column("werkt_hier_nu", "is_active", YesNo())

    class Meta:
        model = Membership
        import_id_fields = ["user", "library"]
