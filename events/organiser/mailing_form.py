"""What an organiser fills in to mail attendees."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from unfold.widgets import (
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from events.actions.mailing import WORDS
from events.choices import MailingSelection
from wording.enumerations import joined

from .forms import KeyField, SessionField

IN_BRACES = re.compile(r"\{[^{}\n]*\}")
NOT_IN_SUBJECT = (
    "In het onderwerp vullen we niets in. Zet woorden tussen accolades in de tekst."
)
UNKNOWN_WORD = "{} kennen we niet. Je kunt {} gebruiken."
TIME_HAS_PASSED = "Dit moment is al geweest. Kies een later moment, of laat het leeg."


class MailingForm(forms.Form):
    """A mail to some of the attendees."""

    key = KeyField()
    selection = forms.ChoiceField(
        label="Aan wie",
        choices=MailingSelection.choices,
        widget=UnfoldAdminSelectWidget,
    )
    session = SessionField(
        None,
        label="Alleen wie een plek heeft in",
        required=False,
        empty_label="Alle deelsessies",
        widget=UnfoldAdminSelectWidget,
    )
    planned_at = forms.DateTimeField(
        label="Versturen op",
        required=False,
        help_text="Laat leeg om de mail meteen te versturen.",
        widget=forms.DateTimeInput(
            format="%Y-%m-%dT%H:%M",
            attrs={"type": "datetime-local", "class": "cur-input"},
        ),
    )
    subject = forms.CharField(
        label="Onderwerp",
        max_length=150,
        widget=UnfoldAdminTextInputWidget,
    )
    body = forms.CharField(
        label="Tekst",
        max_length=10_000,
        help_text=(
            "{naam} wordt de naam, {plek} de eigen link om iets te veranderen, {evaluatie} de eigen link naar de"
            " evaluatie en {pagina} de link naar de pagina van de bijeenkomst."
        ),
        widget=UnfoldAdminTextareaWidget,
    )
    documents = forms.ModelMultipleChoiceField(
        None,
        label="Bijlagen",
        required=False,
        help_text="Pdf’s die bij de bijeenkomst staan. Nieuwe voeg je toe in het formulier van de bijeenkomst.",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, event, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["session"].queryset = event.sessions.parallel().with_labels()
        with_file = event.documents.exclude(file="")
        if with_file.exists():
            self.fields["documents"].queryset = with_file
        else:
            del self.fields["documents"]

    def clean_planned_at(self):
        """A time that is still to come."""
        planned_at = self.cleaned_data["planned_at"]
        if planned_at and planned_at <= timezone.now():
            raise ValidationError(TIME_HAS_PASSED)
        return planned_at

    def clean_subject(self):
        """A subject is one line, the same for everybody."""
        subject = " ".join(self.cleaned_data["subject"].split())
        if IN_BRACES.search(subject):
            raise ValidationError(NOT_IN_SUBJECT)
        return subject

    def clean_body(self):
        """A word in braces that nobody fills in would go out as it stands."""
        body = self.cleaned_data["body"]
        for word in IN_BRACES.findall(body):
            if word not in WORDS:
                raise ValidationError(UNKNOWN_WORD.format(word, joined(list(WORDS))))
        return body
