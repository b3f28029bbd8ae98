"""*Deel een voorbeeld*: five questions, for whoever has no account."""

from django import forms

from contact.forms import FormForPeople
from partners.places_meant import municipality_meant
from sources.fields import WebAddressField

from .models import Initiative, Theme

LONGEST = 5000  # characters of one answer


class ShareForm(FormForPeople):
    """What, where, for whom, with whom and what it brought; the rest is for later."""

    link = WebAddressField(
        label="staat het al op internet? Plak de link",
        help_text="Het webadres van een bericht, een filmpje of een verslag. Dan halen wij de titel op.",
    )
    themes = forms.ModelChoiceField(
        Theme.objects.all(),
        label="waar gaat het over?",
        empty_label="Kies een thema",
        error_messages={
            "required": "Kies een thema. Past er geen? Neem dan wat er het dichtst bij komt."
        },
    )
    places = forms.CharField(
        label="waar is het?",
        max_length=80,
        required=False,
        help_text="De gemeente, de plaats of de postcode. Is het overal in het land? Laat dit dan leeg.",
    )
    with_whom = forms.CharField(
        label="met wie doen jullie het?",
        max_length=500,
        required=False,
        help_text="Bijvoorbeeld: bibliotheek, gemeente en welzijnsorganisatie, met hun naam.",
    )
    source = forms.CharField(
        label="hoe heet de pagina die je plakte, en van wie is die?",
        max_length=250,
        required=False,
        help_text="Bijvoorbeeld: Taalcafé geopend, Noordhollands Dagblad. Heb je geen link geplakt? Laat dit dan leeg.",
    )
    name = forms.CharField(
        label="je naam en je functie",
        max_length=100,
        required=False,
    )
    email = forms.EmailField(
        label="je e-mailadres",
        required=False,
        help_text="Dan sturen we je een link waarmee je ziet wat ermee gebeurt. Je adres komt niet op de site.",
        error_messages={
            "invalid": "Vul een e-mailadres in, zoals naam@voorbeeld.nl, of laat het leeg."
        },
    )

    field_order = [
        "link",
        "title",
        "summary",
        "themes",
        "places",
        "target_groups",
        "with_whom",
        "results",
        "source",
    ]

    class Meta:
        model = Initiative
        fields = ["title", "summary", "themes", "places", "target_groups", "results"]
        labels = {
            "title": "hoe heet het?",
            "summary": "wat doen jullie?",
            "target_groups": "voor wie is het?",
            "results": "wat bracht het?",
        }
        help_texts = {
            "title": "",
            "summary": "Een of twee zinnen.",
            "results": "Hoeveel mensen bereikten jullie, en wat veranderde er voor hen? Schrijf ook hoe je dat weet.",
        }
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3}),
            "target_groups": forms.CheckboxSelectMultiple,
            "results": forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST}),
        }
        error_messages = {
            "title": {"required": "Schrijf hoe het heet."},
            "summary": {"required": "Schrijf in een of twee zinnen wat jullie doen."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target_groups"].required = False
        for field in self.fields.values():
            if getattr(field.widget, "input_type", "") != "checkbox":
                field.widget.attrs["class"] = "input"
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    @property
    def question_fields(self):
        """The fields that people see below that of the link, in order."""
        return [field for field in super().question_fields if field.name != "link"]

    def keep_mistake_of(self, name):
        """Say nothing yet of what is wrong elsewhere: somebody is still filling it in."""
        for other in set(self.errors) - {name}:
            del self.errors[other]

    def clean_themes(self):
        """The one theme, as the list that an example has."""
        return [self.cleaned_data["themes"]]

    def clean_places(self):
        """The municipality of today that is meant, as the list that an example has; asks where it may be several."""
        meant = municipality_meant(self.cleaned_data["places"])
        return [meant] if meant else []

    @property
    def note_for_curators(self):
        """What has no field of its own in an example yet."""
        lines = []
        if self.cleaned_data["with_whom"]:
            lines.append(f"Met wie: {self.cleaned_data['with_whom']}")
        if self.cleaned_data["link"]:
            lines.append(f"Meer erover: {self.cleaned_data['link']}")
        return "\n".join(lines)
