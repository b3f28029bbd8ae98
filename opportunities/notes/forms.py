"""What somebody chooses for a note; limits are those of two pages of paper."""

from django import forms
from django.http import QueryDict

from initiatives.models import Initiative, Theme
from opportunities.calculation_forms import CalculationForm
from opportunities.choices import Audience
from partners.models import Municipality

from .logo import logo_from

MOST_THEMES = 3
MOST_EXAMPLES = 4
MOST_LINES = 8  # in a text of one's own
LONGEST_TEXT = 900  # characters
SHOWN_OF_EXAMPLES = ("themes", "places", "sources")
AUTOCOMPLETE = {
    "contact_naam": "name",
    "contact_email": "email",
    "contact_telefoon": "tel",
}


class LinesField(forms.CharField):
    """A text of a few lines; empty lines are dropped."""

    widget = forms.Textarea(attrs={"rows": 5})

    def __init__(self, **options):
        super().__init__(
            max_length=LONGEST_TEXT,
            required=False,
            **options,
        )

    def clean(self, value):
        lines = []
        for line in super().clean(value).splitlines():
            words = line.split()
            if words:
                lines.append(" ".join(words))
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(
                f"Hooguit {MOST_LINES} regels; het zijn er nu {len(lines)}."
            )
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
        initiatives = super().clean(value)
        if len(initiatives) > MOST_EXAMPLES:
            raise forms.ValidationError(
                f"Kies hooguit {MOST_EXAMPLES} voorbeelden; het zijn er nu {len(initiatives)}."
            )
        return initiatives


class LogoField(forms.FileField):
    """A picture, which becomes the bytes of a small PNG; empty where nothing was sent."""

    widget = forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg,.svg"})

    def __init__(self):
        super().__init__(
            label="Logo",
            required=False,
            help_text="PNG, JPEG of SVG, hooguit 2 MB.",
        )

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not file:
            return b""
        return logo_from(file)


class NoteForm(forms.Form):
    """All of a note; the names are those in addresses and in what is kept."""

    gemeente = forms.ModelChoiceField(
        Municipality.objects.none(),
        to_field_name="slug",
        label="Gemeente",
        empty_label="Kies een gemeente",
    )
    publiek = forms.ChoiceField(
        label="Voor wie is de notitie?",
        choices=Audience.choices,
        initial=Audience.ALDERMAN,
    )
    publiek_naam = forms.CharField(
        label="Naam of afdeling",
        max_length=100,
        required=False,
        help_text="Bijvoorbeeld: wethouder Zorg en Welzijn.",
    )
    thema = forms.ModelMultipleChoiceField(
        Theme.objects.all(),
        to_field_name="slug",
        label="Thema’s",
        help_text=f"Kies er een tot {MOST_THEMES}.",
        widget=forms.CheckboxSelectMultiple,
    )
    voorbeeld = ExamplesField()
    titel = forms.CharField(
        label="Titel",
        max_length=120,
        required=False,
        help_text="Laat je dit leeg, dan maken wij een titel.",
    )
    voorstel = LinesField(
        label="Ons voorstel",
        help_text=f"Een regel per stap, hooguit {MOST_LINES}. Wat voor de dubbele punt staat, wordt het kopje.",
    )
    meten = LinesField(
        label="Zo zien we of het werkt",
        help_text="Een regel per punt.",
    )
    vraag = LinesField(
        label="Wat we vragen",
        help_text="Een regel per punt.",
    )
    bibliotheek = forms.CharField(
        label="Naam van je bibliotheek",
        max_length=80,
        required=False,
        help_text="Komt bovenaan de notitie.",
    )
    logo = LogoField()
    geen_logo = forms.BooleanField(
        label="Haal het logo weg",
        required=False,
    )
    van = forms.CharField(
        label="Van",
        max_length=120,
        required=False,
        help_text="Bijvoorbeeld: directeur bibliotheek.",
    )
    contact_naam = forms.CharField(
        label="Naam van de contactpersoon",
        max_length=120,
        required=False,
    )
    contact_email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        required=False,
    )
    contact_telefoon = forms.CharField(
        label="Telefoon",
        max_length=40,
        required=False,
    )
    # people do not see it, robots fill it in
    website = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = Municipality.objects.current(today)
        examples = Initiative.objects.published().prefetch_related(*SHOWN_OF_EXAMPLES)
        self.fields["voorbeeld"].queryset = examples
        for field in self.fields.values():
            if not isinstance(field.widget, forms.CheckboxSelectMultiple):
                field.widget.attrs["class"] = "input"
        for name, kind in AUTOCOMPLETE.items():
            self.fields[name].widget.attrs["autocomplete"] = kind

    def clean_thema(self):
        """At most as many as fit in the table."""
        themes = self.cleaned_data["thema"]
        if len(themes) > MOST_THEMES:
            raise forms.ValidationError(
                f"Kies hooguit {MOST_THEMES} thema’s; het zijn er nu {len(themes)}."
            )
        return themes

    @property
    def is_from_robot(self) -> bool:
        """Whether the field that people do not see was filled in."""
        return bool(self.data.get("website"))

    @property
    def errors_in_words(self) -> list[tuple[str, str]]:
        """(anchor, sentence) of each field with errors; the sentence begins with the name of the field."""
        sentences = []
        for name, errors in self.errors.items():
            label = self.fields[name].label
            sentence = f"{label}: {' '.join(errors)}"
            sentences.append((self[name].auto_id, sentence))
        return sentences

    @property
    def choices(self) -> dict[str, str | list[str]]:
        """What was chosen, as JSON can hold it; the same as what the form takes."""
        choices = dict(self.cleaned_data)
        for name in ("website", "logo", "geen_logo"):
            del choices[name]
        choices["gemeente"] = choices["gemeente"].slug
        choices["thema"] = [theme.slug for theme in choices["thema"]]
        choices["voorbeeld"] = [initiative.slug for initiative in choices["voorbeeld"]]
        return choices


class OptionalCalculationForm(CalculationForm):
    """The rekenhulp inside a note: nothing filled in is nothing calculated, and nothing wrong."""

    use_required_attribute = False

    def __init__(self, data: QueryDict) -> None:
        self.is_wanted = any(data.get(name, "").strip() for name in EMPTY_AT_FIRST)
        filled_in = None
        if self.is_wanted:
            filled_in = data
        super().__init__(filled_in)

    def is_right(self) -> bool:
        """Whether nothing was filled in, or all that is needed was filled in well."""
        return not self.is_wanted or self.is_valid()

    @property
    def choices(self) -> dict[str, str]:
        """The texts as they were typed, as JSON can hold them; empty where nothing is calculated."""
        if not self.is_wanted:
            return {}
        return {name: self.data.get(name, "") for name in self.fields}


# the others have a value from the beginning
EMPTY_AT_FIRST = ("deelnemers", "slagen_van", "slagen_tot", "kosten")
