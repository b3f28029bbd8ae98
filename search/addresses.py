"""The query strings of a page of results: as it is, and with other choices."""

from functools import cached_property
from typing import NamedTuple, Protocol
from urllib.parse import urlencode

from visitors.asked import readable

from .facets import Facet
from .forms import MOST_VALUES


class Chip(NamedTuple):
    """What is chosen, and the query string without it."""

    label: str
    query: str


class Narrowed(Protocol):
    """What the chips say in words: a ``SearchFilter``."""

    facets: dict[str, Facet]

    @property
    def words(self) -> str:
        """The words asked for."""

    def is_unasked(self, name: str) -> bool:
        """Whether of this facet only what counts as chosen anyway is chosen."""

    def chosen(self, name: str) -> list[str]:
        """The chosen option keys of a facet."""

    def query_without(self, name: str, value: str) -> str:
        """The query string with one value taken out."""


class Addresses:
    """What a ``SearchFilter`` can say of its own query string."""

    @cached_property
    def chips(self: Narrowed) -> list[Chip]:
        """What is chosen."""
        chips = []
        if self.words:
            chip = Chip(
                label=f"‘{self.words}’",
                query=self.query_without("q", self.words),
            )
            chips.append(chip)
        for name, facet in self.facets.items():
            if self.is_unasked(name):
                continue
            for key in self.chosen(name):
                chip = Chip(
                    label=facet.label_of(key),
                    query=self.query_without(name, key),
                )
                chips.append(chip)
        return chips

    @cached_property
    def _pairs(self):
        """The parameters that we know, as (name, value)."""
        pairs = []
        if self.data.get("q"):
            pairs.append(("q", self.data["q"]))
        for name in self.facet_names:
            if self.is_unasked(name):
                continue
            for value in self.data.getlist(name)[:MOST_VALUES]:
                if value:
                    pairs.append((name, value))
        natural_order, _ = self.orders[0]
        if self.order != natural_order:
            pairs.append(("sorteer", self.order))
        return pairs

    def query_with(self, **changes: str) -> str:
        """The query string with other single values, and only of parameters that we know."""
        unchanged = []
        for name, value in self._pairs:
            if name not in changes:
                unchanged.append((name, value))
        return urlencode([*unchanged, *changes.items()])

    def query_without(self, name: str, value: str) -> str:
        """The query string with one value of one parameter taken out."""
        others = []
        for parameter, text in self._pairs:
            is_taken_out = parameter == name and readable(text) == value
            if not is_taken_out:
                others.append((parameter, text))
        return urlencode(others)

    @cached_property
    def query(self) -> str:
        """The query string, cleaned: what is chosen and nothing else."""
        return self.query_with()
