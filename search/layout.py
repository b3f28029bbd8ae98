"""The layout of documents: kinds and analysis in which version, and by which number each facet is stored.

Documents of another layout would give other answers in silence. So the layout they were written in is kept beside them,
and where the apps declare another one they are written anew: by ``run``, by a release, and by the worker within a
minute. Where a kind has another version that is only its own; another analysis or number of a facet is in all of them.
"""

from collections.abc import Mapping
from typing import Any, TypedDict

from dutch.analysis import ANALYSIS_VERSION

from .models import SearchState
from .registry import FACETS, KINDS


class Layout(TypedDict):
    """The version of each kind and the number of each facet, by name, and the version of the analysis."""

    kinds: dict[str, int]
    facets: dict[str, int]
    analysis: int


def declared_layout() -> Layout:
    """The layout that the apps declare; of sorts and numbers alone, so that the order of declaring says nothing."""
    return {
        "kinds": {name: kind.version for name, kind in KINDS.items()},
        "facets": {name: facet.number for name, facet in FACETS.items()},
        "analysis": ANALYSIS_VERSION,
    }


def without_outdated_kinds(layout: Mapping[str, Any]) -> Layout:
    """What of a stored layout the apps still declare, as a layout: the kinds that it lacks must be written anew."""
    declared = declared_layout()
    has_same_facets = layout.get("facets") == declared["facets"]
    has_same_analysis = layout.get("analysis") == declared["analysis"]
    current_kinds = {}
    if has_same_facets and has_same_analysis:
        for name, version in declared["kinds"].items():
            if layout["kinds"].get(name) == version:
                current_kinds[name] = version
    return declared | {"kinds": current_kinds}


def is_layout_current() -> bool:
    """Whether the documents were written in the layout that the apps declare; 1 query."""
    layout = SearchState.objects.values_list("layout", flat=True).first()
    return layout in (None, declared_layout())  # none: nothing was ever written
