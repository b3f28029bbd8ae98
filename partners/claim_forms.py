"""The forms with which somebody says where they work."""

from django import forms

from contact.forms import FormForPeople

from .models import Claim

PLAIN = forms.TextInput(attrs={"class": "input"})
MESSAGES = {
    "name": {"required": "Vul je naam in."},
    "email": {
        "required": "Vul het e-mailadres van je werk in.",
        "invalid": "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
    },
    "explanation": {
        "max_length": "Maak het korter: hooguit 1.000 tekens.",
    },
}


class AccountRequestForm(FormForPeople):
    """Who somebody is; where they work follows from the address."""

    class Meta:
        model = Claim
        fields = ["name", "email", "job_title"]
        widgets = {
            "name": forms.TextInput(attrs={"class": "input", "autocomplete": "name"}),
            "email": forms.EmailInput(
                attrs={"class": "input", "autocomplete": "email"}
            ),
            "job_title": PLAIN,
        }
        labels = {
            "name": "Je naam",
            "email": "Het e-mailadres van je werk",
            "job_title": "Je functie",
        }
        error_messages = MESSAGES


class ClaimForm(AccountRequestForm):
    """The same about one organisation, with what a curator may want to know."""

    class Meta(AccountRequestForm.Meta):
        fields = ["name", "email", "job_title", "explanation"]
        widgets = AccountRequestForm.Meta.widgets | {
            "explanation": forms.Textarea(attrs={"class": "input", "rows": 4})
        }
        help_texts = {"explanation": "Hieraan kan een curator zien dat je er werkt."}
