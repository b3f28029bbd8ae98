"""Migrating while somebody reads: who holds a table for seconds makes it wait and try again, not fail."""

import subprocess
import sys

import psycopg
import pytest

from tests import templates
from tests.running_site import ROOT, environment_of

pytestmark = pytest.mark.postgresql


def test_a_reader_who_takes_long_makes_a_migration_wait(tmp_path):
    name = templates.copy("migrated", "migrating")
    command = [sys.executable, "manage.py", "migrate", "backup", "zero"]
    environment = environment_of(templates.address_of(name), tmp_path, DATABASE_SECONDS="1")

    with psycopg.connect(templates.address_of(name)) as reader:
        reader.execute("SELECT FROM backup_backuprun")  # holds the table until the transaction ends
        migrating = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        said = ""
        while "proberen we het opnieuw" not in said:
            line = migrating.stdout.readline()
            assert line, f"it ended after: {said}"
            said += line
    migrating.communicate()
    with psycopg.connect(templates.address_of(name)) as reader:
        tables = reader.execute("SELECT count(*) FROM pg_tables WHERE tablename = 'backup_backuprun'").fetchone()
    templates.drop(name)

    assert migrating.returncode == 0
    assert tables == (0,)
