"""Back-ups every night: what is written down of them, and which go."""

import os
import re
import subprocess
import sys
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from backup.making import NAME, manifest
from backup.models import BackupRun
from backup.programs import BackupError, server_version
from backup.restoring import has_same_secret_key, suitable
from backup.tasks import back_up
from partners.models import Library
from tests.backup.keys import needs_age, new_key
from tests.factories import LibraryFactory
from tests.running_site import ROOT, environment_of
from tests.templates import address_of

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def nights(settings, tmp_path):
    """Somebody said where back-ups may go."""
    settings.BACKUP_EVERY_NIGHT = True
    settings.BACKUP_DIR = tmp_path / "backups"
    settings.BACKUP_DIR.mkdir()
    return settings.BACKUP_DIR


def backup_of(folder, *, days):
    """A file that was made so many days ago."""
    made_at = timezone.now() - timedelta(days=days)
    path = folder / f"{NAME}{made_at:%Y%m%d-%H%M%S}.tar"
    path.touch()
    os.utime(path, (made_at.timestamp(), made_at.timestamp()))
    return path.name


def test_every_night_one_comes_and_what_had_its_term_goes(nights, settings):
    settings.BACKUP_DAYS = 14
    backup_of(nights, days=15)
    kept = backup_of(nights, days=13)
    (nights / "van-mij.txt").touch()

    back_up(0)

    run = BackupRun.objects.whole().get()
    assert {path.name for path in nights.iterdir()} == {kept, run.file_name, "van-mij.txt"}
    assert run.size == (nights / run.file_name).stat().st_size
    assert (nights / run.file_name).stat().st_mode & 0o777 == 0o600


def test_where_nobody_said_where_it_may_go_it_fails_aloud(nights, settings):
    settings.BACKUP_EVERY_NIGHT = False

    with pytest.raises(BackupError, match="BACKUP_DIR niet ingesteld"):
        back_up(0)

    assert list(nights.iterdir()) == []


def work_once(folder, **settings):
    """Let a real worker do what waits, and stop."""
    environment = environment_of(address_of(connection.settings_dict["NAME"]), folder, **settings)
    worker = [sys.executable, "manage.py", "procrastinate", "worker", "--one-shot"]
    subprocess.run(worker, cwd=ROOT, env=environment, check=True, capture_output=True)


@pytest.mark.django_db(transaction=True)
def test_a_worker_without_a_place_for_it_leaves_it_to_one_that_has(tmp_path):
    job = ProcrastinateJob.objects.filter(pk=back_up.defer(timestamp=0))
    states = []

    work_once(tmp_path)
    states.append(job.get().status)
    work_once(tmp_path, BACKUP_DIR=str(tmp_path / "backups"))
    states.append(job.get().status)

    assert states == ["todo", "succeeded"]
    assert (tmp_path / "backups" / BackupRun.objects.whole().get().file_name).exists()


def test_what_goes_wrong_is_written_down_and_deletes_nothing(nights, settings):
    old = backup_of(nights, days=40)
    settings.BACKUP_DIR = nights / old  # a file where the folder should be

    with pytest.raises(BackupError, match="De back-up kan niet geschreven worden"):
        back_up(0)

    assert [path.name for path in nights.iterdir()] == [old]
    assert "kan niet geschreven worden" in BackupRun.objects.get().problem
    assert not BackupRun.objects.whole().exists()


def test_a_back_up_of_a_newer_site_or_server_is_refused():
    now = manifest()
    suitable(now)

    with pytest.raises(BackupError, match="nieuwere versie van de site"):
        suitable(now | {"migrations": [*now["migrations"], ["events", "0999_later"]]})
    with pytest.raises(BackupError, match="PostgreSQL 99"):
        suitable(now | {"server_version": 99})
    assert suitable(now | {"server_version": server_version()}) is None


@needs_age
def test_what_was_made_for_a_key_is_read_with_its_secret_and_no_other(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    public = new_key(tmp_path / "key")
    new_key(tmp_path / "other")

    call_command("backup", sleutel=public, map=tmp_path / "made", verbosity=0)
    [path] = (tmp_path / "made").iterdir()
    said = StringIO()
    call_command("restore", path, geheim=tmp_path / "key", controleer=True, verbosity=0, stdout=said)

    assert path.suffix == ".age"
    assert re.search(r"^De back-up van \d+ [a-z]+ 20\d\d \d\d:\d\d is heel\.$", said.getvalue(), re.MULTILINE)
    with pytest.raises(CommandError, match="kan niet gelezen worden"):
        call_command("restore", path, geheim=tmp_path / "other", controleer=True, verbosity=0)


def test_it_is_known_whether_the_secret_key_is_still_ours(settings):
    then = manifest()
    settings.SECRET_KEY, old = "x" * 60, settings.SECRET_KEY

    assert not has_same_secret_key(then)
    settings.SECRET_KEY_FALLBACKS = [old]
    assert has_same_secret_key(then)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="Er is geen bestand"):
        call_command("restore", tmp_path / "weg.tar")


def test_a_file_that_may_not_be_read_is_refused_in_words():
    own_memory = "/proc/self/mem"  # which nobody reads from its beginning, root neither

    with pytest.raises(CommandError, match="gaat niet open .* De site moet het bestand kunnen lezen"):
        call_command("restore", own_memory)


@pytest.mark.parametrize(("typed", "said"), [("", "niemand om het aan te vragen"), ("nee\n", "Er is niets veranderd.")])
def test_who_does_not_say_yes_changes_nothing(tmp_path, settings, monkeypatch, typed, said):
    settings.MEDIA_ROOT = tmp_path
    call_command("backup", map=tmp_path / "made", verbosity=0)
    [path] = (tmp_path / "made").iterdir()
    library = LibraryFactory()
    monkeypatch.setattr("sys.stdin", StringIO(typed))

    with pytest.raises(CommandError, match=said):
        call_command("restore", path, verbosity=0, stdout=StringIO())

    assert list(Library.objects.all()) == [library]
