"""Keep a small database as a release leaves it, for the test that it becomes the one of later releases: `make keep`.

Stands with the tests, whose things of every kind it keeps; it tests nothing and is in no test run.
"""

import gzip
import subprocess
import tomllib

from backup.programs import program
from tests import templates
from tests.conftest import use_database
from tests.permissions.world import make_world
from tests.upgrades.kept import KEPT

# Whoever owns it on the next server is said there. What is kept as statements needs no program to be read.
CHOICES = ["--no-owner", "--no-privileges", "--rows-per-insert=100"]
NOT_KEPT = ["--exclude-table-data=cache", "--exclude-table-data=django_session"]
OF_PSQL = b"\\"  # lines that only this program understands


def test_keep_one_thing_of_every_kind(django_db_setup, django_db_blocker):
    name = templates.copy("migrated", "kept")
    with django_db_blocker.unblock():
        use_database(name)
        make_world()
        command = [program("pg_dump"), f"--dbname={templates.address_of(name)}", *CHOICES, *NOT_KEPT]
    dump = subprocess.run(command, check=True, capture_output=True).stdout
    templates.drop(name)

    lines = dump.splitlines(keepends=True)
    statements = b"".join(line for line in lines if not line.startswith(OF_PSQL))
    (KEPT / f"{version()}.sql.gz").write_bytes(gzip.compress(statements, mtime=0))


def version():
    """The release that pyproject.toml speaks of."""
    text = (templates.ROOT / "pyproject.toml").read_text()
    return tomllib.loads(text)["project"]["version"]
