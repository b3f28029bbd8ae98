"""The file that a library sends back."""

from django import forms

MOST_MEGABYTES = 5


class SheetForm(forms.Form):
    """One spreadsheet."""

    file = forms.FileField(
        label="je bestand",
        help_text=f"Xlsx, ods, xls of csv, hooguit {MOST_MEGABYTES} MB. Er verandert niets voordat je dat bevestigt.",
        widget=forms.ClearableFileInput(
            attrs={"class": "input", "accept": ".xlsx,.ods,.xls,.csv"}
        ),
        error_messages={
            "required": "Kies een bestand.",
            "empty": "Dit bestand is leeg.",
        },
    )

    def clean_file(self):
        """Refuse what is too large to read while somebody waits."""
        file = self.cleaned_data["file"]
        if file.size > MOST_MEGABYTES * 2**20:
            raise forms.ValidationError(
                f"Dit bestand is groter dan {MOST_MEGABYTES} MB. Splits het in kleinere bestanden."
            )
        return file
