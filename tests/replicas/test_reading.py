"""A site that reads from a replica: who gets what from which server, and what happens when the replica is gone."""

import re
import threading
import time
from contextlib import contextmanager

import dj_database_url
import pytest
from django.db import connection, connections

from backup.programs import server_version
from replicas.connection import replica_of
from replicas.reading import REPLICA
from replicas.standing import Standing
from tests import templates
from tests.collected import collected_in
from tests.conftest import WORKER, use_database
from tests.documents import write_documents
from tests.factories import ThemeFactory
from tests.replicated import primary_and_replica
from tests.running_site import ask, environment_of, running_site, until_well

pytestmark = pytest.mark.postgresql
JUST_WROTE = {"Cookie": "net-verstuurd=1"}
LOGGED_IN = {"Cookie": "sessionid=x"}
BEHIND = "de kopie van de database is weg of loopt achter"
SLUG = "taal"
THEME = f"/themas/{SLUG}/"
PAGES = [THEME, "/zoeken/?q=lezen", "/praktijkvoorbeelden/", "/agenda/"]


@pytest.fixture(scope="module")
def servers(tmp_path_factory, django_db_setup, django_db_blocker):
    """A primary with one theme, and its replica."""
    name = templates.copy("migrated", f"{WORKER}_replicas")
    own = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        version = str(server_version())
        use_database(name)
        ThemeFactory(slug=SLUG)
        write_documents()
        use_database(own)
    folder = tmp_path_factory.mktemp("servers")
    with primary_and_replica(folder, templates.address_of(name), version) as servers:
        yield servers
    templates.drop(name)


@pytest.fixture(scope="module")
def port(servers, tmp_path_factory):
    """Where the site listens that reads both."""
    _, replica = servers
    folder = tmp_path_factory.mktemp("site")
    collected_in(folder)
    environment = environment_of(
        replica.address_of_both,
        folder,
        DATABASE_REPLICA_URL=replica.address,
        WEB_WORKERS="1",
    )
    with running_site(environment) as port:
        yield port


@pytest.fixture
def site(servers, port):
    """The site while it reads from the replica, with the theme under the name *Eerst*."""
    primary, replica = servers
    replica.resume()
    call(primary, "Eerst")
    until(lambda: BEHIND not in ask(port, "/readyz").text)
    until(lambda: heading(port) == "Eerst")
    return port


def call(primary, name):
    """Give the theme another name."""
    primary.ask("UPDATE initiatives_theme SET name = %s WHERE slug = %s", name, SLUG)


def heading(port, headers=None):
    """What the theme is called, for who sends these headers."""
    page = ask(port, THEME, headers=headers)
    assert page.status == 200
    return re.search(r"<h1[^>]*>\s*(.+?)\s*</h1>", page.text)[1]


def until(is_so, seconds=120):
    """Wait for it."""
    start = time.monotonic()
    while not is_so():
        assert time.monotonic() < start + seconds
        time.sleep(0.1)


