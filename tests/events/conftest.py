"""Some of what is told here happens at the same moment on several connections, so it is committed."""

from tests.emptying import quick_emptying

__all__ = ["quick_emptying"]
