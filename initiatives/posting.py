"""Values as a browser would post them, for a form that is filled in by us."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict


def as_posted(values: Mapping[str, Any]) -> QueryDict:
    """{name: value or list} as posted data; what is empty is left out."""
    data = QueryDict(mutable=True)
    for name, value in values.items():
        if isinstance(value, list):
            data.setlist(name, value)
        elif value not in (None, False):
            data[name] = value
    return data
