"""The forms with which a reader writes to somebody."""

from time import time

from django import forms
from django.core import signing

from .models import Message, Question

MOMENT = "formulier getoond"  # a text that we signed for something else is no moment
NO_ADDRESS = "Vul je e-mailadres in, zoals naam@voorbeeld.nl."
SHORTEST = 3  # seconds; nobody reads and types faster
TOO_FAST = "Dat ging wel heel snel. Lees nog eens na wat je schreef, en druk daarna opnieuw op de knop."


class FormForPeople(forms.ModelForm):
    """A form with a field that people do not see, which catches robots."""

    # the honeypot: empty when a person fills the form in
    website = forms.CharField(required=False)

    @property
    def is_from_robot(self):
        """Whether the field that people do not see was filled in."""
        return bool(self.cleaned_data.get("website"))

    @property
    def question_fields(self):
        """The fields that people see, in order."""
        return [field for field in self.visible_fields() if field.name != "website"]


class OwnEmailField(forms.EmailField):
    """The address of a reader, who has to open a link that is sent there; one sentence says whatever is wrong."""

    def __init__(self, *, help_text):
        super().__init__(
            label="je e-mailadres",
            max_length=254,
            help_text=help_text,
            error_messages=dict.fromkeys(
                ["required", "invalid", "max_length", "null_characters_not_allowed"],
                NO_ADDRESS,
            ),
            widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "email"}),
        )


def moment_now():
    """The moment, as a text that only we can make."""
    return signing.dumps(time(), salt=MOMENT)


def seconds_since(text):
    """How many seconds ago a moment was written down; ``None`` where it is none of ours."""
    try:
        return time() - signing.loads(text, salt=MOMENT)
    except signing.BadSignature:
        return None


class UnhurriedForm(FormForPeople):
    """A form that somebody reads and fills in: what comes back within seconds has to be sent once more."""

    shown_at = forms.CharField(
        required=False,
        widget=forms.HiddenInput,
        initial=moment_now,
    )

    def clean(self):
        """Ask for a second press where the first came too fast, or without a moment of ours; mistakes go first."""
        typed = super().clean()
        seconds = seconds_since(self.data.get("shown_at", ""))
        if seconds is None:
            self.data = self.data.copy()
            self.data["shown_at"] = moment_now()
        is_too_fast = seconds is None or seconds < SHORTEST
        if is_too_fast and not self.errors:
            raise forms.ValidationError(TOO_FAST)
        return typed


class MessageForm(FormForPeople):
    """What is wrong, and if you like where we can answer."""

    class Meta:
        model = Message
        fields = ["page", "text", "email"]
        error_messages = {
            "text": {
                "required": "Schrijf wat er niet klopt of wat je wilt vertellen.",
                "max_length": "Maak je bericht korter: hooguit 5.000 tekens.",
            },
            "email": {
                "invalid": "Vul een e-mailadres in, zoals naam@voorbeeld.nl, of laat het leeg."
            },
        }

    def clean_page(self):
        """Keep only a path on this site, so that no mail ever links elsewhere."""
        page = self.cleaned_data["page"]
        leads_elsewhere = page.startswith(("//", "/\\"))
        if leads_elsewhere or not page.startswith("/"):
            return "/"
        return page


class QuestionForm(FormForPeople):
    """Who asks what; the answer goes to the address that is filled in."""

    class Meta:
        model = Question
        fields = ["name", "organisation", "email", "text"]
        widgets = {
            "name": forms.TextInput(attrs={"class": "input", "autocomplete": "name"}),
            "organisation": forms.TextInput(
                attrs={"class": "input", "autocomplete": "organization"}
            ),
            "email": forms.EmailInput(
                attrs={"class": "input", "autocomplete": "email"}
            ),
            "text": forms.Textarea(attrs={"class": "input", "rows": 6}),
        }
        help_texts = {
            "email": "Hierheen sturen we een link. Het antwoord komt ook op dit adres."
        }
        error_messages = {
            "name": {"required": "Vul je naam in."},
            "email": {
                "required": "Vul je e-mailadres in. Anders kan niemand je antwoorden.",
                "invalid": "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
            },
            "text": {
                "required": "Schrijf wat je wilt vragen.",
                "max_length": "Maak je vraag korter: hooguit 3.000 tekens.",
            },
        }
