"""Two worker processes on one database: each sees at its next request what the other changed."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from bieb_netwerk.search.models import ChangedObject, SearchDocument, Synonym
from initiatives.models import Initiative
from tests.factories import InitiativeFactory, PartnerFactory
from tests.role_factories import national_curator
from tests.search.conftest import asked, found_titles, write_documents

pytestmark = pytest.mark.django_db(transaction=True)
WORKER = """
import os, sys, django
django.setup()
from django.conf import settings
from django.test.utils import setup_test_environment
setup_test_environment()
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from django.test import Client
client = Client()
for line in sys.stdin:
    verb, rest = line.rstrip("\\n").split(" ", 1)
    if verb == "do":
        exec(rest)
        print("klaar", flush=True)
    else:
        response = client.get(rest, headers={"Host": "localhost"})
        found = [found["title"] for found in response.context["results"]]
        print(response.status_code, response.context["filter"].count, "|".join(map(str, found)), flush=True)
"""


class Worker:
    """A process with a connection, an index and a client of its own."""

    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-c", WORKER, connection.settings_dict["NAME"]],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=settings.BASE_DIR,
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "bieb_netwerk.settings"},
        )

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def get(self, address):
        return self.say(f"get {address}")

    def do(self, python):
        return self.say(f"do {python}")


@pytest.fixture
def workers():
    """Two of them."""
    started = [Worker(), Worker()]
    yield started
    for worker in started:
        worker.process.stdin.close()
        worker.process.wait(timeout=20)
        worker.process.stdout.close()


CATCH_UP = "from bieb_netwerk.search.documents.catching_up import catch_up; catch_up()"
RENAME = "from initiatives.models import Initiative as I; I.objects.filter(title='Eerst').update(title='Later')"
HIDE = "from initiatives.models import Initiative as I; I.objects.update(publication_state='concept')"
MEAN = "from bieb_netwerk.search.models import Synonym; Synonym.objects.create(word='thee', meaning='later')"


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
    Initiative.objects.bulk_create(
        Initiative(
            slug=f"v-{n}", title=f"V {n}", summary="S", publication_state="gepubliceerd", next_check_on="2100-01-01"
        )
        for n in range(300)
    )
    for worker in workers:
        worker.process.stdin.write(f"do exec({_LOOP!r})\n")
        worker.process.stdin.flush()
    answers = [worker.process.stdout.readline().strip() for worker in workers]

    versions = SearchDocument.objects.values_list("version", flat=True)
    assert answers == ["klaar", "klaar"]
    assert (ChangedObject.objects.count(), SearchDocument.objects.listed().count()) == (0, 301)
    assert set(versions) == set(range(min(versions), max(versions) + 1))
    assert [worker.get("/praktijkvoorbeelden/").split()[1] for worker in workers] == ["300", "300"]


_LOOP = "from bieb_netwerk.search.documents.catching_up import catch_up\nwhile catch_up(7):\n    pass"


def test_a_database_that_was_put_back_is_noticed(workers):
    InitiativeFactory(title="Eerst")
    write_documents()
    assert found_titles("eerst") == ["Eerst"]

    SearchDocument.objects.all().delete()
    connection.cursor().execute("UPDATE search_searchstate SET version = 0")

    assert asked("eerst").count == 0
    Synonym.objects.all().delete()
