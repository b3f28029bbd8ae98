"""Making one thing of two: everything that hangs under the other moves, found from the models themselves."""

from collections import Counter

import pghistory
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from pghistory.models import Event

from .models import FormerAddress

EMPTY = ("", None)


@transaction.atomic
def merge(*, kept, gone, user):
    """Move all that points to ``gone`` to ``kept``, fill what ``kept`` misses, and let the old address lead there.

    What would then stand there twice goes with ``gone``. Versions stay with the number they are of; the page of the
    history reads both.
    """
    model = type(kept)._meta.concrete_model
    label = type(kept)._meta.label_lower
    with pghistory.context(user=user.pk, merged=gone.slug):
        for key in keys_to(model):
            move_rows(key, kept.pk, gone.pk)
        addresses = FormerAddress.objects.filter(model=label)
        addresses.filter(target_id=gone.pk).update(target_id=kept.pk)
        now = {"target_id": kept.pk, "former_id": gone.pk}
        FormerAddress.objects.update_or_create(model=label, slug=gone.slug, defaults=now)
        table = model._base_manager
        table.filter(pk=gone.pk)._raw_delete(table.db)
        fill_in(kept, missing_values(kept, gone))
        kept.save()
    return kept


def fill_in(kept, values):
    """Take over these values; where rules forbid all of them together, those that fit one by one."""
    if set_if_allowed(kept, values):
        return
    for name, value in values.items():
        set_if_allowed(kept, {name: value})


def set_if_allowed(kept, values):
    """Set the values, or leave everything as it was when a constraint refuses them."""
    before = {name: getattr(kept, name) for name in values}
    for name, value in values.items():
        setattr(kept, name, value)
    try:
        kept.validate_constraints()
    except ValidationError:
        for name, value in before.items():
            setattr(kept, name, value)
        return False
    return True


def keys_to(model):
    """Every foreign key to this kind of thing, those of many-to-many tables too; versions are no part of a thing."""
    proxies = [proxy for proxy in model.__subclasses__() if proxy._meta.proxy]
    keys = []
    for kind in [model, *proxies]:
        for relation in kind._meta.get_fields(include_hidden=True):
            points_here = relation.auto_created and (relation.one_to_many or relation.one_to_one)
            if not points_here or issubclass(relation.field.model, Event):
                continue
            if relation.field not in keys:
                keys.append(relation.field)
    return keys


def move_rows(key, kept, gone):
    """Let the rows of this key point to the one that stays."""
    table = key.model._base_manager
    for row in table.filter(**{key.attname: gone}):
        try:
            with transaction.atomic():
                table.filter(pk=row.pk).update(**{key.attname: kept})
        except IntegrityError:  # the same is there already, or it would be about itself
            row.delete()


def missing_values(kept, gone):
    """What the other knows and the kept one does not: texts, numbers and dates, but no unique ones left behind."""
    values = {}
    for field in kept._meta.concrete_model._meta.local_concrete_fields:
        if field.primary_key or field.generated or isinstance(field, models.BooleanField):
            continue
        known = getattr(kept, field.attname)
        value = getattr(gone, field.attname)
        if known in EMPTY and value not in EMPTY:
            values[field.attname] = value
    return values


def moved_to(model, slug):
    """What the old address of something that was merged leads to now: its number, or ``None``."""
    addresses = FormerAddress.objects.filter(model=model._meta.label_lower, slug=slug)
    return addresses.values_list("target_id", flat=True).first()


def merged_into(thing):
    """Numbers of the things that were merged into this one."""
    addresses = FormerAddress.objects.filter(model=type(thing)._meta.label_lower, target_id=thing.pk)
    return list(addresses.values_list("former_id", flat=True))


def hangs_under(thing):
    """{plural name: count} of what would move with a thing, for the page that asks."""
    counts = Counter()
    for key in keys_to(type(thing)._meta.concrete_model):
        rows = key.model._base_manager.filter(**{key.attname: thing.pk})
        count = rows.count()
        if count:
            counts[name_of_rows(key)] += count
    return dict(counts)


def name_of_rows(key):
    """A many-to-many table is called after the field it belongs to."""
    declared_on = key.model._meta.auto_created
    if declared_on:
        for field in declared_on._meta.local_many_to_many:
            if field.remote_field.through is key.model:
                return str(field.verbose_name)
    return str(key.model._meta.verbose_name_plural)
