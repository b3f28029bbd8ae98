"""Most of what is told here has a moment of its own, so it is committed."""

from tests.emptying import quick_emptying

__all__ = ["quick_emptying"]
