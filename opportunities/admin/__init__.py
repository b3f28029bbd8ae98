"""The curators' lists and forms of what municipalities need, want and have; Django looks for them here."""

from . import figures, policy, supply

__all__ = ["figures", "policy", "supply"]
