"""The form of who wants to follow something."""

from django import forms

from contact.forms import OwnEmailField

from .choices import Rhythm
from .subjects import subject_of

CANNOT_FOLLOW = (
    "Deze pagina kun je niet volgen. Ga terug en probeer het op een andere pagina."
)
MOST_LETTERS = 600  # of the address of a list with many choices


class FollowForm(forms.Form):
    """What to follow and where to mail; the only thing that people fill in is their address."""

    email = OwnEmailField(
        help_text="Hierheen sturen we een link. Pas als je die opent en bevestigt, krijg je mail."
    )
    address = forms.CharField(
        max_length=2_000,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(
            ["required", "max_length", "null_characters_not_allowed"],
            CANNOT_FOLLOW,
        ),
    )
    # the honeypot: empty when a person fills the form in
    website = forms.CharField(required=False)

    def clean_address(self):
        """Only a page or list of ours; sets ``subject``."""
        self.subject = subject_of(self.cleaned_data["address"])
        if self.subject is None or len(self.subject.address) > MOST_LETTERS:
            raise forms.ValidationError(CANNOT_FOLLOW)
        return self.subject.address


class RhythmForm(forms.Form):
    """How often somebody wants mail."""

    rhythm = forms.ChoiceField(
        label="hoe vaak wil je mail?",
        choices=Rhythm,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies hoe vaak.",
            "invalid_choice": "Kies hoe vaak.",
        },
    )
