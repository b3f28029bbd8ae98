"""One migrated database, one with the starter content, and copies of them: a copy takes a fraction of a second.

Both are made when somebody first asks for a copy, and again when something changed that they are made from. They stay
on the server for the next run.
"""

import hashlib
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
MANAGE = ROOT / "manage.py"
LOCK = 20261128  # any number, the same for every run
PREFIX = "test_bieb"
MADE_FROM = {
    "migrated": [
        "requirements.txt",
        "bieb_netwerk/installed.py",
        "bieb_netwerk/settings.py",
        "[!.]*/**/migrations/*.py",
        "history/*.py",
        "serving/migration_executor.py",
        "search/triggers.py",
        "remembering/triggers.py",
    ],
    "content": ["requirements.txt", "data/*.csv", "[!.]*/**/*.py"],
}
NOT_IN_THE_SITE = {"tests", "bench", "var", "node_modules"}


def copy(kind, name):
    """Make a database of this run that is a copy of the template ``kind``, and give its name."""
    name = _of_this_run(name)
    with _server() as server:
        template = _template(server, kind)
        _drop(server, name)
        _create(server, name, template)
    return name


def empty(name):
    """Make a database of this run with nothing in it, and give its name."""
    name = _of_this_run(name)
    with _server() as server:
        _drop(server, name)
        _create(server, name, "template0")
    return name


def _of_this_run(name):
    return f"{PREFIX}_copy_{os.environ['BIEB_NETWERK_TEST_RUN']}_{name}"


def drop(name):
    """Throw a copy away, also when somebody still uses it."""
    with _server() as server:
        _drop(server, name)


def address_of(name):
    """What ``DATABASE_URL`` is for this database."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


@contextmanager
def _server():
    """A connection on which databases are made, one process at a time."""
    with psycopg.connect(address_of("postgres"), autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])  # gone with the connection
        yield connection


def _template(server, kind):
    """The name of the template, made first where there is none or not of today's code."""
    name = f"{PREFIX}_{kind}_{_fingerprint(kind)}"
    if not _exists(server, name):
        _forget_ended_runs(server)
        _make_template(server, kind, name)
    return name


def _make_template(server, kind, name):
    """Under another name until it is whole."""
    attempt = f"{name}_new"
    _drop(server, attempt)
    if kind == "migrated":
        _create(server, attempt, "template0")
        _manage(attempt, "migrate")
    else:
        _create(server, attempt, _template(server, "migrated"))
        _manage(attempt, "load_content")
    with psycopg.connect(address_of(attempt), autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")  # else the planner guesses
    server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(attempt), sql.Identifier(name)))


def _manage(name, command):
    environment = os.environ | {"DATABASE_URL": address_of(name), "DATABASE_SECONDS": "600"}
    subprocess.run([sys.executable, MANAGE, command, "--verbosity=0"], check=True, env=environment, cwd=ROOT)


def _fingerprint(kind):
    """Of the text of all that a template is made from."""
    digest = hashlib.sha256()
    for pattern in MADE_FROM[kind]:
        for path in sorted(ROOT.glob(pattern)):
            place = path.relative_to(ROOT)
            if place.parts[0] not in NOT_IN_THE_SITE:
                digest.update(str(place).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _forget_ended_runs(server):
    """Drop copies of runs that were killed, and templates of earlier code, unless somebody is using them."""
    names = server.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s) "
        "AND NOT EXISTS (SELECT FROM pg_stat_activity AS used WHERE used.datname = pg_database.datname)",
        [f"{PREFIX}_"],
    )
    current = {f"{PREFIX}_{kind}_{_fingerprint(kind)}" for kind in MADE_FROM}
    for (name,) in names.fetchall():
        if name not in current and not _is_of_running_run(name):
            _drop(server, name)


def _is_of_running_run(name):
    kind, run, *_ = name.removeprefix(f"{PREFIX}_").split("_")
    return kind == "copy" and psutil.pid_exists(int(run))


def _exists(server, name):
    return server.execute("SELECT FROM pg_database WHERE datname = %s", [name]).rowcount == 1


def _create(server, name, template):
    server.execute(
        sql.SQL("CREATE DATABASE {} TEMPLATE {} ENCODING 'UTF8' STRATEGY file_copy").format(
            sql.Identifier(name), sql.Identifier(template)
        )
    )


def _drop(server, name):
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