@contextmanager
def readers(port):
    """Visitors who ask for pages all the time, words that nobody searched before too; the list of what they got."""
    answers = []
    done = threading.Event()

    def read(number):
        asked = 0
        while not done.wait(0.05):
            for page in [*PAGES, f"/zoeken/?q=woord{number}x{asked}"]:
                answers.append(ask(port, page).status)
            asked += 1

    threads = [threading.Thread(target=read, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        done.set()
        for thread in threads:
            thread.join()


def test_anybody_reads_the_replica_and_who_wrote_or_logged_in_the_primary(site, servers):
    primary, replica = servers
    replica.pause()
    call(primary, "Daarna")

    told = []
    for _ in range(2):  # by turns: a worker remembers a page of each, and neither for the other
        told += [heading(site), heading(site, JUST_WROTE), heading(site, LOGGED_IN)]
    replica.resume()
    until(lambda: heading(site) == "Daarna")

    assert told == ["Eerst", "Daarna", "Daarna"] * 2


def test_search_finds_what_is_where_it_looks(site, servers):
    primary, replica = servers
    replica.pause()
    call(primary, "Zwerfkeien")
    ask(site, "/klopt-er-iets-niet/", "text=")  # after a form the site writes search documents of what changed

    found = []
    for _ in range(2):
        for headers in (None, JUST_WROTE):
            found.append(THEME in ask(site, "/zoeken/?q=zwerfkeien", headers=headers).text)
    replica.resume()
    until(lambda: THEME in ask(site, "/zoeken/?q=zwerfkeien").text)

    assert found == [False, True] * 2


def test_a_replica_that_stays_behind_is_not_read(site, servers):
    primary, replica = servers
    replica.pause()
    call(primary, "Daarna")

    until(lambda: heading(site) == "Daarna")

    assert BEHIND in ask(site, "/readyz").text


def test_what_the_replica_does_not_have_yet_is_there(site, servers):
    primary, replica = servers
    replica.pause()
    primary.ask("UPDATE initiatives_theme SET slug = 'nieuw' WHERE slug = %s", SLUG)

    found = ask(site, "/themas/nieuw/").status
    primary.ask("UPDATE initiatives_theme SET slug = %s WHERE slug = 'nieuw'", SLUG)

    assert found == 200
    assert ask(site, "/themas/nergens/").status == 404


def test_who_sent_a_form_reads_the_primary_for_a_moment(site):
    answer = ask(site, "/klopt-er-iets-niet/", "text=")

    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("net-verstuurd=1;")
    assert [part for part in ("HttpOnly", "Max-Age=15", "Path=/", "SameSite=Lax") if part not in cookie] == []
    assert [page for page in PAGES if "Set-Cookie" in ask(site, page).headers] == []


def test_a_replica_that_says_nothing_keeps_nobody_waiting_for_it(site, servers):
    _, replica = servers
    with replica.frozen():
        answers = [ask(site, page) for page in PAGES]
    until(lambda: BEHIND not in ask(site, "/readyz").text)

    assert [answer.status for answer in answers] == [200] * len(answers)


def test_only_a_copy_of_this_database_is_read(servers, monkeypatch, django_db_blocker):
    _, replica = servers
    ours = connection.settings_dict
    known = {"no copy": ours, "copy of another": ours | dj_database_url.parse(replica.address)}
    read = []
    for name, database in known.items():
        monkeypatch.setitem(connections.databases, REPLICA, replica_of(database, limits="", pool_size=2))
        standing = Standing()
        with django_db_blocker.unblock():
            if standing.may_be_read():
                read.append(name)
            connection.close()
        standing.connection.close()
        del connections[REPLICA]

    assert read == []


def test_nobody_notices_that_the_replica_is_killed_and_comes_back(site, servers):
    primary, replica = servers
    with readers(site) as answers:
        until(lambda: len(answers) > 40)
        replica.kill()
        until(lambda: BEHIND in ask(site, "/readyz").text)
        gone_at = len(answers)
        until(lambda: len(answers) > gone_at + 40)
        replica.come_back()
        until(lambda: BEHIND not in ask(site, "/readyz").text)
        back_at = len(answers)
        until(lambda: len(answers) > back_at + 40)
    replica.pause()
    call(primary, "Daarna")

    assert [status for status in answers if status != 200] == []
    assert heading(site) == "Eerst"  # it is read again


def test_a_replica_that_becomes_the_primary_takes_over(site, servers):
    """The last one: there is no replica after it."""
    primary, replica = servers
    primary.kill()
    until(lambda: ask(site, THEME).status == 503)  # what was measured of the replica counts for a second
    of_who_wrote = ask(site, THEME, headers=JUST_WROTE).status

    replica.promote()
    until_well(site, THEME)
    sent = ask(site, "/klopt-er-iets-niet/", "text=")

    assert of_who_wrote == 503
    assert sent.status == 422  # it is read, and lacks what has to be filled in
    assert BEHIND in ask(site, "/readyz").text
