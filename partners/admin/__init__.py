"""The curators' lists and forms of organisations and what binds them; Django looks for them here."""

from . import networks, organisations, people, places

__all__ = ["networks", "organisations", "people", "places"]
