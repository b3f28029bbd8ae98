"""What a curator tells us about a file."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from unfold.widgets import (
    UnfoldAdminFileFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanSwitchWidget,
)

from .models import ExportRun, ImportRun
from .resources import ContentResource

MOST_MEGABYTES = 20
NOT_USED = ("", "Niet gebruiken")
LONGEST_EXAMPLE = 80  # characters
ONLY_GOOD = "Sla de goede rijen op, ook als er rijen geweigerd worden"


class UploadForm(forms.ModelForm):
    """A file to bring in."""

    class Meta:
        model = ImportRun
        fields = ["file", "only_good"]
        labels = {
            "file": "Bestand (csv, xlsx, ods of xls)",
            "only_good": ONLY_GOOD,
        }
        help_texts = {
            "file": f"Hooguit {MOST_MEGABYTES} MB en 20.000 rijen. Er verandert niets voordat je dat bevestigt.",
            "only_good": "Zonder dit vinkje gaat het hele bestand goed of verandert er niets.",
        }
        widgets = {
            "file": UnfoldAdminFileFieldWidget,
            "only_good": UnfoldBooleanSwitchWidget,
        }
        error_messages = {
            "file": {"required": "Kies een bestand.", "empty": "Dit bestand is leeg."}
        }

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file.size > MOST_MEGABYTES * 2**20:
            raise forms.ValidationError(
                f"Dit bestand is groter dan {MOST_MEGABYTES} MB. Splits het in kleinere bestanden."
            )
        return file


class MappingForm(forms.Form):
    """Which column is what, what to fill in where the file has nothing, and which words mean nothing.

    A column of the file is field ``kolom-3``; what to fill in for ours is field ``vast-titel``.
    """

    empty_words = forms.CharField(
        label="Woorden die betekenen: niet ingevuld",
        required=False,
        max_length=500,
        initial="N/A, n.v.t., onbekend, -",
        help_text="Met komma’s ertussen.",
        widget=UnfoldAdminTextInputWidget,
    )
    drop_unknown = forms.BooleanField(
        label="Laat onbekende thema’s, organisaties en dergelijke weg",
        required=False,
        help_text="Zonder dit vinkje wordt zo’n rij geweigerd. Bij de controle zie je wat er is weggelaten.",
        widget=UnfoldBooleanSwitchWidget,
    )
    only_good = forms.BooleanField(
        label=ONLY_GOOD,
        required=False,
        widget=UnfoldBooleanSwitchWidget,
    )

    def __init__(
        self,
        data: QueryDict | None,
        run: ImportRun,
        resource: ContentResource,
    ) -> None:
        self.run = run
        self.resource = resource
        initial = {
            "drop_unknown": run.drop_unknown,
            "only_good": run.only_good,
        }
        if run.state != ImportRun.State.MAPPING:
            # answered before, perhaps with nothing
            initial["empty_words"] = ", ".join(run.empty_words)
        super().__init__(data, initial=initial)
        for number, header in enumerate(run.headers):
            if header:
                self.fields[f"kolom-{number}"] = self.question_about(number, header)
        for name in resource.columns:
            self.fields[f"vast-{name}"] = forms.CharField(
                label=name,
                required=False,
                max_length=300,
                initial=run.constants.get(name, ""),
                widget=UnfoldAdminTextInputWidget,
            )

    def question_about(self, number: int, header: str) -> forms.ChoiceField:
        """Which of ours this column of the file is."""
        ours = [(name, name) for name in self.resource.columns]
        return forms.ChoiceField(
            label=header,
            choices=[NOT_USED, *ours],
            required=False,
            initial=self.run.mapping.get(header, ""),
            help_text=self.example(number),
            widget=UnfoldAdminSelectWidget,
        )

    def example(self, number: int) -> str:
        """What stands in the column, so that one sees what it is about."""
        for row in self.run.sample:
            if number < len(row) and row[number]:
                return f"Bijvoorbeeld: {row[number][:LONGEST_EXAMPLE]}"
        return "De eerste rijen zijn hier leeg."

    @property
    def column_fields(self) -> list[forms.BoundField]:
        """The fields for the columns of the file."""
        return [self[name] for name in self.fields if name.startswith("kolom-")]

    @property
    def constant_fields(self) -> list[forms.BoundField]:
        """The fields for what to fill in."""
        return [self[name] for name in self.fields if name.startswith("vast-")]

    def chosen_columns(self, cleaned: Mapping[str, Any]) -> dict[str, str]:
        """Ours of each column of the file; an empty text for one that is not used."""
        mapping = {}
        for number, header in enumerate(self.run.headers):
            if header:
                mapping[header] = cleaned.get(f"kolom-{number}", "")
        return mapping

    def filled_constants(self, cleaned: Mapping[str, Any]) -> dict[str, str]:
        """What to fill in where the file has nothing, by our column."""
        constants = {}
        for column in self.resource.columns:
            text = cleaned.get(f"vast-{column}", "")
            if text:
                constants[column] = text
        return constants

    def clean(self) -> dict[str, Any]:
        """Refuse one of our columns twice, and a file in which no row can be recognised."""
        cleaned = super().clean()
        self.mapping = self.chosen_columns(cleaned)
        self.constants = self.filled_constants(cleaned)
        used = Counter(filter(None, self.mapping.values()))
        for column, count in used.items():
            if count > 1:
                self.add_error(
                    None,
                    f"Je gebruikt ‘{column}’ voor twee kolommen. Kies er één.",
                )
        for column in self.resource.required_columns:
            if column not in used and column not in self.constants:
                self.add_error(
                    None,
                    f"Zeg welke kolom ‘{column}’ is: daaraan herkennen we een rij.",
                )
                break
        return cleaned

    def save(self) -> None:
        """Keep the answers with the run."""
        words = [word.strip() for word in self.cleaned_data["empty_words"].split(",")]
        self.run.mapping = self.mapping
        self.run.constants = self.constants
        self.run.empty_words = list(filter(None, words))
        self.run.drop_unknown = self.cleaned_data["drop_unknown"]
        self.run.only_good = self.cleaned_data["only_good"]


class ExportForm(forms.ModelForm):
    """In which kind of file."""

    class Meta:
        model = ExportRun
        fields = ["kind"]
        widgets = {"kind": UnfoldAdminSelectWidget}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].required = True
        self.fields["kind"].choices = ExportRun.Kind.choices
