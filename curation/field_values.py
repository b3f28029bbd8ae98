"""Values of fields: whether two look the same in a form, and how a person reads one."""

import json
from datetime import date, datetime, time
from decimal import Decimal
from functools import singledispatch
from hashlib import blake2b

from django.core.files import File
from django.db.models import Model
from django.utils.formats import date_format
from django.utils.timezone import localtime

from history.timeline import LONGEST_VALUE
from wording.yes_or_no import yes_or_no


def fingerprint(value):
    """A short text that is the same for two values that look the same in a form."""
    text = _comparable(value)
    return blake2b(text.encode(), digest_size=6).hexdigest()


@singledispatch
def _comparable(value):
    if hasattr(value, "__iter__"):
        texts = [_comparable(item) for item in value]
        return ",".join(sorted(texts))
    return str(value)


@_comparable.register
def _(value: None):
    return ""


@_comparable.register
def _(value: bool):
    return "true" if value else ""


@_comparable.register
def _(value: str):
    return value.replace("\r\n", "\n").strip()


@_comparable.register
def _(value: Model):
    return str(value.pk)


@_comparable.register
def _(value: File):
    return value.name or ""


@_comparable.register
def _(value: Decimal):
    return format(value.normalize(), "f")


@_comparable.register
def _(value: datetime):
    return localtime(value).strftime("%Y-%m-%d %H:%M")


@_comparable.register
def _(value: time):
    return value.strftime("%H:%M")


@_comparable.register
def _(value: dict):
    return json.dumps(value, sort_keys=True, default=str)


def value_in_words(value):
    """A value as a person reads it, not longer than the history shows."""
    words = in_words(value)
    if len(words) > LONGEST_VALUE:
        return f"{words[:LONGEST_VALUE]}…"
    return words


@singledispatch
def in_words(value):
    """A value as a person reads it, however long."""
    if hasattr(value, "all"):
        names = [str(row) for row in value.all()]
        return ", ".join(names)
    return str(value)


@in_words.register
def _(value: None):
    return ""


@in_words.register
def _(value: bool):
    return yes_or_no(value)


@in_words.register
def _(value: datetime):
    return date_format(localtime(value), "j F Y H:i")


@in_words.register
def _(value: date):
    return date_format(value, "j F Y")
