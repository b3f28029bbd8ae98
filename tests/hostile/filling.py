"""Payloads in every text that a row of the site can hold, whatever a form would say of them."""

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import DatabaseError, models, transaction

from events.models import SentEntry
from search.models import ChangedObject
from tests.rooms import rooms

# nobody reads what people wrote in the rows of these
ROOMS_APART = {"backup", "following", "mail", "remembering", "visitors"}
# what only the site itself writes and reads back: addresses, names of models and columns, secrets, files
NOT_TEXT = (models.SlugField, models.FileField, ArrayField)
TECHNICAL = {"token", "key", "code", "fingerprint", "password", "model", "list_name", "layout", "mapping", "keys"}
TECHNICAL |= {"counts", "attachments", "choices", "rebuilding", "codes", "card", "object_id", "chance_key"}
TECHNICAL |= {"kind"}  # of a search document: which app declared it
TECHNICAL |= {"need", "chance", "day"}  # in the content of a note: labels and a date that are ours
# triggers write the one, and nobody sees it; the other is an entry of a calendar, of texts that are filled elsewhere
WRITTEN_BY_THE_SITE = (ChangedObject, SentEntry)
LETTERS = 4_000  # in a text without an end


def fill(payloads):
    """Fill every text of every row; gives ``(where it is, the text)`` of all that the database took."""
    filled, turn = [], 0
    for model in hostile_models():
        for row in model._base_manager.all():
            for field in texts_of(model):
                turn += 1
                text = _text_for(field, payloads[turn % len(payloads) :] + payloads)
                if _takes(row, field, text):
                    filled.append((f"{model._meta.label}.{field.name}", text))
    return filled


def hostile_models():
    """Every model of ours of which rows are shown, those of the search written after the rest."""
    shown = {"admin", *rooms()} - ROOMS_APART
    chosen = [model for model in apps.get_models() if model._meta.app_label in shown and model._meta.managed]
    ours = [model for model in chosen if model not in WRITTEN_BY_THE_SITE]
    return [model for model in ours if not hasattr(model, "pgh_label") and not model._meta.proxy]


def texts_of(model):
    """The fields of its own table that hold text of people."""
    return [field for field in model._meta.local_fields if _is_text(field)]


def _is_text(field):
    is_text = isinstance(field, models.CharField | models.TextField | models.JSONField)
    return is_text and not field.choices and not isinstance(field, NOT_TEXT) and field.name not in TECHNICAL


def _text_for(field, payloads):
    """As many payloads as there is room for."""
    room = min(field.max_length or LETTERS, LETTERS)
    if isinstance(field, models.EmailField):
        return '"<img/src=x/onerror=pwn()>"@pwn.test'
    if isinstance(field, models.URLField):
        return "https://voorbeeld.nl/?" + "".join("".join(payloads).split())[: room - 30]
    text = ""
    for payload in payloads:
        if len(text) + len(payload) < room:
            text += f"{payload} "
    return text.rstrip() or payloads[0][:room]


def _takes(row, field, text):
    """Whether the database keeps it; a text that may stand there once gets the number of its row."""
    if isinstance(field, models.JSONField):
        return _keeps(row, field, _in_json(getattr(row, field.name), text))
    numbered = f"{row.pk} {text}"[: field.max_length]
    return _keeps(row, field, text) or _keeps(row, field, numbered)


def _keeps(row, field, value):
    try:
        with transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(**{field.name: value})
    except DatabaseError:
        return False
    return True


def _in_json(value, text):
    """The same with this text for every text in it."""
    if isinstance(value, dict):
        return {name: part if name in TECHNICAL else _in_json(part, text) for name, part in value.items()}
    if isinstance(value, list):
        return [_in_json(part, text) for part in value]
    return text if isinstance(value, str) else value
