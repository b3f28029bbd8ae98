"""The form of who votes."""

from django import forms

from contact.forms import UnhurriedForm

from .ballots import new_ballot, number_of
from .models import LONGEST_MOTIVE, Opinion, Vote

CHOOSE = "Kies eens of oneens."
AGAIN = "Deze pagina was niet compleet. Druk nog een keer op de knop."


class VoteForm(UnhurriedForm):
    """Agree or not, and why."""

    opinion = forms.ChoiceField(
        label="wat vind je?",
        choices=Opinion,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    ballot = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = ["opinion", "motive"]

    class Meta:
        model = Vote
        fields = ["opinion", "motive"]
        labels = {"motive": "waarom vind je dat?"}
        help_texts = {
            "motive": "Een curator leest dit eerst. Daarna kan het op de site komen, zonder naam. Noem geen namen."
        }
        widgets = {"motive": forms.Textarea(attrs={"class": "input", "rows": 4})}
        error_messages = {
            "motive": {
                "max_length": f"Maak je motief korter: hooguit {LONGEST_MOTIVE} tekens.",
            }
        }

    def __init__(self, *args, poll, **kwargs):
        super().__init__(*args, **kwargs)
        self.poll = poll
        self.fields["ballot"].initial = new_ballot(poll)

    def clean_ballot(self):
        """The number of the form; a form that is none of ours gets a new one."""
        number = number_of(self.cleaned_data["ballot"], self.poll)
        if number is None:
            self.data = self.data.copy()
            self.data["ballot"] = new_ballot(self.poll)
            raise forms.ValidationError(AGAIN)
        return number
