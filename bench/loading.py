"""Rows into tables in the quickest way: COPY, without triggers, history and foreign key checks."""

from contextlib import contextmanager

from django.core.management.color import no_style
from django.db import connection


@contextmanager
def quick_loading():
    """A cursor whose writes fire no triggers; only a superuser of the database may do that."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SET statement_timeout = 0")
        yield cursor
        cursor.execute("RESET session_replication_role")
        cursor.execute("RESET statement_timeout")


def copy_rows(cursor, model, rows):
    """Write dictionaries of column values; what they leave out gets the default of its field."""
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    if "id" not in rows[0]:
        fields.remove(model._meta.pk)
    defaults = {field.attname: field.get_default() for field in fields}
    columns = ", ".join(f'"{field.column}"' for field in fields)
    with cursor.copy(f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(tuple((defaults | row).values()))


def continue_numbering(cursor, models):
    """Let the next row that is saved get the first free number."""
    for statement in connection.ops.sequence_reset_sql(no_style(), models):
        cursor.execute(statement)
