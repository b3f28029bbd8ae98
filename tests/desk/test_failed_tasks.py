"""What failed is told in words that a curator understands."""

from procrastinate.contrib.django import app

from desk.failed_tasks import TASKS, why_and_what_helps

NOT_OURS = ("builtin", "procrastinate", "tests.", "accounts.")  # the last is an old name of sending mail
SENTENCES = [
    ("ConnectionRefusedError: [Errno 111] Connection refused", "De server waar dit heen moest, antwoordde niet."),
    ("SMTPRecipientsRefused: {'x@y.nl': (550, b'no')}", "De mailserver kent het adres niet."),
    ("SMTPServerDisconnected: please run connect() first", "De mailserver nam de mail niet aan."),
    ("OperationalError: the connection is closed", "De database was er even niet, of had het te druk."),
    ("DoesNotExist: Message matching query does not exist.", "Waar dit over ging, is er niet meer."),
    ("MailMissingError: Mail 5 staat niet (meer) klaar", "De mail staat niet meer klaar."),
    ("OSError: [Errno 28] No space left on device", "De schijf is vol."),
    ("KeyError: 'x'", "Er ging iets mis in de site zelf."),
    ("", "Waarom is niet bewaard."),
]


def test_every_task_has_a_dutch_name():
    ours = {name for name in app.tasks if not name.startswith(NOT_OURS)}

    assert ours == set(TASKS)


def test_every_kind_of_reason_has_a_sentence():
    assert [(technical, why_and_what_helps(technical)[0]) for technical, _ in SENTENCES] == SENTENCES
