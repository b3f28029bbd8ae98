"""What the page *Gezondheid* says of every part when it is well, and when it is not."""

from collections import namedtuple
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.utils import timezone

from backup.models import BackupRun
from curation.models import CheckedLink, TaskFailure
from mail.models import OutgoingMail
from mail.outgoing import send_outgoing_mail
from replicas.connection import replica_of
from replicas.reading import REPLICA
from replicas.standing import STANDING
from search.documents.rebuilding import rebuild
from search.models import SearchDocument, SearchState
from tests.bucket import empty_bucket
from tests.documents import write_documents
from tests.factories import LibraryFactory
from tests.queries import number_of_queries
from tests.role_factories import administrator, national_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
PAGE = "/beheer/gezondheid/"
NAMES = ["Mail", "Achtergrondwerk", "Zoeken", "Back-ups", "Links", "Schijf"]
Usage = namedtuple("Usage", ["total", "used", "free"])


@pytest.fixture
def well(client, settings, tmp_path, monkeypatch):
    """A site of which every part is well; gives how each is by its name."""
    now = timezone.now()
    client.force_login(administrator())
    settings.BACKUP_EVERY_NIGHT = True
    settings.VAR_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path
    settings.BACKUP_DIR = tmp_path / "weg"
    monkeypatch.setattr("shutil.disk_usage", lambda folder: Usage(100, 20, 80))
    BackupRun.objects.create(started_at=now, finished_at=now, file_name="a.tar", size=3 * 1024**2)
    heartbeat(now)
    list(rebuild(today=timezone.localdate()))

    def read():
        return {part.name: part for part in client.get(PAGE).context["parts"]}

    return read


def heartbeat(moment):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_workers")
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [moment])


def job_that(status):
    """The number of a job of the queue that stands so."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status) VALUES ('q', 'x', '{}', %s)"
            " RETURNING id",
            [status],
        )
        return cursor.fetchone()[0]


def broken_things(number):
    """So many mails, tasks and links with which something is wrong, all since yesterday."""
    yesterday = timezone.now() - timedelta(days=1)
    for index in range(number):
        mail = OutgoingMail.objects.create(to="a@voorbeeld.nl", subject="Dag", body="Dag")
        OutgoingMail.objects.filter(pk=mail.pk).update(made_at=yesterday)
        job = job_that("failed")
        failure = TaskFailure.objects.create(job_id=job, task="x", reason="y")
        TaskFailure.objects.filter(pk=failure.pk).update(failed_at=yesterday)
        url = f"https://voorbeeld.nl/{index}"
        CheckedLink.objects.create(url=url, failures=2, broken_since=yesterday, checked_at=timezone.now())
    return yesterday


def test_every_part_that_is_well_says_so(well):
    states = {name: part.state for name, part in well().items()}

    assert list(states) == NAMES
    assert set(states.values()) == {"Goed"}


def test_mail_tasks_and_links_say_since_when(well):
    yesterday = broken_things(2)

    parts = well()

    assert [parts[name].state for name in ("Mail", "Achtergrondwerk", "Links")] == ["Mis", "Let op", "Let op"]
    assert {parts[name].since for name in ("Mail", "Achtergrondwerk", "Links")} == {yesterday}
    assert parts["Mail"].link == "/beheer/mislukt/"


def test_what_is_tried_again_by_itself_has_not_failed(well):
    for _ in range(2):
        TaskFailure.objects.create(job_id=job_that("todo"), task=send_outgoing_mail.name, reason="y")
    told = well()
    TaskFailure.objects.first().delete()

    assert (told["Mail"].state, told["Achtergrondwerk"].state) == ("Let op", "Goed")
    assert told["Mail"].says.startswith("Versturen van 2 mails lukte nog niet.")
    assert well()["Mail"].says.startswith("Versturen van 1 mail lukte nog niet.")


def test_a_worker_that_gives_no_sign_of_life_is_missed(well):
    silent_since = timezone.now() - timedelta(minutes=3)
    heartbeat(silent_since)

    assert (well()["Achtergrondwerk"].state, well()["Achtergrondwerk"].since) == ("Mis", silent_since)


def test_search_in_another_layout_is_no_search(well):
    LibraryFactory.create_batch(2)
    write_documents()
    SearchState.objects.update(layout={})

    told = well()["Zoeken"]

    left = SearchDocument.objects.listed().count()
    assert (told.state, f"nog {left} pagina’s" in told.says) == ("Let op", True)


def test_back_ups_are_missed_when_they_fail_stay_away_or_were_never_asked_for(well, settings):
    last_night = timezone.now() - timedelta(hours=27)
    BackupRun.objects.update(started_at=last_night)
    said = [well()["Back-ups"]]
    BackupRun.objects.create(started_at=timezone.now(), problem="De schijf is vol.")
    said.append(well()["Back-ups"])
    settings.BACKUP_EVERY_NIGHT = False
    said.append(well()["Back-ups"])

    assert [part.state for part in said] == ["Mis", "Mis", "Mis"]
    assert {part.since for part in said} == {last_night}
    assert "De schijf is vol." in said[1].says
    assert "BACKUP_DIR" in said[2].to_do


@pytest.mark.parametrize(("free", "state"), [(4, "Mis"), (14, "Let op"), (15, "Goed")])
def test_a_disk_is_full_before_nothing_fits(well, monkeypatch, free, state):
    monkeypatch.setattr("shutil.disk_usage", lambda folder: Usage(100, 100 - free, free))

    assert well()["Schijf"].state == state


def test_a_bucket_of_files_is_missed_when_it_does_not_answer(well, settings):
    with empty_bucket() as bucket:
        kept_in = {"BACKEND": "serving.bucket.BucketStorage", "OPTIONS": bucket.options}
        settings.STORAGES = settings.STORAGES | {"default": kept_in}
        there = well()["Bestanden"]
    gone = well()["Bestanden"]

    assert (there.state, gone.state) == ("Goed", "Mis")
    assert "MEDIA_BUCKET" in gone.to_do


def test_a_copy_of_the_database_that_does_not_follow_is_told(well, monkeypatch):
    no_copy = replica_of(connection.settings_dict, limits="", pool_size=2)
    monkeypatch.setitem(connections.databases, REPLICA, no_copy)
    STANDING.doubt()
    told = [well()["Kopie van de database"]]
    STANDING.connection.close()
    STANDING.seconds_behind = 0.2
    told.append(well()["Kopie van de database"])
    STANDING.doubt()
    del connections[REPLICA]

    assert [part.state for part in told] == ["Let op", "Goed"]
    assert "DATABASE_REPLICA_URL" in told[0].to_do
    assert told[1].says == "De kopie van de database loopt hooguit 1 s achter."


def test_it_costs_the_same_however_much_is_wrong(well, client):
    broken_things(1)
    one = number_of_queries(lambda: client.get(PAGE))
    TaskFailure.objects.all().delete()
    CheckedLink.objects.all().delete()
    broken_things(3)

    assert number_of_queries(lambda: client.get(PAGE)) == one


def test_only_administrators_read_it(client):
    client.force_login(national_curator())

    assert client.get(PAGE).status_code == 403
