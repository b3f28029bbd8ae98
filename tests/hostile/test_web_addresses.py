"""A web address that people fill in becomes a link, which escaping does not make harmless: it leads to the web."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import URLField

from tests.hostile.payloads import ADDRESSES


def accepted(field, text):
    try:
        return field.clean(text, None)
    except ValidationError:
        return ""


def test_every_web_address_leads_to_the_web():
    fields = [field for model in apps.get_models() for field in model._meta.local_fields if isinstance(field, URLField)]
    found = [(str(field), text) for field in fields for text in ADDRESSES if accepted(field, text)]

    assert len(fields) > 10
    assert [(name, text) for name, text in found if not text.startswith("https://")] == []
