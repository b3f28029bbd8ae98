"""What somebody chooses for a note; limits are those of two pages of paper."""

from django import forms

from initiatives.models import Initiative, Theme
from opportunities.calculation_forms import CalculationForm
from opportunities.choices import Audience
from partners.models import Municipality

from .audiences import ASKS, PARTNER_ASKS, PROPOSAL

MOST_THEMES = 3
MOST_EXAMPLES = 4
MOST_LINES = 8  # in a text of one's own
LONGEST_TEXT = 900  # characters


class LinesField(forms.CharField):
    """A text of a few lines; empty lines are dropped."""

    widget = forms.Textarea(attrs={"rows": 5})

    def __init__(self, **options):
        super().__init__(max_length=LONGEST_TEXT, required=False, **options)

    def clean(self, value):
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        lines = [line for line in lines if line]
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(f"Hooguit {MOST_LINES} regels; het zijn er nu {len(lines)}.")
        return "\n".join(lines)


class ExamplesField(forms.ModelMultipleChoiceField):
    """Practice examples by slug, at most as many as fit."""

    def __init__(self):
        super().__init__(
            Initiative.objects.none(),
            to_field_name="slug",
            required=False,
            label="Voorbeelden van elders",
            help_text=f"Hooguit {MOST_EXAMPLES}.",
            widget=forms.CheckboxSelectMultiple,
        )

    def clean(self, value):
        found = super().clean(value)
        if len(found) > MOST_EXAMPLES:
            raise forms.ValidationError(f"Kies hooguit {MOST_EXAMPLES} voorbeelden; het zijn er nu {len(found)}.")
        return found


class NoteForm(forms.Form):
    """All of a note; the names stand in addresses and in what is kept."""

    gemeente = forms.ModelChoiceField(
        Municipality.objects.none(), to_field_name="slug", label="Gemeente", empty_label="Kies een gemeente"
    )
    publiek = forms.ChoiceField(label="Voor wie is de notitie?", choices=Audience.choices, initial=Audience.ALDERMAN)
    publiek_naam = forms.CharField(
        label="Naam of afdeling", max_length=100, required=False, help_text="Bijvoorbeeld: wethouder Zorg en Welzijn."
    )
    thema = forms.ModelMultipleChoiceField(
        Theme.objects.all(),
        to_field_name="slug",
        label="Thema’s",
        help_text=f"Kies er een tot {MOST_THEMES}.",
        widget=forms.CheckboxSelectMultiple,
    )
    voorbeeld = ExamplesField()
    titel = forms.CharField(label="Titel", max_length=120, required=False, help_text="Leeg: wij maken er een.")
    voorstel = LinesField(label="Ons voorstel", help_text=f"Een regel per stap, hooguit {MOST_LINES} regels.")
    vraag = LinesField(label="Wat we vragen", help_text="Een regel per punt.")
    van = forms.CharField(label="Van", max_length=120, required=False, help_text="Bijvoorbeeld: directeur bibliotheek.")
    contact_naam = forms.CharField(label="Naam van de contactpersoon", max_length=120, required=False)
    contact_email = forms.EmailField(label="E-mailadres", max_length=254, required=False)
    contact_telefoon = forms.CharField(label="Telefoon", max_length=40, required=False)
    website = forms.CharField(required=False, widget=forms.HiddenInput)  # people do not see it, robots fill it in

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = Municipality.objects.current(today)
        self.fields["voorbeeld"].queryset = Initiative.objects.published()
        for name, field in self.fields.items():
            if not isinstance(field.widget, forms.CheckboxSelectMultiple):
                field.widget.attrs["class"] = "input"
            if name.startswith("contact_"):
                field.widget.attrs["autocomplete"] = {"naam": "name", "email": "email", "telefoon": "tel"}[name[8:]]

    def clean_thema(self):
        """At most as many as fit in the table."""
        found = self.cleaned_data["thema"]
        if len(found) > MOST_THEMES:
            raise forms.ValidationError(f"Kies hooguit {MOST_THEMES} thema’s; het zijn er nu {len(found)}.")
        return found

    @property
    def is_from_robot(self):
        """Whether the field that people do not see was filled in."""
        return bool(self.data.get("website"))

    @property
    def errors_in_words(self):
        """Every error with the name of its field and its anchor."""
        return [
            (self[name].auto_id, f"{self.fields[name].label}: {' '.join(told)}") for name, told in self.errors.items()
        ]

    @property
    def choices(self):
        """What was chosen, as JSON can hold it; the same as what the form takes."""
        values = {name: self.cleaned_data[name] for name in self.fields if name != "website"}
        return values | {
            "gemeente": values["gemeente"].slug,
            "thema": [theme.slug for theme in values["thema"]],
            "voorbeeld": [initiative.slug for initiative in values["voorbeeld"]],
        }


def default_texts(audience):
    """What stands in the fields for own words at first."""
    return {"voorstel": "\n".join(PROPOSAL), "vraag": "\n".join(ASKS.get(audience, PARTNER_ASKS))}


class OptionalCalculationForm(CalculationForm):
    """The rekenhulp inside a note: nothing filled in is nothing calculated, and nothing wrong."""

    use_required_attribute = False

    def __init__(self, data):
        self.is_wanted = any(data.get(name, "").strip() for name in OBVIOUS)
        super().__init__(data if self.is_wanted else None)

    def is_right(self):
        """Whether nothing was asked, or all that is needed was filled in well."""
        return not self.is_wanted or self.is_valid()


OBVIOUS = ("deelnemers", "slagen_van", "slagen_tot", "kosten")  # the others have a value at first
