"""A database with a folder of uploaded files, as the commands of a server see it."""

import os
import subprocess
import sys

import psycopg
from django.db import connection
from django.test import override_settings
from psycopg import sql

from backup.archive import media_files
from tests import templates
from tests.conftest import use_database
from tests.running_site import ROOT, environment_of, manage

# what nobody needs later, what making a back-up itself writes down, and what is written anew
NOT_COMPARED = {"django_session", "usersessions_usersession", "cache", "backup_backuprun", "search_searchdocument"}
NOT_COMPARED |= {"search_documentwords", "search_searchstate", "remembering_contentversion"}


class Site:
    """A database of its own, copied from the migrated one."""

    def __init__(self, name, folder, **settings):
        self.name = templates.copy("migrated", f"{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}_{name}")
        self.address = templates.address_of(self.name)
        self.folder = folder
        self.media = folder / "media"
        self.media.mkdir(parents=True)
        self.environment = environment_of(self.address, folder, **settings)

    def manage(self, *arguments):
        """Run a command that must succeed."""
        manage(self.environment, *arguments)

    def make(self, factory, blocker):
        """Let a factory make things in this database and this folder."""
        own = connection.settings_dict["NAME"]
        with blocker.unblock(), override_settings(MEDIA_ROOT=self.media):
            use_database(self.name)
            factory()
            use_database(own)

    def start_restoring(self, path):
        """The command that puts this file back, while it runs."""
        command = [sys.executable, "manage.py", "restore", str(path), "--no-input", "--zonder-backup"]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, stderr=subprocess.PIPE, text=True)

    def ask(self, question, *values):
        """The rows of an answer."""
        with psycopg.connect(self.address) as connection:
            return connection.execute(question, values).fetchall()

    def tell(self, statement):
        """Change something."""
        with psycopg.connect(self.address) as connection:
            connection.execute(statement)

    def state(self):
        """A hash of every table, and every uploaded file."""
        tables = [name for (name,) in self.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        hashes = self.hashes_of([name for name in tables if name not in NOT_COMPARED])
        files = {}
        for path in media_files(self.media):
            files[path.relative_to(self.media).as_posix()] = path.read_bytes()
        return hashes, files

    def hashes_of(self, tables):
        """{table: hash of all rows, in whatever order they stand}."""
        whole = "SELECT md5(string_agg(md5(row::text), '' ORDER BY row::text)) FROM {} AS row"
        hashes = {}
        with psycopg.connect(self.address) as connection:
            for table in tables:
                question = sql.SQL(whole).format(sql.Identifier(table))
                [hashes[table]] = connection.execute(question).fetchone()
        return hashes
