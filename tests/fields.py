"""Whether a page says all that is written down of a thing."""

from django.db import models

from tests.markup import squeezed

OF_THE_MACHINE = {"id", "slug", "sort_key", "created_at", "updated_at", "archived_on"}


def sentences(model, *but):
    """A sentence of its own for every free text of this model."""
    return {
        field.name: f"Hier staat {field.name}."
        for field in model._meta.fields
        if type(field) in (models.CharField, models.TextField) and field.editable and not field.choices
        if field.name not in but
    }


def page_of(client, thing):
    """The page without the differences in white space."""
    return squeezed(client.get(thing.get_absolute_url()))


def fields_of(model):
    """The names of all that is stored of a thing."""
    return {field.name for field in [*model._meta.fields, *model._meta.many_to_many]}


def assert_shown(page, model, said, unseen):
    """Every field is in what the page should say or in what readers do not see, and the page says it."""
    assert fields_of(model) - unseen - OF_THE_MACHINE == set(said)
    assert {name: text for name, text in said.items() if text not in page} == {}
