"""A tip: what a reader gives, and what a curator makes of it."""

from urllib.parse import urlsplit

from django import forms
from unfold.widgets import (
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from contact.forms import FormForPeople
from partners.places_meant import municipality_meant

from .models import Initiative, Theme, Tip

NO_ADDRESS = "Plak het webadres waar het staat, zoals www.voorbeeld.nl."
UNKNOWN = "Dit voorbeeld staat niet op de site. Plak het webadres, of de hele titel."


class TipForm(FormForPeople):
    """A name and a link; the rest is not required."""

    place = forms.CharField(
        label="waar is het?",
        max_length=80,
        required=False,
        help_text="De gemeente, de plaats of de postcode. Weet je het niet? Laat het dan leeg.",
    )
    url = forms.URLField(
        label="de link",
        max_length=500,
        assume_scheme="https",
        help_text="Het webadres van een bericht, een filmpje of een verslag.",
        error_messages={"required": NO_ADDRESS, "invalid": NO_ADDRESS},
    )

    field_order = ["title", "url", "place", "email"]

    class Meta:
        model = Tip
        fields = ["title", "url", "place", "email"]
        labels = {"title": "hoe heet het?", "email": "je e-mailadres"}
        help_texts = {
            "email": "Dan laten we je weten wat ermee gebeurt. Je adres komt niet op de site."
        }
        error_messages = {
            "title": {
                "required": "Schrijf hoe het heet.",
            },
            "email": {
                "invalid": "Vul een e-mailadres in, zoals naam@voorbeeld.nl, of laat het leeg."
            },
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    def clean_place(self):
        """The municipality of today that is meant; asks where it may be several."""
        return municipality_meant(self.cleaned_data["place"])


class TakenForm(forms.ModelForm):
    """What an example needs before anything can be said of it."""

    themes = forms.ModelChoiceField(
        Theme.objects.all(),
        label="Thema",
        empty_label="Kies een thema",
        widget=UnfoldAdminSelectWidget,
    )

    class Meta:
        model = Initiative
        fields = ["title", "summary", "themes"]
        widgets = {
            "title": UnfoldAdminTextInputWidget,
            "summary": UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        }

    def clean_themes(self):
        """The one theme, as the list that an example has."""
        return [self.cleaned_data["themes"]]


class KnownForm(forms.Form):
    """Which example it is that stands on the site already."""

    initiative = forms.CharField(
        label="Webadres of titel op deze site",
        widget=UnfoldAdminTextInputWidget,
        error_messages={"required": UNKNOWN},
    )

    def clean_initiative(self):
        """The example itself."""
        typed = self.cleaned_data["initiative"]
        published = Initiative.objects.published()
        slug = slug_of(typed)
        initiative = (
            published.filter(slug=slug).first()
            or published.filter(title__iexact=typed).first()
        )
        if initiative is None:
            raise forms.ValidationError(UNKNOWN)
        return initiative


def slug_of(typed):
    """The last part of an address, or of a path; empty where it is none."""
    try:
        return urlsplit(typed).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""
