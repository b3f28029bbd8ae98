"""What one fills in to calculate, in an address that can be sent."""

import re
from decimal import Decimal

from django import forms

from partners.wording import amount

from .calculation import CLAIM, CLAIMED_SAVING, OWN_ESTIMATE, Assumptions

MOST_PEOPLE = 100_000
MOST_EURO = 1_000_000
MOST_COSTS = 100_000_000
THOUSANDS = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]*)?")


class DutchNumberField(forms.DecimalField):
    """A number as people here write it: € 12.000 or 12,5."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value):
        text = str(value or "").replace("€", "").replace("%", "").replace(" ", "").replace("\u00a0", "")
        if THOUSANDS.fullmatch(text):
            text = text.replace(".", "")
        return super().to_python(text.replace(",", "."))

    def prepare_value(self, value):
        return amount(value) if isinstance(value, int | Decimal) else value


def _euro(label, most, **options):
    return DutchNumberField(label=label, min_value=0, max_value=most, decimal_places=2, **options)


def _percent(label):
    return DutchNumberField(label=label, min_value=0, max_value=100, decimal_places=1)


class CalculationForm(forms.Form):
    """The assumptions; the names are those in the address."""

    deelnemers = DutchNumberField(
        label="Hoeveel mensen doen mee in een jaar?", min_value=1, max_value=MOST_PEOPLE, decimal_places=0
    )
    slagen_van = _percent("Bij hoeveel procent lukt het minstens?")
    slagen_tot = _percent("Bij hoeveel procent lukt het hooguit?")
    slagen_bron = forms.CharField(
        label="Waar komt dat percentage vandaan?", max_length=200, initial=OWN_ESTIMATE, required=False
    )
    besparing_van = _euro("Hoeveel bespaart de gemeente minstens per persoon bij wie het lukt, per jaar?", MOST_EURO)
    besparing_tot = _euro("Hoeveel bespaart de gemeente hooguit per persoon?", MOST_EURO, initial=CLAIMED_SAVING)
    besparing_bron = forms.CharField(
        label="Waar komt dat bedrag vandaan?", max_length=200, initial=CLAIM, required=False
    )
    kosten = _euro("Wat kost het per jaar?", MOST_COSTS)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"

    def clean(self):
        """A range has two ends, the higher one last."""
        cleaned = super().clean()
        ranges = (("slagen_van", "slagen_tot", "percentage"), ("besparing_van", "besparing_tot", "bedrag"))
        for low, high, what in ranges:
            if None not in (cleaned.get(low), cleaned.get(high)) and cleaned[low] > cleaned[high]:
                self.add_error(high, f"Het hoogste {what} is lager dan het laagste.")
        if not self.errors and all(cleaned[low] == cleaned[high] for low, high, _ in ranges):
            self.add_error("slagen_tot", "Vul een bereik in: niemand weet precies bij hoeveel mensen het lukt.")
        return cleaned

    @property
    def assumptions(self):
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
        )

    @property
    def errors_in_words(self):
        """Every error with the name of its field and its anchor."""
        return [
            (self[name].id_for_label, f"{self.fields[name].label} {' '.join(told)}")
            for name, told in self.errors.items()
        ]
