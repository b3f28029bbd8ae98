"""Spreadsheet layouts of policy and services; municipalities are named by their CBS code."""

from django.core.exceptions import ValidationError

from initiatives.models import Initiative, TargetGroup, Theme
from partners.models import Municipality, Organisation
from sources.models import Source
from spreadsheets.judged_resources import JudgedResource
from spreadsheets.moments import Day
from spreadsheets.references import Reference, References
from spreadsheets.resources import ContentResource, column
from spreadsheets.widgets import Choice, Number, Text

from .choices import (
    AdoptionLevel,
    PassageWeight,
    PolicyDocumentKind,
    ServiceParty,
    ServiceState,
)
from .models import (
    Passage,
    PolicyDocument,
    Service,
    SupplyCheck,
)


class PolicyDocumentResource(ContentResource):
    """One row per document of policy, recognised by its ``slug``; the text to read is added on the site."""

    slug = column("slug", "slug", Text())
    municipality = column(
        "gemeente",
        "municipality",
        Reference(Municipality, "cbs_code"),
    )
    kind = column("soort", "kind", Choice(PolicyDocumentKind))
    title = column("titel", "title", Text())
    party = column("partij", "party", Text())
    from_year = column("van", "from_year", Number())
    until_year = column("tot_en_met", "until_year", Number())
    parties = column("partijen", "parties", Text())
    dated = column("datum", "dated", Text())
    page_url = column("pagina_van_herkomst", "page_url", Text())
    url = column("webadres", "url", Text())
    seen_on = column("gezien_op", "seen_on", Day())
    note = column("toelichting", "note", Text())
    missing_because = column("waarom_er_niet", "missing_because", Text())
    read_on = column("gelezen_op", "read_on", Day())

    def slug_from_name(self, row):
        """Titles are alike everywhere; the party and the municipality tell them apart."""
        parts = [row.get(name, "") for name in ("titel", "partij", "gemeente")]
        return super().slug_from_name(row | {"titel": " ".join(parts)})

    class Meta:
        model = PolicyDocument
        import_id_fields = ["slug"]


class PassageResource(ContentResource):
    """One row per passage: document, theme, what it says in our own words, where that stands, and its weight."""

    document = column("beleidsstuk", "document", Reference(PolicyDocument))
    theme = column("thema", "theme", Reference(Theme))
    told = column("in_eigen_woorden", "told", Text())
    quote = column("citaat", "quote", Text())
    place = column("plek", "place", Text())
    page = column("bladzijde", "page", Number())
    weight = column("gewicht", "weight", Choice(PassageWeight))
    url = column("webadres", "url", Text())

    class Meta:
        model = Passage
        import_id_fields = ["document", "theme", "quote", "told"]


class ServiceResource(JudgedResource):
    """One row per service, recognised by municipality and name; what a file brings in is judged before it is shown."""

    incoming = ServiceState.SUBMITTED
    published = ServiceState.PUBLISHED

    municipality = column(
        "gemeente",
        "municipality",
        Reference(Municipality, "cbs_code"),
    )
    name = column("naam", "name", Text())
    description = column("omschrijving", "description", Text())
    themes = column("themas", "themes", References(Theme))
    provider = column("wie", "provider", Reference(Organisation))
    provider_name = column("wie_in_woorden", "provider_name", Text())
    started_by = column("begonnen_door", "started_by", Choice(ServiceParty))
    started_by_name = column("begonnen_door_wie", "started_by_name", Text())
    paid_by = column("betaald_door", "paid_by", Choice(ServiceParty))
    paid_by_name = column("betaald_door_wie", "paid_by_name", Text())
    target_groups = column("doelgroepen", "target_groups", References(TargetGroup))
    satisfaction = column("tevredenheid", "satisfaction", Text())
    satisfaction_source = column("tevredenheid_bron", "satisfaction_source", Text())
    from_year = column("begonnen", "from_year", Number())
    until_year = column("gestopt", "until_year", Number())
    seen_year = column("gezien_in", "seen_year", Number())
    confirmed_on = column("bevestigd_op", "confirmed_on", Day())
    example = column("overgenomen_van", "example", Reference(Initiative))
    level = column("hoe_ver", "level", Choice(AdoptionLevel))
    adapted = column("aangepast", "adapted", Text())
    stop_reason = column("waarom_gestopt", "stop_reason", Text())
    url = column("webadres", "url", Text())
    sources = column("bronnen", "sources", References(Source))
    publication_state = column("publicatie", "publication_state", Choice(ServiceState))

    def find(self, values, row, remarks):
        """The service of this name in this municipality; refuse one that is about nothing."""
        service = super().find(values, row, remarks)
        has_no_themes = "themes" in values and not values["themes"]
        is_new_without = "themes" not in values and service is None
        if has_no_themes or is_new_without:
            raise ValidationError({"themes": "Noem minstens één thema."})
        return service

    class Meta:
        model = Service
        import_id_fields = ["municipality", "name"]


class SupplyCheckResource(ContentResource):
    """One row per municipality and theme of which somebody looked what there is."""

    municipality = column(
        "gemeente",
        "municipality",
        Reference(Municipality, "cbs_code"),
    )
    theme = column("thema", "theme", Reference(Theme))
    checked_on = column("bekeken_op", "checked_on", Day())
    source = column("bron", "source", Reference(Source))
    note = column("toelichting", "note", Text())

    class Meta:
        model = SupplyCheck
        import_id_fields = ["municipality", "theme"]
