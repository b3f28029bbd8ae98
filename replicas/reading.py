"""Which database the queries of a request read: the primary, or a replica of it that may be a moment behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model

PRIMARY = "default"
REPLICA = "replica"
_source = ContextVar("read_from", default=PRIMARY)


def source() -> str:
    """The database that is read now."""
    return _source.get()


def read_replica() -> None:
    """Let the rest of this request read the replica."""
    _source.set(REPLICA)


def read_primary() -> None:
    """Let the rest of this request read the primary."""
    _source.set(PRIMARY)


@contextmanager
def own_source() -> Iterator[None]:
    """Begin at the primary, and leave nothing behind for the next request of this thread."""
    before = _source.set(PRIMARY)
    try:
        yield
    finally:
        _source.reset(before)


class ReplicaRouter:
    """Sends reading where the request reads, and writing to the primary; whoever wrote reads there from then on."""

    def db_for_read(
        self,
        model: type[Model],
        **hints: Any,
    ) -> str:
        return source()

    def db_for_write(
        self,
        model: type[Model],
        **hints: Any,
    ) -> str:
        read_primary()
        return PRIMARY

    def allow_relation(
        self,
        one: Model,
        other: Model,
        **hints: Any,
    ) -> bool:
        return True  # they are the same rows

    def allow_migrate(
        self,
        db: str,
        app_label: str,
        **hints: Any,
    ) -> bool | None:
        if db == REPLICA:
            return False
        return None
