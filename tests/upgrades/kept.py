"""The kept databases of releases, and what stands in a database."""

import gzip
import re
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.rows import dict_row

from tests import templates

# What a server adds to a definition, or leaves out, when it is read back from a dump.
CASTS_AND_BRACKETS = re.compile(r"::character varying|::text|\[\]|[()]")
KEPT = Path(__file__).parent
# How every column, constraint, index, trigger and function is written, whatever the order they were made in.
SHAPES = [
    """SELECT table_name, column_name, data_type, is_nullable, column_default, collation_name, generation_expression
       FROM information_schema.columns WHERE table_schema = 'public'""",
    """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace""",
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    """SELECT proname, pg_get_functiondef(oid) FROM pg_proc
       WHERE pronamespace = 'public'::regnamespace AND prokind = 'f' AND probin IS NULL""",
]


def kept_versions():
    """Every release of which a database was kept."""
    return sorted(path.name.removesuffix(".sql.gz") for path in KEPT.glob("*.sql.gz"))


def put_back(version, name):
    """Make a database as this release left it, and give its name."""
    name = templates.empty(name)
    statements = gzip.decompress((KEPT / f"{version}.sql.gz").read_bytes()).decode()
    with psycopg.connect(templates.address_of(name)) as connection:
        connection.execute(statements)
    return name


def shape_of(name):
    """What a database is made of, as rows of text."""
    with psycopg.connect(templates.address_of(name)) as connection:
        connection.execute("SET search_path TO public")
        found = []
        for question in SHAPES:
            found += connection.execute(question).fetchall()
    return sorted(CASTS_AND_BRACKETS.sub("", str(row)) for row in found)


def rows_of(name):
    """{table: {key: row}} of every table that has an ``id``; a row is {column: value}."""
    with psycopg.connect(templates.address_of(name), row_factory=dict_row) as connection:
        tables = connection.execute(
            "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id'"
        ).fetchall()
        found = {}
        for table in tables:
            whole = sql.SQL("SELECT * FROM {}").format(sql.Identifier(table["table_name"]))
            found[table["table_name"]] = {row["id"]: row for row in connection.execute(whole).fetchall()}
    return found
