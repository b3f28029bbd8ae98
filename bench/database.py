"""A database of its own for every number of entries, kept between runs as long as nothing it is made from changes."""

import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "bench"
FILLING = ["vocabulary", "surroundings", "entries", "loading", "generate", "flat"]
DATA = [
    "[!.]*/migrations/*.py",
    "[!.]*/*/migrations/*.py",
    *(f"bench/{name}.py" for name in FILLING),
]
ENGINE = ["dutch/*.py", "search/**/*.py", "*/search/*.py"]
REBUILD = ROOT / "search/management/commands/rebuild_search.py"


class BenchDatabase:
    """The database with so many made-up entries, on the server that ``DATABASE_URL`` names."""

    def __init__(self, size):
        self.size, self.name = size, f"bieb_netwerk_bench_{size}"
        self.url = (
            urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{self.name}").geturl()
        )

    def prepare(self, *, anew=False, as_is=False):
        """Make it unless it is complete, and let search read it again if search changed since; gives what was done."""
        state = {} if anew else self._state()
        data, engine = _fingerprint(DATA), _fingerprint(ENGINE)
        if state.get("data") != data:
            self._fill()
            state = {"data": data}
            self._remember(state)
        if (
            REBUILD.exists()
            and state.get("engine") != engine
            and not (as_is and "engine" in state)
        ):
            state |= {"engine": engine, "rebuild_seconds": self._rebuild()}
            self._remember(state)
        return state

    def drop(self):
        """Throw it away."""
        self._on_server(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(
                sql.Identifier(self.name)
            )
        )

    def manage(self, *arguments):
        """Run a management command on it and give what it printed."""
        command = [sys.executable, ROOT / "manage.py", *arguments]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=self._environment(),
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return done.stdout

    def call(self, function, *arguments):
        """Call a function, as ``module.name``, in a new process with this database; gives what it returns as JSON."""
        module, _, name = function.rpartition(".")
        code = f"import json; from {module} import {name}; print(json.dumps({name}(*{arguments!r})))"
        return json.loads(
            self.manage("shell", "--verbosity=0", "--command", code).splitlines()[-1]
        )

    def _environment(self):
        own = {
            "DATABASE_URL": self.url,
            "VAR_DIR": str(FOLDER),
            "DATABASE_SECONDS": "600",
        }
        return os.environ | own | {"BIEB_NETWERK_ENV": "local", "DEBUG": "0"}

    def make_empty(self):
        """Make it anew, with its tables."""
        _say(f"Database {self.name} maken …")
        self.drop()
        self._on_server(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(
                sql.Identifier(self.name)
            )
        )
        self.manage("migrate", "--verbosity=0")

    def _fill(self):
        self.make_empty()
        self.call("bench.generate.fill", self.size)
        self.call("bench.flat.make_flat_table")

    def _rebuild(self):
        """Make all search documents; gives the seconds that took."""
        _say(f"Zoekdocumenten maken van {self.size} voorbeelden …")
        start = time.perf_counter()
        self.manage("rebuild_search")
        seconds = time.perf_counter() - start
        self.call("bench.meanings.write_meanings")
        with psycopg.connect(self.url, autocommit=True) as connection:
            # which a live server does by itself after a while
            connection.execute("VACUUM ANALYZE")
        return seconds

    def _state(self):
        """What was done, from the comment on the database; empty where there is none."""
        query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
            row = connection.execute(query, [self.name]).fetchone()
        return json.loads(row[0]) if row and row[0] else {}

    def _remember(self, state):
        comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
        self._on_server(
            comment.format(sql.Identifier(self.name), sql.Literal(json.dumps(state)))
        )

    def _on_server(self, statement):
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
            connection.execute(statement)


def _fingerprint(patterns):
    paths = sorted(path for pattern in patterns for path in ROOT.glob(pattern))
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[
        :16
    ]


def _say(sentence):
    print(sentence, file=sys.stderr, flush=True)
