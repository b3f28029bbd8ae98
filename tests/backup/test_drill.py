"""The drill: what is put back is what was there, and whatever goes wrong leaves everything as it was."""

import time

import psycopg
import pytest

from backup.archive import check, pack, read_manifest, unpack
from tests import templates
from tests.backup.sites import Site
from tests.documents import write_documents
from tests.permissions.world import make_world
from tests.running_site import GENEROUS_SECONDS

pytestmark = pytest.mark.postgresql
LOGGED_IN = "INSERT INTO django_session VALUES ('sleutel', 'ingelogd', now() + interval '1 day')"
RESTORING = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND application_name = 'psql' AND state <> 'idle'"


@pytest.fixture(scope="module")
def old(tmp_path_factory, django_db_setup, django_db_blocker):
    """A site with one thing of every kind, which search does not find, and who logged in; ``old.file``: its back-up."""
    site = Site("old", tmp_path_factory.mktemp("old"))
    (site.media / "2026").mkdir()
    (site.media / "2026" / "foto.jpg").write_text("foto van toen")
    (site.media / ".half-abc").write_text("half")
    site.make(make_world, django_db_blocker)
    site.make(write_documents, django_db_blocker)
    site.tell("TRUNCATE search_searchdocument CASCADE")
    site.tell(LOGGED_IN)
    site.manage("backup")
    [site.file] = (site.folder / "backups").iterdir()
    (site.media / ".half-abc").unlink()
    yield site
    templates.drop(site.name)


@pytest.fixture
def new(tmp_path):
    """Another site, with nothing but a photo and somebody logged in."""
    site = Site("new", tmp_path)
    (site.media / "nieuw.jpg").write_text("nieuwe foto")
    site.tell(LOGGED_IN)
    yield site
    templates.drop(site.name)


def test_what_is_put_back_is_what_was_there(old, new):
    new.manage("restore", str(old.file), "--no-input")
    [kept] = (new.folder / "backups").iterdir()

    check(kept)
    assert new.state() == old.state()
    assert new.ask("SELECT count(*) FROM django_session") == [(0,)]
    assert new.ask("SELECT count(*) > 0 FROM search_searchdocument") == [(True,)]


def test_what_breaks_off_leaves_everything_as_it_was(old, new, tmp_path):
    before = new.state()
    cut_off = with_half_a_dump(old.file, tmp_path)

    with psycopg.connect(new.address):
        in_use = new.start_restoring(old.file)
        _, first_stop = in_use.communicate()
    damaged = new.start_restoring(cut_off)
    _, reason = damaged.communicate()
    killed = new.start_restoring(old.file)
    until(new, written=True)
    killed.kill()
    killed.communicate()
    until(new, written=False)

    assert "Stop eerst de site" in first_stop
    assert "alles is nog zoals het was" in reason
    assert (in_use.returncode, damaged.returncode, killed.returncode) == (1, 1, -9)
    assert new.state() == before


def with_half_a_dump(path, folder):
    """The same back-up, whole by its checksum, of which the database was cut off."""
    unpacked = folder / "unpacked"
    list(unpack(path, unpacked))
    dump = unpacked / "database.dump"
    dump.write_bytes(dump.read_bytes()[: dump.stat().st_size * 2 // 3])
    target = folder / "cut-off.tar"
    with open(target, "wb") as stream:
        list(pack(stream, read_manifest(path), dump, unpacked / "media"))
    return target


def is_written(site):
    """Whether a restore is at work in this database; asked from beside it, since nobody else may be in it."""
    with psycopg.connect(templates.address_of("postgres")) as connection:
        return connection.execute(RESTORING, [site.name]).fetchone() != (0,)


def until(site, *, written):
    """Wait until a restore is at work, or is no longer."""
    deadline = time.monotonic() + GENEROUS_SECONDS
    while is_written(site) != written:
        assert time.monotonic() < deadline
        time.sleep(0.02)
