"""Spreadsheet layouts of figures, policy and services; municipalities are named by their CBS code."""

import re

from django.core.exceptions import ValidationError

from initiatives.models import Initiative, TargetGroup, Theme
from partners.models import Municipality, Organisation
from sources.models import Source
from spreadsheets.moments import Day
from spreadsheets.references import Reference, References
from spreadsheets.resources import ContentResource, JudgedResource, column
from spreadsheets.widgets import Choice, Number, Text, YesNo

from .choices import (
    AdoptionLevel,
    Direction,
    PassageWeight,
    PolicyDocumentKind,
    ServiceParty,
    ServiceState,
)
from .models import (
    Indicator,
    IndicatorValue,
    Measurement,
    Passage,
    PolicyDocument,
    Service,
    SupplyCheck,
)

UNSURE = re.compile(r"[0-9]{1,3}([.,][0-9]{3})+")  # a thousand to some, one to others


class FigureNumber(Number):
    """A number as Dutch and other spreadsheets write it: a comma or a point before the decimals, a % behind it."""

    def __init__(self):
        super().__init__(decimals=True)

    def clean(self, value, row=None, **kwargs):
        text = Text().clean(value).removesuffix("%").strip()
        if text == "":
            return None
        number = self.number_in(text)
        if number is None:
            raise ValueError(f"‘{text}’ is geen getal.")
        return number  # whether it may be a thousand depends on the indicator: see refuse_unsure


class IndicatorResource(ContentResource):
    """One row per indicator, recognised by its ``slug``, which files with figures use too."""

    slug = column("slug", "slug", Text())
    name = column("naam", "name", Text())
    short_name = column("kort", "short_name", Text())
    unit = column("eenheid", "unit", Text())
    theme = column("thema", "theme", Reference(Theme))
    judgement = column("waarom_bij_dit_thema", "judgement", Text())
    direction = column("richting", "direction", Choice(Direction))
    is_lead = column("bepaalt_behoefte", "is_lead", YesNo())
    is_compared = column("vergelijkt", "is_compared", YesNo())
    per = column("deel_van", "per", Number())
    lowest = column("laagste", "lowest", FigureNumber())
    highest = column("hoogste", "highest", FigureNumber())

    class Meta:
        model = Indicator
        import_id_fields = ["slug"]


class MeasurementResource(ContentResource):
    """One row per indicator and year, recognised by its ``slug``; its figures are in a file of their own."""

    slug = column("slug", "slug", Text())
    indicator = column("indicator", "indicator", Reference(Indicator))
    year = column("jaar", "year", Number())
    codes_year = column("jaar_codes", "codes_year", Number())
    source = column("bron", "source", Reference(Source))
    method = column("methode", "method", Text())

    class Meta:
        model = Measurement
        import_id_fields = ["slug"]


class IndicatorValueResource(ContentResource):
    """One row per municipality in a measurement, under the code of its year.

    Refused: an unknown code, a municipality that was not there in the year of the codes, a second figure of the same
    year, a value out of the range of the indicator, a fraction where percentages are meant, and a share that is not its
    numerator over its denominator. A value that is left out is computed from those two.
    """

    measurement = column("meting", "measurement", Reference(Measurement))
    municipality = column(
        "gemeente", "municipality", Reference(Municipality, "cbs_code")
    )
    value = column("waarde", "value", FigureNumber())
    numerator = column("teller", "numerator", FigureNumber())
    denominator = column("noemer", "denominator", FigureNumber())

    def get_queryset(self):
        return super().get_queryset().select_related("measurement__indicator")

    def find(self, values, row, remarks):
        """The figure of this municipality and measurement; a file has it once, and in plain numbers."""
        measurement = values["measurement"]
        if (measurement, values["municipality"]) in self.seen:
            raise ValidationError(
                "Dit bestand heeft al een cijfer van deze gemeente in dit jaar."
            )
        if measurement:
            refuse_unsure(row.get("waarde", "").strip(), measurement.indicator)
            if "value" in values and values["value"] is None:
                values["value"] = share(
                    measurement.indicator,
                    values.get("numerator"),
                    values.get("denominator"),
                )
        self.is_given = values.get("value") is not None
        return super().find(values, row, remarks)

    def check(self, instance, *, is_new):
        """Where the file has no column of values, a share is its numerator over its denominator."""
        if not self.is_given:
            computed = share(
                instance.measurement.indicator, instance.numerator, instance.denominator
            )
            instance.value = computed or instance.value
        if instance.value is None:
            raise ValidationError(
                {"value": "Vul een waarde in, of bij een deel de teller en de noemer."}
            )

    class Meta:
        model = IndicatorValue
        import_id_fields = ["measurement", "municipality"]


def refuse_unsure(text, indicator):
    """Refuse what some read as a thousand and others as one, and a percentage of what is none."""
    may_be_thousands = indicator.highest is None or indicator.highest > 1000
    if may_be_thousands and UNSURE.fullmatch(text):
        raise ValidationError(
            {
                "value": f"‘{text}’ kan een duizendtal zijn of een breuk. Schrijf het zonder punt of komma."
            }
        )
    if text.endswith("%") and not indicator.is_percentage:
        raise ValidationError(
            {"value": f"{indicator} is geen percentage: {indicator.unit}."}
        )


def share(indicator, numerator, denominator):
    """The figure that these counts make; ``None`` where it is no share, or a count is missing."""
    if not indicator.per or not denominator or numerator is None:
        return None
    return round(numerator / denominator * indicator.per, 4)


class PolicyDocumentResource(ContentResource):
    """One row per document of policy, recognised by its ``slug``; the text to read is added on the site."""

    slug = column("slug", "slug", Text())
    municipality = column(
        "gemeente", "municipality", Reference(Municipality, "cbs_code")
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
        full_name = " ".join(
            [row.get("titel", ""), row.get("partij", ""), row.get("gemeente", "")]
        )
        return super().slug_from_name(row | {"titel": full_name})

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
        "gemeente", "municipality", Reference(Municipality, "cbs_code")
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
        "gemeente", "municipality", Reference(Municipality, "cbs_code")
    )
    theme = column("thema", "theme", Reference(Theme))
    checked_on = column("bekeken_op", "checked_on", Day())
    source = column("bron", "source", Reference(Source))
    note = column("toelichting", "note", Text())

    class Meta:
        model = SupplyCheck
        import_id_fields = ["municipality", "theme"]
