"""The query string of the overview → which initiatives, in which order, with exact counts beside every choice."""

from functools import cached_property

import django_filters
from django import forms
from django.http import QueryDict

from .facets import load_facets

FACETS = [
    "thema",
    "doelgroep",
    "soort-partner",
    "partner",
    "provincie",
    "gemeente",
    "bibliotheek",
    "fase",
    "jaar",
]
ORDERS = {
    "relevantie": ("Relevantie", ["-rank", "sort_key", "pk"]),  # only where words were asked for
    "naam": ("Naam van A tot Z", ["sort_key", "pk"]),
    "jaar": ("Nieuwste gegevens eerst", ["-year", "sort_key", "pk"]),
    "bijgewerkt": ("Laatst bijgewerkt", ["-updated_at", "pk"]),
}
LONGEST_WORDS = 200  # characters


class ManyValuesField(forms.Field):
    """Any number of values, known or not: an unknown one finds nothing, and the page says so."""

    widget = forms.SelectMultiple

    def clean(self, value):
        texts = [text.replace("\x00", "") for text in value or []]
        return [text for text in dict.fromkeys(texts) if text]


class FacetFilter(django_filters.Filter):
    """The chosen options of one facet."""

    field_class = ManyValuesField


class InitiativeFilter(django_filters.FilterSet):
    """The filters of the overview: ``q`` is words, ``sorteer`` the order, the others are facets."""

    def __init__(self, data, queryset, *, today):
        super().__init__(data or QueryDict(), queryset=queryset)
        self.facets = load_facets(queryset, today)
        for facet in self.facets.values():
            facet.tell(self.chosen(facet.name), self.matching(except_facet=facet.name))

    @classmethod
    def get_filters(cls):
        """One filter per name in the query string; a hyphen in a name rules out class attributes."""
        too_long = {"max_length": f"Zoek met hooguit {LONGEST_WORDS} tekens."}
        not_text = {"null_characters_not_allowed": "Er staat een teken in dat geen tekst is."}
        words = django_filters.CharFilter(max_length=LONGEST_WORDS, error_messages=too_long | not_text)
        return {"q": words} | {name: FacetFilter() for name in FACETS}

    def chosen(self, name):
        """The chosen option keys of a facet."""
        return self._asked.get(name, [])

    @property
    def words(self):
        """The words asked for, empty where they cannot be searched for."""
        return self._asked.get("q", "")

    @property
    def words_problem(self):
        """Why the words cannot be searched for, in one sentence, or nothing."""
        return " ".join(self.form.errors.get("q", []))

    def matching(self, except_facet=None):
        """Ids of the initiatives that have the words and one chosen option of every facet but one."""
        found = self._with_words
        for name, facet in self.facets.items():
            if name != except_facet and self.chosen(name):
                found = found & facet.having_any(self.chosen(name))
        return found

    @cached_property
    def _asked(self):
        """What the query string asks for, without what cannot be read."""
        self.form.is_valid()
        return self.form.cleaned_data

    @cached_property
    def _with_words(self):
        if self.words_problem:
            return set()
        found = self.queryset.matching(self.words) if self.words else self.queryset
        return set(found.values_list("pk", flat=True))

    def filter_queryset(self, queryset):
        """The matching initiatives in the order asked for."""
        found = queryset.filter(pk__in=self.matching())
        if self.order == "relevantie":
            found = found.matching(self.words)
        return found.order_by(*ORDERS[self.order][1])

    @property
    def orders(self):
        """The orders to choose from, as (key, label); relevance needs words."""
        return [(key, label) for key, (label, _) in ORDERS.items() if key != "relevantie" or self.words]

    @property
    def order(self):
        """The order asked for, or the natural one."""
        possible = [key for key, _ in self.orders]
        return self.data.get("sorteer") if self.data.get("sorteer") in possible else possible[0]

    @property
    def count(self):
        """How many initiatives match everything."""
        return len(self.matching())

    @property
    def chips(self):
        """What is chosen, as (label, query string without it)."""
        words = [(f"‘{self.words}’", self.query_without("q", self.words))] if self.words else []
        return words + [
            (
                facet.options[key].label if key in facet.options else f"Onbekend: {key}",
                self.query_without(name, key),
            )
            for name, facet in self.facets.items()
            for key in self.chosen(name)
        ]

    def query_with(self, **changes):
        """The query string with other single values, and only of parameters that we know."""
        query = QueryDict(mutable=True)
        for name in ["q", *FACETS]:
            query.setlist(name, [value for value in self.data.getlist(name) if value])
        if self.order != self.orders[0][0]:
            query["sorteer"] = self.order
        for name, value in changes.items():
            query[name] = value
        return query.urlencode()

    def query_without(self, name, value):
        """The query string with one value of one parameter taken out."""
        query = QueryDict(self.query_with(), mutable=True)
        query.setlist(name, [kept for kept in query.getlist(name) if kept.replace("\x00", "").strip() != value])
        return query.urlencode()

    @property
    def query(self):
        """The query string, cleaned: what is chosen and nothing else."""
        return self.query_with()
