from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeVar, overload

Function = TypeVar("Function", bound=Callable[..., Any])

@overload
def atomic(using: Function) -> Function: ...
@overload
def atomic(
    using: str | None = None, *, savepoint: bool = True, durable: bool = False
) -> AbstractContextManager[None]: ...
def __getattr__(name: str) -> Any: ...
