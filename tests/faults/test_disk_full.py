"""A full disk: the reader is told so in Dutch, nothing half is kept, and later it works."""

import errno
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from initiatives.models import Document
from mail.models import OutgoingMail
from mail.outgoing import queue_mail, send_outgoing_mail
from serving.refusals import answer_to
from spreadsheets.models import ImportRun
from tests.full_disk import no_room_for
from tests.role_factories import administrator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
SIZE = 200_000
DOCUMENT = {"slug": "paper", "title": "Paper", "kind": "overig"}
NOTHING_MORE = {"sources-TOTAL_FORMS": "0", "sources-INITIAL_FORMS": "0"}


@pytest.fixture
def curator():
    """Somebody who may upload everything, and gets our pages instead of our errors."""
    client = Client(raise_request_exception=False)
    client.force_login(administrator())
    return client


def kept_files(folder):
    return [path for path in Path(folder).rglob("*") if path.is_file()]


def upload_import(client):
    content = SimpleUploadedFile("bronnen.csv", b"kenmerk;titel\n" + b"a;A\n" * (SIZE // 4))
    return client.post(reverse("admin:sources_source_import"), {"file": content})


def upload_document(client):
    file = SimpleUploadedFile("paper.pdf", b"%PDF-1.4\n" + b"a" * SIZE)
    return client.post(reverse("admin:initiatives_document_add"), DOCUMENT | NOTHING_MORE | {"file": file})


@pytest.mark.parametrize(("upload", "model"), [(upload_import, ImportRun), (upload_document, Document)])
def test_a_file_for_which_there_is_no_room_is_not_kept(curator, upload, model):
    with no_room_for(SIZE):
        refused = upload(curator)
    left = (kept_files(settings.MEDIA_ROOT), model.objects.count())
    accepted = upload(curator)

    assert refused.status_code == 507
    assert "Wat je stuurde, is niet bewaard." in refused.content.decode()
    assert left == ([], 0)
    assert accepted.status_code == 302
    assert [file.stat().st_size >= SIZE for file in kept_files(settings.MEDIA_ROOT)] == [True]


def test_a_mail_for_which_there_is_no_room_waits(settings, tmp_path):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = "mail.folder.EmailBackend", tmp_path
    queue_mail(to="wie@voorbeeld.nl", subject="Je plek", body="Dag\n" * SIZE)
    [job] = ProcrastinateJob.objects.all()

    with no_room_for(SIZE), pytest.raises(OSError, match="too large"):
        send_outgoing_mail(**job.args)
    left = (kept_files(tmp_path), OutgoingMail.objects.count())
    send_outgoing_mail(**job.args)

    assert left == ([], 1)
    assert len(kept_files(tmp_path)) == 1
    assert OutgoingMail.objects.count() == 0


def test_a_full_disk_is_told_wherever_it_shows():
    statuses = []
    for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        statuses.append(answer_to(OSError(number, "vol")).status_code)
    with pytest.raises(DatabaseError) as refusal, connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN RAISE EXCEPTION 'vol' USING ERRCODE = 'disk_full'; END $$")
    statuses.append(answer_to(refusal.value).status_code)

    assert statuses == [507] * 4
    assert answer_to(OSError(errno.EACCES, "mag niet")) is None
