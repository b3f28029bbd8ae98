"""Making one thing of two: everything that hangs under the other moves, found from the models themselves."""

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
    model, label = type(kept)._meta.concrete_model, type(kept)._meta.label_lower
    with pghistory.context(user=user.pk, merged=gone.slug):
        for key in _keys_to(model):
            _move(key, kept.pk, gone.pk)
        FormerAddress.objects.filter(model=label, target_id=gone.pk).update(target_id=kept.pk)
        FormerAddress.objects.update_or_create(
            model=label, slug=gone.slug, defaults={"target_id": kept.pk, "former_id": gone.pk}
        )
        model._base_manager.filter(pk=gone.pk)._raw_delete(model._base_manager.db)
        _fill(kept, _missing_values(kept, gone))
        kept.save()
    return kept


def _fill(kept, values):
    """Take over these values; where rules forbid all of them together, those that fit one by one."""
    if _fits(kept, values):
        return
    for name, value in values.items():
        _fits(kept, {name: value})


def _fits(kept, values):
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


def _keys_to(model):
    """Every foreign key to this kind of thing, those of many-to-many tables too; versions are no part of a thing."""
    kinds = [model, *(proxy for proxy in model.__subclasses__() if proxy._meta.proxy)]
    relations = [each for kind in kinds for each in kind._meta.get_fields(include_hidden=True) if each.auto_created]
    keys = dict.fromkeys(each.field for each in relations if each.one_to_many or each.one_to_one)
    return [key for key in keys if not issubclass(key.model, Event)]


def _move(key, kept, gone):
    for row in key.model._base_manager.filter(**{key.attname: gone}):
        try:
            with transaction.atomic():
                key.model._base_manager.filter(pk=row.pk).update(**{key.attname: kept})
        except IntegrityError:  # the same is there already, or it would be about itself
            row.delete()


def _missing_values(kept, gone):
    """What the other knows and the kept one does not: texts, numbers and dates, but no unique ones left behind."""
    return {
        field.attname: getattr(gone, field.attname)
        for field in kept._meta.concrete_model._meta.local_concrete_fields
        if not (field.primary_key or field.generated or isinstance(field, models.BooleanField))
        and getattr(kept, field.attname) in EMPTY
        and getattr(gone, field.attname) not in EMPTY
    }


def moved_to(model, slug):
    """What the old address of something that was merged leads to now: its number, or ``None``."""
    return (
        FormerAddress.objects.filter(model=model._meta.label_lower, slug=slug)
        .values_list("target_id", flat=True)
        .first()
    )


def merged_into(thing):
    """Numbers of the things that were merged into this one."""
    addresses = FormerAddress.objects.filter(model=type(thing)._meta.label_lower, target_id=thing.pk)
    return list(addresses.values_list("former_id", flat=True))


def hangs_under(thing):
    """{plural name: count} of what would move with a thing, for the page that asks."""
    counts = {}
    for key in _keys_to(type(thing)._meta.concrete_model):
        count = key.model._base_manager.filter(**{key.attname: thing.pk}).count()
        if count:
            name = _name(key)
            counts[name] = counts.get(name, 0) + count
    return counts


def _name(key):
    """A many-to-many table is called after the field it belongs to."""
    declared_on = key.model._meta.auto_created
    if not declared_on:
        return str(key.model._meta.verbose_name_plural)
    fields = declared_on._meta.local_many_to_many
    return str(next(field.verbose_name for field in fields if field.remote_field.through is key.model))
