"""What logs may say of a request: which page, but no secret link and nothing that somebody searched."""

import logging
from urllib.parse import quote

from django.urls import Resolver404, resolve

from visitors.private_pages import secrets_of

HIDDEN = "..."
UNKNOWN_PART = "url"  # the part of an address under /beheer/ of which no page is known


def shown_path(path):
    """A path without what is secret in it; of an unknown page only how it begins.

    Such a page may be a secret link with something left out.
    """
    try:
        match = resolve(path)
    except Resolver404:
        return beginning_of(path)
    if UNKNOWN_PART in match.kwargs:
        return beginning_of(path)
    for value in secrets_of(match).values():
        path = path.replace(value, HIDDEN)
    return quote(path)  # a line stays one line


def beginning_of(path):
    """``/agenda/...``; of a page directly under the front page nothing."""
    first, slash, _ = path.lstrip("/").partition("/")
    if not slash:
        return f"/{HIDDEN}"
    return quote(f"/{first}/{HIDDEN}")


class WithoutSecrets(logging.Filter):
    """For the log of Django, which names the address of whatever it refuses."""

    def filter(self, record):
        if hasattr(record, "request") and isinstance(record.args, tuple):
            record.args = without_secrets(record.args)
        return True


def without_secrets(values):
    """The same values, with every address among them as a log may show it."""
    return tuple(map(without_secret, values))


def without_secret(value):
    """The same value; of an address only the path, as a log may show it."""
    if not isinstance(value, str) or not value.startswith("/"):
        return value
    path, _, _ = value.partition("?")
    return shown_path(path)
