"""How far the replica is behind the primary.

A clock says little of that: on a quiet site the last change is hours old. So this process notes where the primary was
at which moment, and a replica is as far behind as the newest of those moments that it has reached.
"""

import time
from collections import deque
from threading import Lock

import psycopg
from django.db import connections

from .connection import ReplicaConnection, connect
from .reading import PRIMARY, REPLICA

MOST_BEHIND = 5  # seconds
FRESH = 1  # second that an answer counts
AWAY_FOR = 5  # seconds that it counts that there was none
NOTED = 10  # positions of the primary
NEVER = float("inf")
WRITTEN = """
SELECT pg_current_wal_flush_lsn() - '0/0'::pg_lsn, system_identifier FROM pg_control_system()
"""
REPLAYED = """
SELECT pg_is_in_recovery(), pg_last_wal_replay_lsn() - '0/0'::pg_lsn, system_identifier FROM pg_control_system()
"""


class Standing:
    """What this process knows of the replica. One asks at a time; meanwhile the others read the primary."""

    def __init__(self) -> None:
        self.seconds_behind = NEVER
        self.asked_at = -NEVER
        self.positions: deque[tuple[int, float]] = deque(maxlen=NOTED)
        self.connection: ReplicaConnection | None = None
        self.lock = Lock()

    def may_be_read(self) -> bool:
        """Whether the replica is there and close enough behind, also when the answer will be a second old."""
        if not self.lock.acquire(blocking=False):
            return False
        try:
            self.ask_if_old()
            return self.is_close()
        finally:
            self.lock.release()

    def measured(self) -> float:
        """How many seconds the replica is behind, for who wants to know and not to read."""
        with self.lock:
            self.ask_if_old()
            return self.seconds_behind

    def is_close(self) -> bool:
        """Whether it was close enough behind when it was asked."""
        return self.seconds_behind + FRESH <= MOST_BEHIND

    def ask_if_old(self) -> None:
        """Ask, unless somebody just did."""
        if not self.is_fresh():
            self.ask()

    def is_fresh(self) -> bool:
        """Whether the last answer still counts."""
        counts_for = FRESH
        if self.seconds_behind == NEVER:
            counts_for = AWAY_FOR
        return time.monotonic() - self.asked_at <= counts_for

    def doubt(self) -> None:
        """Ask again at the next request: a query failed."""
        self.asked_at = -NEVER

    def ask(self) -> None:
        """Ask both servers, the primary first: what it had then is what the replica must have."""
        moment = time.monotonic()
        position, cluster = written()
        self.positions.append((position, moment))
        try:
            self.seconds_behind = self.behind(cluster)
        except psycopg.Error:
            self.seconds_behind = NEVER
            self.connection = None
        self.asked_at = time.monotonic()

    def behind(self, cluster: int) -> float:
        """Seconds; ``NEVER`` of another database, or of a replica that became a primary itself."""
        if self.connection is None or self.connection.closed:
            self.connection = connect()
        row = self.connection.execute(REPLAYED).fetchone()
        is_copy, replayed, own_cluster = row or (False, 0, 0)
        if not is_copy or own_cluster != cluster:
            return NEVER
        for position, moment in reversed(self.positions):
            if position <= replayed:
                return time.monotonic() - moment
        return NEVER


def written() -> tuple[int, int]:
    """How far the primary wrote, and which cluster it is."""
    with connections[PRIMARY].cursor() as cursor:
        cursor.execute(WRITTEN)
        return cursor.fetchone()


STANDING = Standing()


def has_replica() -> bool:
    """Whether there is one according to the settings."""
    return REPLICA in connections


def is_replica_close() -> bool:
    """Whether pages are read from it now."""
    STANDING.measured()
    return STANDING.is_close()
