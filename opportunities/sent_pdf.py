"""A field for a PDF that anybody may send: refused by what is in it, whatever its name says."""

from django import forms

from .reading.reader import BEGINNING, PDF

MOST_MEGABYTES = 10
TOO_LARGE = f"Dit bestand is groter dan {MOST_MEGABYTES} MB. Kies een kleiner bestand, of vul het webadres in."
NO_PDF = "Dit is geen pdf. Kies een pdf, of vul het webadres in."


class PdfField(forms.FileField):
    """A PDF of a readable size; ``None`` where nothing was sent. What an address says is no file."""

    widget = forms.FileInput(attrs={"accept": ".pdf,application/pdf"})

    def __init__(self, **kwargs):
        super().__init__(
            required=False,
            error_messages={"empty": "Dit bestand is leeg."},
            **kwargs,
        )

    def clean(self, data, initial=None):
        file = super().clean(data)
        if not file:
            return None
        if file.size > MOST_MEGABYTES * 2**20:
            raise forms.ValidationError(TOO_LARGE)
        file.seek(0)
        beginning = file.read(BEGINNING)
        file.seek(0)
        if PDF not in beginning:
            raise forms.ValidationError(NO_PDF)
        return file
