"""The mail of a running worker: whatever a background task queues is sent, and nothing is lost on the way."""

import email
import os
import subprocess
import sys
import time
from datetime import timedelta
from email.policy import default

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from events.actions.places import cancel
from events.models import Registration
from events.tasks import pass_on_places, remind_attendees
from initiatives.tasks import ask_owners
from mail.models import OutgoingMail
from mail.outgoing import MailMissingError, send_outgoing_mail
from tests.event_factories import EventFactory
from tests.events.booking import book_one
from tests.factories import LibraryFactory
from tests.review_factories import led_by
from tests.role_factories import library_member
from tests.templates import address_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
GENEROUS_SECONDS = 240  # for a machine that has much else to do


@pytest.fixture
def mail_folder(tmp_path):
    """Where a worker that runs puts its mail."""
    environment = os.environ | {
        "DATABASE_URL": address_of(connection.settings_dict["NAME"]),
        "MAIL_DIR": str(tmp_path / "mail"),
        "VAR_DIR": str(tmp_path),
    }
    with open(tmp_path / "log", "w") as log:
        worker = subprocess.Popen(
            [sys.executable, "manage.py", "procrastinate", "worker"],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=log,
            stderr=log,
        )
        yield tmp_path / "mail"
        worker.terminate()
        worker.wait()


def sent_mail(folder, count):
    """``(address, subject)`` of the mails in the folder, as soon as there are so many and none is waiting."""
    end = time.monotonic() + GENEROUS_SECONDS
    while time.monotonic() < end:
        files = list(folder.glob("*")) if folder.exists() else []
        if len(files) >= count and not OutgoingMail.objects.exists():
            break
        time.sleep(0.1)
    mails = [email.message_from_bytes(path.read_bytes(), policy=default) for path in folder.glob("*")]
    return sorted((mail["To"], mail["Subject"].partition(":")[0]) for mail in mails)


def tries_of_mail():
    """How often the mails were tried, once every task about them is done."""
    mails = ProcrastinateJob.objects.filter(queue_name="mail")
    end = time.monotonic() + GENEROUS_SECONDS
    while mails.exclude(status="succeeded").exists() and time.monotonic() < end:
        time.sleep(0.1)
    return set(mails.values_list("attempts", flat=True))


def test_lapsed_offers_reminders_and_the_digest_are_mailed(mail_folder):
    full = EventFactory(capacity=1)
    ans, bert, cor = [book_one(full, name, email=f"{name}@voorbeeld.nl") for name in ("ans", "bert", "cor")]
    cancel(registration=ans, now=timezone.now())
    Registration.objects.filter(pk=bert.pk).update(offered_until=timezone.now() - timedelta(minutes=1))
    soon = EventFactory(starts_on=timezone.localdate() + timedelta(days=3))
    book_one(soon, "dirk", email="dirk@voorbeeld.nl")
    library = LibraryFactory()
    library_member(library, email="lid@voorbeeld.nl")
    led_by(library, title="Leesclub", next_check_on=timezone.localdate())
    queued = OutgoingMail.objects.count()

    for task in (pass_on_places, remind_attendees, ask_owners):
        task.defer(timestamp=0)
    sent = sent_mail(mail_folder, queued + 4)

    assert ("bert@voorbeeld.nl", "Je aanbod is verlopen") in sent
    assert ("cor@voorbeeld.nl", "Er is een plek voor je vrij") in sent
    assert ("lid@voorbeeld.nl", "Klopt dit nog? Leesclub") in sent
    assert len([to for to, _ in sent if to == "dirk@voorbeeld.nl"]) == 2
    assert len(sent) == queued + 4
    assert tries_of_mail() == {1}  # none was looked for before it was there
    assert OutgoingMail.objects.count() == 0


def test_a_task_without_its_mail_is_no_success():
    with pytest.raises(MailMissingError):
        send_outgoing_mail(mail_id=12345)
