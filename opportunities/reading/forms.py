"""What a curator gives while reading policy: a passage, what it says, a text, or a pile of texts."""

from django import forms
from unfold.widgets import (
    UnfoldAdminFileFieldWidget,
    UnfoldAdminIntegerFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
    UnfoldAdminURLInputWidget,
)

from opportunities.models import Passage

from .refusing import MOST_MEGABYTES, MOST_PAGES

MOST_FILES = 60
TOO_LARGE = f"‘{{}}’ is groter dan {MOST_MEGABYTES} MB."


class PassageForm(forms.ModelForm):
    """A passage of one document."""

    class Meta:
        model = Passage
        fields = ["theme", "weight", "told", "place", "page", "quote"]
        widgets = {
            "theme": UnfoldAdminSelectWidget,
            "weight": UnfoldAdminSelectWidget,
            "told": UnfoldAdminTextareaWidget(attrs={"rows": 3, "maxlength": 400}),
            "place": UnfoldAdminTextInputWidget,
            "page": UnfoldAdminIntegerFieldWidget,
            "quote": UnfoldAdminTextareaWidget(attrs={"rows": 3, "maxlength": 600}),
        }

    def __init__(self, *args, document, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.document = document

    def _get_validation_exclusions(self):
        """Check the document too: it is no field, and part of what makes a passage a double."""
        return super()._get_validation_exclusions() - {"document"}


class ToldForm(forms.ModelForm):
    """What a marked passage says, in our own words."""

    class Meta:
        model = Passage
        fields = ["told"]


class SourceForm(forms.Form):
    """Where the text of a document comes from: a file or an address."""

    file = forms.FileField(
        label="Pdf of bewaarde webpagina",
        required=False,
        help_text=f"Hooguit {MOST_MEGABYTES} MB en {MOST_PAGES} bladzijden.",
        widget=UnfoldAdminFileFieldWidget,
        error_messages={"empty": "Dit bestand is leeg."},
    )
    url = forms.URLField(
        label="Of het webadres",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Van de pdf, of van de pagina met de tekst.",
        widget=UnfoldAdminURLInputWidget,
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file:
            check_size(file)
        return file

    def clean(self):
        """Ask for one of the two."""
        cleaned = super().clean()
        if not self.errors and not cleaned["file"] and not cleaned["url"]:
            raise forms.ValidationError("Kies een bestand of vul een webadres in.")
        return cleaned


class ManyFiles(forms.ClearableFileInput):
    """A field in which several files can be chosen."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files, each checked like a single one."""

    widget = ManyFiles

    def clean(self, data, initial=None):
        """All of them as a list."""
        if not data:
            return [super().clean(None, initial)]
        return [super(ManyFilesField, self).clean(file, initial) for file in data]


class PileForm(forms.Form):
    """A pile of agreements at once; the name of each file says of which municipality it is."""

    files = ManyFilesField(
        label="Akkoorden",
        help_text=f"Hooguit {MOST_FILES} bestanden. Zet in elke bestandsnaam de naam van de gemeente.",
        error_messages={"required": "Kies een of meer bestanden."},
    )

    def clean_files(self):
        """Not too many, and none too large."""
        files = self.cleaned_data["files"]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(
                f"Kies hooguit {MOST_FILES} bestanden tegelijk."
            )
        for file in files:
            check_size(file)
        return files


def check_size(file):
    """Refuse a file that nobody would read."""
    if file.size > MOST_MEGABYTES * 2**20:
        raise forms.ValidationError(TOO_LARGE.format(file.name))
