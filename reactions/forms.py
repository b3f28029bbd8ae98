"""The forms with which somebody asks, tells or answers."""

from django import forms

from contact.forms import OwnEmailField, UnhurriedForm
from wording.numbers import amount

from .choices import ReactionKind
from .models import LONGEST, Reaction

KINDS = [
    (ReactionKind.QUESTION, "Ik heb een vraag"),
    (ReactionKind.EXPERIENCE, "Ik heb hier ervaring mee"),
]
CHOOSE = "Kies of je iets vraagt of iets vertelt."
TOO_LONG = f"Maak je tekst korter: hooguit {amount(LONGEST)} tekens."


class WrittenForm(UnhurriedForm):
    """The words, and how somebody wants to stand under them."""

    class Meta:
        model = Reaction
        fields = ["text", "name", "job_title"]
        labels = {
            "text": "je tekst",
            "name": "je naam",
            "job_title": "je functie en waar je werkt",
        }
        help_texts = {
            "text": "Noem geen namen of andere gegevens van mensen die je hielp.",
            "name": "Zo staat je naam op de site. Alleen je voornaam mag ook.",
            "job_title": "Vul je dit in, dan staat het naast je naam op de site.",
        }
        widgets = {
            "text": forms.Textarea(attrs={"class": "input", "rows": 6}),
            "name": forms.TextInput(attrs={"class": "input", "autocomplete": "name"}),
            "job_title": forms.TextInput(
                attrs={"class": "input", "autocomplete": "organization-title"}
            ),
        }
        error_messages = {
            "text": {
                "required": "Schrijf je tekst.",
                "max_length": TOO_LONG,
            },
            "name": {
                "required": "Vul een naam in. Alleen je voornaam mag ook.",
                "max_length": "Maak je naam korter: hooguit 100 tekens.",
            },
            "job_title": {
                "max_length": "Maak dit korter: hooguit 120 tekens.",
            },
        }


class AnswerForm(WrittenForm):
    """The same with an address, which has to be confirmed."""

    email = OwnEmailField(
        help_text="Dit komt niet op de site. We mailen je een link. Pas als je daar op de knop drukt, gaan we verder."
    )

    class Meta(WrittenForm.Meta):
        fields = ["text", "name", "job_title", "email"]


class ReactionForm(AnswerForm):
    """The same for who asks or tells."""

    kind = forms.ChoiceField(
        label="wat wil je?",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    field_order = ["kind", "text"]

    class Meta(AnswerForm.Meta):
        fields = ["kind", "text", "name", "job_title", "email"]
