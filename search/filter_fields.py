"""Reading the parameters of a query string, of which anybody can make anything."""

from copy import copy

import django_filters
from django import forms

MOST_VALUES = 50  # of one facet; more is nobody's choice


class ManyValuesField(forms.Field):
    """Any number of values, known or not: an unknown one finds nothing, and the page says so."""

    widget = forms.SelectMultiple

    def clean(self, value):
        texts = [text.replace("\x00", "").strip() for text in value or []]
        return [text for text in dict.fromkeys(texts) if text][:MOST_VALUES]


class SharedFilter(django_filters.Filter):
    """A filter that nothing changes, so that filter sets need no copy of their own."""

    def __deepcopy__(self, memo):
        return copy(self)


class FacetFilter(SharedFilter):
    """The chosen options of one facet."""

    field_class = ManyValuesField


class WordsFilter(SharedFilter):
    """The words that were typed."""

    field_class = forms.CharField
