"""Where in the file the table stands, as a curator chooses it."""

from django import forms
from django.http import QueryDict
from unfold.widgets import UnfoldAdminSelectWidget

from .models import ImportRun

NO_HEADER = "0"


class PlaceForm(forms.Form):
    """Which sheet, and which line has the names of the columns; of another sheet the line is proposed anew."""

    sheet = forms.TypedChoiceField(
        label="Welk blad?",
        coerce=int,
        help_text="Kies je een ander blad, dan stellen we daarvan een regel voor.",
        widget=UnfoldAdminSelectWidget,
    )
    header_line = forms.TypedChoiceField(
        label="Welke regel heeft de koppen?",
        coerce=int,
        help_text="Wat erboven staat, lezen we niet.",
        widget=forms.RadioSelect,
    )

    def __init__(self, data: QueryDict | None, run: ImportRun) -> None:
        self.run = run
        super().__init__(
            data,
            initial={
                "sheet": run.sheet,
                "header_line": run.header_line,
            },
        )
        self.fields["sheet"].choices = list(enumerate(run.sheets, 1))
        self.fields["header_line"].choices = self.lines()
        if len(run.sheets) < 2:
            del self.fields["sheet"]

    def lines(self) -> list[tuple[int | str, str]]:
        """The first lines of the sheet, as far as they fit, and that there is no header."""
        choices: list[tuple[int | str, str]] = []
        for line, cells in self.run.beginning:
            texts = " · ".join(filter(None, cells))
            choices.append((line, f"Regel {line}: {texts}"))
        return [*choices, (NO_HEADER, "Er staan geen koppen boven")]

    def save(self) -> None:
        """Keep the answers with the run; the caller saves it."""
        sheet = self.cleaned_data.get("sheet", self.run.sheet)
        self.run.header_line = self.cleaned_data["header_line"]
        if sheet != self.run.sheet:
            self.run.header_line = None
        self.run.sheet = sheet
