import time

from django.core.management.commands import migrate
from django.db import OperationalError, connections
from psycopg.errors import LockNotAvailable

from serving.migration_executor import LazyExecutor

TRIES = 60
PAUSE = 1  # seconds, in which readers that waited behind us have their turn
PATIENCE = "SET lock_timeout = '2s'; SET statement_timeout = 0"  # readers wait no longer, a large table may
AGAIN = (
    "Iemand gebruikt een tabel die verandert. Over een seconde proberen we het opnieuw."
)

migrate.MigrationExecutor = LazyExecutor  # the command has no other place to say so


class Command(migrate.Command):
    """Django's own, for a site that is being read: it waits shortly for a table, and tries again."""

    def handle(self, *args, database, **options):
        connection = connections[database]
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute(PATIENCE)
        for _ in range(TRIES - 1):
            try:
                return super().handle(*args, database=database, **options)
            except OperationalError as error:
                if not isinstance(error.__cause__, LockNotAvailable):
                    raise
            self.stdout.write(AGAIN)
            self.stdout.flush()
            time.sleep(PAUSE)
        return super().handle(*args, database=database, **options)
