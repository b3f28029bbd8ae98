"""The embedded database: starts, is shared, stops with its last user, and explains what is wrong."""

import os
import shutil
import tempfile
from collections import namedtuple
from pathlib import Path

import psycopg
import pytest

from local.database_user import ROOT_HOME, DatabaseError
from local.embedded_database import EmbeddedDatabase, local_database

FAST = ("-c fsync=off", "-c shared_buffers=16MB")


@pytest.fixture
def make_database(tmp_path):
    """Make embedded databases on one folder; whatever still runs is stopped, and its folder thrown away."""
    made = []

    def make(folder=tmp_path / "postgres"):
        made.append(EmbeddedDatabase(folder, options=FAST))
        return made[-1]

    yield make
    for database in made:
        stop(database)
        throw_away(database)


@pytest.fixture(scope="module")
def made_before(tmp_path_factory):
    """The folder of a database that was made and stopped: making one takes longer than all else here."""
    database = EmbeddedDatabase(tmp_path_factory.mktemp("made") / "postgres", options=FAST)
    database.enter()
    database.leave()
    yield database.folder
    throw_away(database)


@pytest.fixture
def make_again(made_before):
    """Make embedded databases on the folder that others used before."""
    made = []

    def make():
        made.append(EmbeddedDatabase(made_before, options=FAST))
        return made[-1]

    yield make
    for database in made:
        stop(database)


def stop(database):
    """Stop what still runs, and let go of it."""
    if database.is_ready():
        database.run("pg_ctl", "stop", "-D", database.folder, "-m", "immediate")
    if database.lock:
        database.lock.close()


def throw_away(database):
    """Throw the folder away where it is not in one of the tests' own."""
    if database.folder.is_relative_to(ROOT_HOME):
        shutil.rmtree(database.folder.parent, ignore_errors=True)


def answer(address, question="SELECT 1"):
    with psycopg.connect(address) as connection:
        return connection.execute(question).fetchone()[0]


def test_starts_on_an_empty_folder_and_stops(make_database):
    database = make_database()

    address = database.enter()
    answered = answer(address)
    database.leave()

    assert (answered, database.is_ready()) == (1, False)


def test_keeps_what_was_stored_over_a_restart(make_again):
    database = make_again()
    with psycopg.connect(database.enter()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS number")
    database.leave()

    assert answer(make_again().enter(), "SELECT number FROM kept") == 42


def test_runs_until_its_last_user_leaves(make_again):
    first, second = make_again(), make_again()
    address = first.enter()
    second.enter()

    first.leave()
    still_there = answer(address)
    second.leave()

    assert (still_there, second.is_ready()) == (1, False)


def test_takes_over_a_server_that_was_left_running(make_again):
    killed = make_again()
    killed.enter()
    killed.lock.close()  # what the operating system does to a killed command

    address = make_again().enter()

    assert answer(address) == 1


def test_starts_again_after_the_server_was_killed(make_again):
    database = make_again()
    database.enter()
    pid = int((database.folder / "postmaster.pid").read_text().split()[0])
    os.kill(pid, 9)
    database.lock.close()

    assert answer(make_again().enter()) == 1


def test_a_folder_of_another_version_is_explained(make_database):
    database = make_database()
    (database.folder / "global").mkdir(parents=True)
    (database.folder / "global" / "pg_control").touch()
    (database.folder / "PG_VERSION").write_text("15\n")

    with pytest.raises(DatabaseError, match=r"is van PostgreSQL 15, deze site gebruikt 18\."):
        database.enter()


def test_a_half_made_folder_is_explained(make_database):
    database = make_database()
    (database.folder / "base").mkdir(parents=True)

    with pytest.raises(DatabaseError, match="is geen volledige database"):
        database.enter()


def test_a_full_disk_is_explained(make_database, monkeypatch):
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(free=1000))

    with pytest.raises(DatabaseError, match="te weinig ruimte op de schijf"):
        make_database().enter()


def test_a_folder_that_cannot_be_made_is_explained(tmp_path, make_database):
    database = make_database()
    (tmp_path / "bestand").touch()
    database.folder = tmp_path / "bestand" / "map" / "postgres"

    with pytest.raises(DatabaseError, match="kan niet gemaakt worden"):
        database.enter()


def test_a_path_too_long_for_a_socket_works(tmp_path, make_database):
    database = make_database(tmp_path / ("lang" * 30) / "postgres")

    assert answer(database.enter()) == 1
    shutil.rmtree(database.socket_folder, ignore_errors=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may hand folders to another user")
def test_started_by_root_it_loosens_no_folder(tmp_path, make_database):
    closed = tmp_path / "dicht"
    closed.mkdir(mode=0o700)
    before = [parent.stat().st_mode for parent in (closed, *closed.parents)]

    address = make_database(closed / "postgres").enter()

    assert answer(address) == 1
    assert [parent.stat().st_mode for parent in (closed, *closed.parents)] == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become another user")
def test_a_folder_of_another_user_is_explained():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        os.seteuid(65534)
        try:
            with pytest.raises(DatabaseError, match="is van een andere gebruiker"):
                EmbeddedDatabase(f"{folder}/postgres").enter()
        finally:
            os.seteuid(0)


def test_an_address_in_the_environment_is_left_alone(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://ergens/anders")

    with local_database():
        assert os.environ["DATABASE_URL"] == "postgresql://ergens/anders"
