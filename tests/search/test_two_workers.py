"""Two worker processes on one database: each sees at its next request what the other changed."""

import os
import socket
import subprocess
import sys
from collections import Counter

import pytest
from django.conf import settings
from django.db import connection

from initiatives.models import Initiative
from search.models import ChangedObject, SearchDocument
from tests.documents import write_documents
from tests.factories import InitiativeFactory, PartnerFactory
from tests.role_factories import national_curator
from tests.templates import address_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
FORGET = "from search.keeping import forget_index; forget_index()"
CATCH_UP = "from search.documents.catching_up import catch_up; catch_up()"
AT_ONCE = 7
CATCH_UP_TO_THE_END = f"""
from search.documents.catching_up import catch_up
while catch_up({AT_ONCE}):
    pass
"""
RENAME = "from initiatives.models import Initiative as I; I.objects.filter(title='Eerst').update(title='Later')"
HIDE = "from initiatives.models import Initiative as I; I.objects.update(publication_state='concept')"
MEAN = "from search.models import Synonym; Synonym.objects.create(word='thee', meaning='later')"


class Worker:
    """What a worker process is told, and what it answers."""

    def __init__(self, end):
        self.lines = end.makefile("rw")

    def tell(self, line):
        self.lines.write(f"{line}\n")
        self.lines.flush()

    def hear(self):
        return self.lines.readline().strip()

    def get(self, address):
        self.tell(f"get {address}")
        return self.hear()

    def do(self, python):
        self.tell(f"do {python}")
        return self.hear()


@pytest.fixture(scope="module")
def two(django_db_setup):
    """Two worker processes with a connection, an index and a client of their own, for this file."""
    ours, theirs = zip(*(socket.socketpair() for _ in range(2)), strict=True)
    descriptors = [end.fileno() for end in theirs]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.search.worker", *map(str, descriptors)],
        pass_fds=descriptors,
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": address_of(connection.settings_dict["NAME"])},
    )
    for end in theirs:
        end.close()
    workers = [Worker(end) for end in ours]
    yield workers
    for worker, end in zip(workers, ours, strict=True):
        worker.lines.close()
        end.close()
    process.wait(timeout=600)


@pytest.fixture
def workers(two):
    """The two, on a database that was emptied: they remember nothing of the test before."""
    assert [worker.do(FORGET) for worker in two] == ["klaar", "klaar"]
    return two


def test_each_sees_at_once_what_the_other_changed(workers):
    one, other = workers
    InitiativeFactory(title="Eerst")
    write_documents()
    before = [worker.get("/praktijkvoorbeelden/") for worker in workers]

    one.do(f"{RENAME}; {CATCH_UP}")
    renamed = [worker.get("/praktijkvoorbeelden/?q=later") for worker in workers]
    other.do(f"{MEAN}; {CATCH_UP}")
    meant = [worker.get("/praktijkvoorbeelden/?q=thee") for worker in workers]
    one.do(f"{HIDE}; {CATCH_UP}")
    hidden = [worker.get("/praktijkvoorbeelden/") for worker in workers]

    assert before == ["200 1 Eerst"] * 2
    assert renamed == ["200 1 <mark>Later</mark>"] * 2
    assert meant == ["200 1 <mark>Later</mark>"] * 2
    assert hidden == ["200 0"] * 2


def test_a_page_of_this_process_changes_what_the_others_find(client, workers):
    client.force_login(national_curator())
    initiatives = [InitiativeFactory(title=f"Voorbeeld {number}") for number in range(3)]
    write_documents()
    before = [worker.get("/praktijkvoorbeelden/") for worker in workers]

    client.post(
        "/beheer/initiatives/initiative/", {"action": "archive_chosen", "_selected_action": [initiatives[1].pk]}
    )

    assert before == ["200 3 Voorbeeld 0|Voorbeeld 1|Voorbeeld 2"] * 2
    assert [worker.get("/praktijkvoorbeelden/") for worker in workers] == ["200 2 Voorbeeld 0|Voorbeeld 2"] * 2


def test_a_change_that_is_not_committed_yet_is_not_seen(workers):
    InitiativeFactory(title="Eerst")
    write_documents()
    one, other = workers

    one.do(f"from django.db import transaction as t; a = t.atomic(); a.__enter__(); {RENAME}; {CATCH_UP}")
    before = other.get("/praktijkvoorbeelden/")
    one.do("a.__exit__(None, None, None)")

    assert (before, other.get("/praktijkvoorbeelden/")) == ("200 1 Eerst", "200 1 Later")


def test_two_that_catch_up_at_once_write_everything_once(workers):
    PartnerFactory(name="UWV")
    write_documents()
    Initiative.objects.bulk_create(
        Initiative(
            slug=f"v-{n}", title=f"V {n}", summary="S", publication_state="gepubliceerd", next_check_on="2100-01-01"
        )
        for n in range(100)
    )
    for worker in workers:
        worker.tell(f"do exec({CATCH_UP_TO_THE_END!r})")
    answers = [worker.hear() for worker in workers]

    written = Counter(SearchDocument.objects.values_list("version", flat=True))
    assert answers == ["klaar", "klaar"]
    assert (ChangedObject.objects.count(), SearchDocument.objects.listed().count()) == (0, 101)
    assert sorted(written) == list(range(min(written), max(written) + 1))
    assert max(written.values()) <= AT_ONCE  # or two wrote the same version, of which a reader sees one
    assert [worker.get("/praktijkvoorbeelden/").split()[1] for worker in workers] == ["100", "100"]
