"""Municipalities or practice examples side by side: rows with a label and one text for each of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from initiatives.models import Initiative
from partners.models import Municipality

MOST = 4  # side by side; more cannot be read
UNKNOWN = "Niet bekend"


@dataclass(frozen=True)
class CompareLine:
    """One row; ``texts`` in the order of what is compared, ``is_heading`` starts a group, ``is_old`` is grey."""

    label: str
    texts: list[str] = field(default_factory=list)
    is_heading: bool = False
    is_old: bool = False

    @property
    def is_the_same(self) -> bool:
        """Whether it tells nothing apart."""
        return len(set(self.texts)) == 1


@dataclass(frozen=True)
class UnknownName:
    """What somebody named that is not there, and the municipalities that they may mean."""

    text: str
    possible: list[Municipality] = field(default_factory=list)


def query_of(
    name: str,
    compared: Iterable[Municipality | Initiative],
) -> str:
    """The query string of a page on which these are side by side."""
    return urlencode([(name, page.slug) for page in compared])
