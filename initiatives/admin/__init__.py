"""The curators' lists and forms of practice examples, themes and what supports them; Django looks for them here."""

from . import entries, evidence, themes

__all__ = ["entries", "evidence", "themes"]
