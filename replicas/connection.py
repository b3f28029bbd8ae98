"""A connection to the replica: it waits for an answer as long as the replica is there, and no longer."""

from typing import Any

import psycopg
from django.db import connections
from psycopg.abc import RV, PQGen
from psycopg.errors import _WaitTimeout

from .reading import REPLICA

ASK_AFTER = 1  # seconds without an answer
ASK_SECONDS = 2  # for a new connection; PostgreSQL's library knows no shorter wait


class ReplicaConnection(psycopg.Connection):
    """Leaves a replica that does not answer: the primary has the same rows."""

    def wait(
        self,
        gen: PQGen[RV],
        *args: Any,
        **options: Any,
    ) -> RV:
        """Wait for the server, as psycopg does, as long as it takes new connections."""
        if options.get("timeout") is not None:
            return super().wait(gen, *args, **options)
        options["timeout"] = ASK_AFTER
        while True:
            try:
                return super().wait(gen, *args, **options)
            except _WaitTimeout:
                if not is_there():
                    self.pgconn.finish()
                    raise psycopg.OperationalError("De replica zegt niets.") from None


def is_there() -> bool:
    """Whether the replica takes a new connection."""
    try:
        connect().close()
    except psycopg.OperationalError:
        return False
    return True


def connect() -> ReplicaConnection:
    """A new connection, beside those of pages."""
    parameters = connections[REPLICA].get_connection_params()
    parameters |= {"connect_timeout": ASK_SECONDS}
    return ReplicaConnection.connect(
        **parameters,
        autocommit=True,
    )


def replica_of(
    database: dict,
    *,
    limits: str,
    pool_size: int,
) -> dict:
    """The settings of a database that only reads; whoever finds no connection soon is better off at the primary."""
    pool = {
        "min_size": 1,
        "max_size": pool_size,
        "timeout": 1,
        "reconnect_timeout": 1,
        "connection_class": ReplicaConnection,
    }
    own = {
        "pool": pool,
        "connect_timeout": ASK_SECONDS,
        "options": limits,
    }
    return database | {
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": database.get("OPTIONS", {}) | own,
        "TEST": {"MIRROR": "default"},
    }
