"""A database that is away or says nothing: readers hear so within seconds, and nobody waits longer than it does.

A query that takes long and a server that hangs look the same from outside. So who waits asks over a new connection
whether the server is there, and goes on waiting where it is. Nothing is asked as long as all is well.
"""

import threading
import time

import psycopg
from django.db import connection
from psycopg.errors import _WaitTimeout

ASK_AFTER = 1  # seconds without an answer to a query
ASK_SECONDS = 2  # for the new connection; PostgreSQL's library knows no shorter wait
FRESH = 1  # seconds that it counts for everybody that the server is there
AWAY_FOR = 3  # seconds that it counts that it is not: longer than asking takes, so that nobody waits for that twice


class Absence:
    """What this process knows about the database being away; one at a time asks, and the others take that answer."""

    def __init__(self):
        self.is_suspected = False  # a page could not be given
        self.is_certain = False
        self.asked_at = float("-inf")
        self.lock = threading.Lock()

    def suspect(self):
        """Let who comes next ask first."""
        self.is_suspected = True

    def lasts(self):
        """Whether the database is away now; costs nothing unless that is suspected."""
        return self.is_suspected and self.is_confirmed()

    def is_confirmed(self):
        """Ask the database itself, unless somebody just did."""
        with self.lock:
            if not self.is_fresh():
                self.ask()
            return self.is_certain

    def is_known(self):
        """Whether somebody just found it to be away; asks nothing."""
        return self.is_certain and self.is_fresh()

    def is_fresh(self):
        """Whether somebody asked so short ago that the answer still counts."""
        counts_for = FRESH
        if self.is_certain:
            counts_for = AWAY_FOR
        age = time.monotonic() - self.asked_at
        return age <= counts_for

    def ask(self):
        """Ask over a connection of its own, and keep the answer."""
        self.is_certain = not is_database_there()
        self.asked_at = time.monotonic()
        if self.is_certain:
            self.is_suspected = True
        elif self.is_suspected:
            connection.pool.drain()  # its connections are of before, and it takes ever longer to try them
            self.is_suspected = False


def is_database_there():
    """Whether the database takes a new connection."""
    parameters = connection.get_connection_params() | {"connect_timeout": ASK_SECONDS}
    try:
        psycopg.connect(**parameters).close()
    except psycopg.OperationalError:
        return False
    return True


absence = Absence()


class Connection(psycopg.Connection):
    """A connection of the pool. In a process behind which readers wait it leaves a server that does not answer."""

    gives_up = False  # commands and background work may wait as long as it takes

    def wait(
        self,
        generator,
        *arguments,
        timeout=None,
        **options,
    ):
        """Wait for the server, as psycopg does, as long as it is there."""
        if not self.gives_up or timeout is not None:
            return super().wait(generator, *arguments, timeout=timeout, **options)
        if absence.is_known():
            self.leave()
        while True:
            try:
                return super().wait(generator, *arguments, timeout=ASK_AFTER, **options)
            except _WaitTimeout:
                if absence.is_confirmed():
                    self.leave()

    def leave(self):
        """Hang up, and tell who waits."""
        self.pgconn.finish()
        raise psycopg.OperationalError("De database antwoordt niet.") from None
