"""*Wij doen dit ook*: who does it where, and how far it is; then, and a year later."""

from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from contact.forms import FormForPeople
from initiatives.place_field import number_of
from opportunities.choices import AdoptionLevel
from opportunities.models import Service
from partners.models import Municipality, Organisation

from .organisations import organisation_called
from .told_before import same_as

LEVELS = [
    ("", "Kies hoe ver het is"),
    *[choice for choice in AdoptionLevel.choices if choice[0]],
]
REFUSED_YEAR = "Vul een jaar in, zoals 2025."
YEAR_ERRORS = dict.fromkeys(
    ("required", "invalid", "min_value", "max_value"),
    REFUSED_YEAR,
)
STATE_LABELS = {
    "from_year": "sinds welk jaar?",
    "level": "hoe ver is het?",
    "until_year": "in welk jaar stopte het?",
    "stop_reason": "waarom stopte het?",
    "adapted": "wat doen jullie anders?",
}
STATE_HELP = {
    "until_year": "Alleen als jullie gestopt zijn.",
    "stop_reason": "Alleen als jullie gestopt zijn. Anderen leren ervan. Dit komt op de site.",
    "adapted": "Wat hebben jullie aangepast, en waarom? Noem geen namen van mensen. Dit komt op de site.",
}
STATE_WIDGETS = {
    "stop_reason": forms.Textarea(attrs={"rows": 3}),
    "adapted": forms.Textarea(attrs={"rows": 3}),
}
STATE_ERRORS = {
    "level": {"required": "Kies hoe ver het is."},
    "from_year": YEAR_ERRORS,
    "until_year": YEAR_ERRORS,
}


def dressed(form: forms.BaseForm) -> None:
    """Give every field of a form the look of the site."""
    for field in form.fields.values():
        field.widget.attrs["class"] = "input"


def check_stop(
    form: forms.BaseForm,
    typed: dict[str, Any],
    begun: int | None,
    today: date,
) -> None:
    """Years that can be, in order; a year of stopping, and a reason, are of what stopped."""
    stopped = typed.get("until_year")
    for name, year in (("from_year", begun), ("until_year", stopped)):
        if name in form.fields and year and not 1900 <= year <= today.year:
            form.add_error(name, f"Vul een jaar in tussen 1900 en {today.year}.")
    if typed.get("level") != AdoptionLevel.STOPPED:
        typed["until_year"] = None
        typed["stop_reason"] = ""
    elif not stopped and "until_year" not in form.errors:
        form.add_error("until_year", "Vul in in welk jaar het stopte.")
    elif begun and stopped and stopped < begun:
        form.add_error(
            "until_year",
            f"Jullie begonnen in {begun}. Vul een jaar in vanaf {begun}.",
        )


class AdoptionForm(FormForPeople):
    """Who does it too, for whoever has no account."""

    organisation = forms.CharField(
        label="welke bibliotheek of partner?",
        max_length=200,
        help_text="Typ de naam, en kies haar uit de lijst.",
        error_messages={"required": "Vul in welke bibliotheek of partner het doet."},
    )
    place = forms.CharField(
        label="in welke gemeente?",
        max_length=80,
        help_text="De gemeente, de plaats of de postcode.",
        error_messages={"required": "Vul de gemeente in."},
    )
    level = forms.ChoiceField(
        choices=LEVELS,
        label=STATE_LABELS["level"],
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"),
            STATE_ERRORS["level"]["required"],
        ),
    )
    name = forms.CharField(
        label="je naam en je functie",
        max_length=100,
        error_messages={"required": "Vul je naam in."},
    )
    email = forms.EmailField(
        label="je e-mailadres",
        help_text="Hierheen sturen we een link. Pas als je die opent en op de knop drukt, gaan we verder.",
        error_messages={
            "required": "Vul je e-mailadres in. Anders kunnen we je geen link sturen.",
            "invalid": "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
        },
    )

    field_order = [
        "organisation",
        "place",
        "from_year",
        "level",
        "until_year",
        "stop_reason",
        "adapted",
    ]

    class Meta:
        model = Service
        fields = ["from_year", "until_year", "stop_reason", "adapted", "level"]
        labels = STATE_LABELS
        help_texts = STATE_HELP
        widgets = STATE_WIDGETS
        error_messages = STATE_ERRORS

    def __init__(
        self,
        *args,
        example,
        today,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.example = example
        self.today = today
        dressed(self)
        self.fields["organisation"].widget.attrs["autocomplete"] = "organization"
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    @property
    def asked_after(self) -> list[BoundField]:
        """The fields that people see after that of the organisation, in order."""
        return [
            self[name]
            for name in self.fields
            if name not in ("website", "organisation")
        ]

    def clean_organisation(self) -> Organisation:
        """The library or partner itself."""
        self.instance.provider = organisation_called(self.cleaned_data["organisation"])
        return self.instance.provider

    def clean_place(self) -> Municipality:
        """The municipality of today itself."""
        self.instance.municipality = Municipality.objects.get(
            pk=number_of(self.cleaned_data["place"])
        )
        return self.instance.municipality

    def clean(self):
        """Refuse what does not go together, and what was told before."""
        typed = super().clean()
        check_stop(
            self,
            typed,
            typed.get("from_year"),
            self.today,
        )
        if "organisation" in typed and "place" in typed:
            self.instance.example = self.example
            if same_as(self.instance).exists():
                who = typed["organisation"]
                where = typed["place"]
                problem = f"Van {who} in {where} weten we dit al. Klopt het niet meer? Gebruik de link uit de mail."
                self.add_error("organisation", problem)
        return typed


class NewsForm(forms.ModelForm):
    """How far it is now."""

    level = forms.ChoiceField(
        choices=LEVELS[1:],
        label=STATE_LABELS["level"],
        error_messages={"required": STATE_ERRORS["level"]["required"]},
    )

    field_order = ["level", "until_year", "stop_reason", "adapted"]

    class Meta:
        model = Service
        fields = ["until_year", "stop_reason", "adapted", "level"]
        labels = STATE_LABELS
        help_texts = STATE_HELP
        widgets = STATE_WIDGETS
        error_messages = STATE_ERRORS

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        dressed(self)

    @property
    def has_new_words(self) -> bool:
        """Whether a text changed that stands on the site."""
        return not {"stop_reason", "adapted"}.isdisjoint(self.changed_data)

    def clean(self):
        """Refuse what does not go together."""
        typed = super().clean()
        check_stop(self, typed, self.instance.from_year, self.today)
        return typed
