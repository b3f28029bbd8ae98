"""The curators' lists and forms of meetings; Django looks for them here."""

from . import attendees, meetings, parts

__all__ = ["attendees", "meetings", "parts"]
