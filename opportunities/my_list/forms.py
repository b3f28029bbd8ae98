"""What a reader types at their list."""

from django import forms

from .changes import LONGEST_NOTE

LONGEST_TITLE = 120
TOO_LONG = "Je notitie is te lang: er passen {most} tekens in en je hebt er {length}. Maak de notitie korter."
TITLE_TOO_LONG = f"Deze naam is te lang: er passen {LONGEST_TITLE} tekens in."


class EntryNoteForm(forms.Form):
    """A note at something in the list; an empty one takes it away."""

    notitie = forms.CharField(required=False)

    def clean_notitie(self):
        # a browser counts a new line as one
        note = self.cleaned_data["notitie"].replace("\r\n", "\n")
        if len(note) > LONGEST_NOTE:
            raise forms.ValidationError(
                TOO_LONG.format(most=LONGEST_NOTE, length=len(note))
            )
        return note


class ListShareForm(forms.Form):
    """How a list is shared."""

    naam = forms.CharField(
        required=False,
        max_length=LONGEST_TITLE,
        error_messages={"max_length": TITLE_TOO_LONG},
    )
    met_notities = forms.BooleanField(required=False)

    @property
    def title(self):
        return self.cleaned_data["naam"] or "Een lijst van Bieb Netwerk"
