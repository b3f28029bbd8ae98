"""Spreadsheet layouts of figures; municipalities are named by their CBS code."""

import re
from decimal import Decimal

from django.core.exceptions import ValidationError

from initiatives.models import Theme
from partners.models import Municipality
from sources.models import Source
from spreadsheets.references import Reference
from spreadsheets.resources import ContentResource, column
from spreadsheets.widgets import Choice, Number, Text, YesNo

from .choices import (
    Direction,
)
from .models import (
    Indicator,
    IndicatorValue,
    Measurement,
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
        "gemeente",
        "municipality",
        Reference(Municipality, "cbs_code"),
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
            refuse_unsure(
                row.get("waarde", "").strip(),
                measurement.indicator,
            )
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
                instance.measurement.indicator,
                instance.numerator,
                instance.denominator,
            )
            instance.value = computed or instance.value
        if instance.value is None:
            raise ValidationError(
                {"value": "Vul een waarde in, of bij een deel de teller en de noemer."}
            )

    class Meta:
        model = IndicatorValue
        import_id_fields = ["measurement", "municipality"]


def refuse_unsure(text: str, indicator: Indicator) -> None:
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


def share(
    indicator: Indicator,
    numerator: Decimal | None,
    denominator: Decimal | None,
) -> Decimal | None:
    """The figure that these counts make; ``None`` where it is no share, or a count is missing."""
    if not indicator.per or not denominator or numerator is None:
        return None
    return round(numerator / denominator * indicator.per, 4)
