"""Reading the parameters of a query string, of which anybody can make anything."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict

from visitors.asked import readable

LONGEST_WORDS = 200  # characters
MOST_VALUES = 50  # of one facet; more is nobody's choice


class ManyValuesField(forms.Field):
    """Any number of values, known or not: an unknown one finds nothing, and the page says so."""

    widget = forms.SelectMultiple

    def clean(self, value: Iterable[str] | None) -> list[str]:
        texts = [readable(text) for text in value or []]
        return [text for text in dict.fromkeys(texts) if text][:MOST_VALUES]


class SearchForm(forms.Form):
    """The words, and the chosen options of each facet; a hyphen in their names rules out class attributes."""

    q = forms.CharField(
        required=False,
        max_length=LONGEST_WORDS,
        error_messages={
            "max_length": f"Zoek met hooguit {LONGEST_WORDS} tekens.",
            "null_characters_not_allowed": "Er staat een teken in dat geen tekst is.",
        },
    )

    def __init__(self, data: QueryDict, facet_names: Iterable[str]) -> None:
        super().__init__(data)
        for name in facet_names:
            self.fields[name] = ManyValuesField(required=False)
