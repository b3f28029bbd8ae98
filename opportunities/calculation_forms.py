"""The form of the rekenhulp: its assumptions stand in the address, so that they can be sent."""

import re
from decimal import Decimal

from django import forms

from wording.numbers import amount

from .calculation import CLAIM, CLAIMED_SAVING, OWN_ESTIMATE, Assumptions

MOST_PEOPLE = 100_000
MOST_EURO = 1_000_000
MOST_COSTS = 100_000_000
# people write these around a number; a machine does not need them
SIGNS = re.compile(r"[€%\u00a0 ]")
THOUSANDS = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]*)?")
RANGES = (
    ("slagen_van", "slagen_tot", "percentage"),
    ("besparing_van", "besparing_tot", "bedrag"),
)


class DutchNumberField(forms.DecimalField):
    """A number as people here write it: € 12.000 or 12,5."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value):
        text = SIGNS.sub("", str(value or ""))
        if THOUSANDS.fullmatch(text):
            text = text.replace(".", "")
        return super().to_python(text.replace(",", "."))

    def prepare_value(self, value):
        if isinstance(value, int | Decimal):
            return amount(value)
        return value


class EuroField(DutchNumberField):
    """An amount of money, to the cent."""

    def __init__(self, **options):
        super().__init__(
            min_value=0,
            decimal_places=2,
            **options,
        )


class PercentField(DutchNumberField):
    """A share of a hundred."""

    def __init__(self, **options):
        super().__init__(
            min_value=0,
            max_value=100,
            decimal_places=1,
            **options,
        )


class CalculationForm(forms.Form):
    """The assumptions; the names are those in the address."""

    deelnemers = DutchNumberField(
        label="Hoeveel mensen doen mee in een jaar?",
        min_value=1,
        max_value=MOST_PEOPLE,
        decimal_places=0,
    )
    deelnemers_bron = forms.CharField(
        label="Waar komt dat aantal vandaan?",
        max_length=200,
        required=False,
    )
    slagen_van = PercentField(label="Hoeveel procent slaagt? Lage schatting")
    slagen_tot = PercentField(label="Hoeveel procent slaagt? Hoge schatting")
    slagen_bron = forms.CharField(
        label="Waar komt dat percentage vandaan?",
        max_length=200,
        initial=OWN_ESTIMATE,
        required=False,
    )
    besparing_van = EuroField(
        label="Hoeveel bespaart de gemeente per jaar voor elke deelnemer die werk vindt? Lage schatting",
        max_value=MOST_EURO,
    )
    besparing_tot = EuroField(
        label="Hoeveel bespaart de gemeente per jaar voor elke deelnemer die werk vindt? Hoge schatting",
        max_value=MOST_EURO,
        initial=CLAIMED_SAVING,
    )
    besparing_bron = forms.CharField(
        label="Waar komt dat bedrag vandaan?",
        max_length=200,
        initial=CLAIM,
        required=False,
    )
    kosten = EuroField(
        label="Wat kost het per jaar?",
        max_value=MOST_COSTS,
    )
    kosten_bron = forms.CharField(
        label="Waar komen die kosten vandaan?",
        max_length=200,
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"

    def clean(self):
        """A range has two ends, the higher one last."""
        cleaned = super().clean()
        is_single_number = True
        for low_name, high_name, what in RANGES:
            low = cleaned.get(low_name)
            high = cleaned.get(high_name)
            if low is not None and high is not None and low > high:
                self.add_error(
                    high_name,
                    f"Het hoogste {what} is lager dan het laagste.",
                )
            if low != high:
                is_single_number = False
        if is_single_number and not self.errors:
            self.add_error(
                "slagen_tot",
                "Vul twee verschillende getallen in. Niemand weet precies hoeveel mensen slagen.",
            )
        return cleaned

    @property
    def assumptions(self) -> Assumptions:
        """The assumptions of a valid form."""
        values = self.cleaned_data
        return Assumptions(
            participants=int(values["deelnemers"]),
            success_low=values["slagen_van"],
            success_high=values["slagen_tot"],
            saving_low=values["besparing_van"],
            saving_high=values["besparing_tot"],
            costs=values["kosten"],
            success_source=values["slagen_bron"] or OWN_ESTIMATE,
            saving_source=values["besparing_bron"] or OWN_ESTIMATE,
            participants_source=values["deelnemers_bron"],
            costs_source=values["kosten_bron"],
        )

    @property
    def errors_in_words(self) -> list[tuple[str, str]]:
        """(anchor, sentence) of each field with errors; the sentence begins with the name of the field."""
        sentences = []
        for name, errors in self.errors.items():
            sentences.append(
                (
                    self[name].id_for_label,
                    f"{self.fields[name].label} {' '.join(errors)}",
                )
            )
        return sentences
