"""Rival: datasette over HTTP, on a copy in SQLite with a full-text index; a process of its own on this computer.

It takes one theme where others take two, has no offset (a page begins after an id), and leaves out values past the
first thousands of a facet.
"""
# ruff: noqa: S608 statements are put together from what stands here

import importlib.util
import json
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlencode

from bench.flat import ARRAYS, COLUMNS, SCALARS, flat_rows
from bench.questions import PER_PAGE

if importlib.util.find_spec("datasette") is None:
    raise ModuleNotFoundError("No module named 'datasette'", name="datasette")
AFTER_ALL = 2**62
LONGEST = 60  # seconds for one page
SETTINGS = {
    "sql_time_limit_ms": LONGEST * 1000,
    "facet_time_limit_ms": LONGEST * 1000,
    "max_returned_rows": 3000,
    "suggest_facets": "off",
    "default_cache_ttl": 0,
}
FACETS = [("_facet_array", name) for name in ARRAYS] + [
    ("_facet", name) for name in SCALARS
]


class Datasette:
    """A server that is started anew after a page that took too long."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="bieb-bench-")
        self.path = Path(self.folder.name) / "bench.db"
        _copy(self.path)
        self._start()
        return self

    def __exit__(self, *error):
        self._stop()
        self.folder.cleanup()

    def ask(self, question):
        """Give how many entries match; raises TimeoutError where a page takes longer than a minute."""
        try:
            with urllib.request.urlopen(self._url(question), timeout=LONGEST) as answer:  # noqa: S310 our own server
                return json.load(answer)["filtered_table_rows_count"]
        except (TimeoutError, urllib.error.HTTPError) as error:
            self._stop()
            self._start()
            raise TimeoutError from error

    def _url(self, question):
        asked = [("_search", question.words)] if question.words else []
        asked += [
            (f"{name}__arraycontains", values[0])
            for name, values in question.filters.items()
        ]
        asked += [("_next", self._last_before(question))] if question.offset else []
        query = urlencode(
            [*asked, *FACETS, ("_size", PER_PAGE), ("_facet_size", "max")]
        )
        return f"http://127.0.0.1:{self.port}/bench/items.json?{query}"

    def _last_before(self, question):
        """The id after which the page begins."""
        query = "SELECT rowid FROM items_fts WHERE items_fts MATCH ? ORDER BY rowid LIMIT 1 OFFSET ?"
        with sqlite3.connect(self.path) as copy:
            return (
                copy.execute(query, [question.words, question.offset - 1]).fetchone()
                or [AFTER_ALL]
            )[0]

    def _start(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        settings = [
            text
            for name, value in SETTINGS.items()
            for text in ("--setting", name, str(value))
        ]
        command = [
            sys.executable,
            "-m",
            "datasette",
            "serve",
            "-i",
            self.path,
            "-p",
            str(self.port),
            *settings,
        ]
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(300):
            if socket.socket().connect_ex(("127.0.0.1", self.port)) == 0:
                return
            time.sleep(0.1)
        raise TimeoutError

    def _stop(self):
        self.process.kill()
        self.process.wait()


def _copy(path):
    """Arrays become JSON, which is what datasette counts."""
    with sqlite3.connect(path) as copy:
        copy.execute(
            f"CREATE TABLE items ({', '.join(COLUMNS)}, PRIMARY KEY (id))".replace(
                "(id,", "(id INTEGER,"
            )
        )
        marks = ", ".join("?" * len(COLUMNS))
        copy.executemany(
            f"INSERT INTO items VALUES ({marks})", map(_values, flat_rows())
        )
        copy.execute(
            'CREATE VIRTUAL TABLE items_fts USING fts5(title, body, content="items", content_rowid="id")'
        )
        copy.execute("INSERT INTO items_fts (items_fts) VALUES ('rebuild')")
    copy.close()


def _values(row):
    return [
        json.dumps(value) if isinstance(value, list) else value
        for value in row.values()
    ]
