"""What the site mailed, read from the folder in which it keeps mail on one's own computer."""

import email
import email.policy
import re

from tests.e2e.waiting import wait_for


def wait_for_mail(folder, to, pattern, subject=""):
    """Where the pattern is in the newest mail to this address that has it; the worker sends it within seconds."""
    return wait_for(lambda: _newest_match(folder, to, pattern, subject))


def mails(folder):
    """To whom, about what, and the text; the newest last."""
    for path in sorted((folder / "mail").glob("*"), key=lambda each: each.stat().st_mtime_ns):
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        if mail["Subject"]:  # else it is still being written
            yield mail["To"], mail["Subject"], mail.get_body(("plain",)).get_content()


def _newest_match(folder, to, pattern, subject):
    texts = [text for addressee, about, text in mails(folder) if addressee == to and about.startswith(subject)]
    matches = [re.search(pattern, text, re.MULTILINE) for text in reversed(texts)]
    return next(filter(None, matches), None)
