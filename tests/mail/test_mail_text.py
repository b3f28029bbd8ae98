"""The text of a mail is text: whatever shows it in a page escapes it."""

from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeData

from mail.outgoing import mail_text
from tests.test_ladder import LINTED

EVIL = '<i x-data x-init="alert(1)">'


def test_a_mail_is_no_html_that_is_safe():
    text = mail_text("account/email/invitation.txt", {"user": {"name": EVIL}, "address": "/inloggen/"})

    assert EVIL in text
    assert isinstance(render_to_string("account/email/invitation.txt", {"user": {"name": EVIL}}), SafeData)
    assert type(text) is str


def test_every_text_template_is_rendered_by_that_function():
    paths = [path for room in LINTED["root_packages"] for path in (Path(settings.BASE_DIR) / room).rglob("*.py")]
    users = {str(path.relative_to(settings.BASE_DIR)) for path in paths if "render_to_string" in path.read_text()}

    assert users == {"mail/outgoing.py"}
