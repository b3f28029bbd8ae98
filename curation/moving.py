"""Letting everything that points to one thing point to another, and remembering what was moved."""

from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, models, transaction
from pghistory.models import Event

from history.tracking import event_models


def keys_to(model):
    """Every foreign key to this kind of thing, those of many-to-many tables too; versions are no part of a thing."""
    proxies = [proxy for proxy in model.__subclasses__() if proxy._meta.proxy]
    keys = []
    for kind in [model, *proxies]:
        for relation in kind._meta.get_fields(include_hidden=True):
            points_here = relation.auto_created and (
                relation.one_to_many or relation.one_to_one
            )
            if not points_here or issubclass(relation.field.model, Event):
                continue
            if relation.field not in keys:
                keys.append(relation.field)
    return keys


class Moving:
    """One move of everything under a thing; ``moved`` and ``dropped`` are as a ``Merge`` keeps them."""

    def __init__(self):
        self.moved = []
        self.dropped = []

    def move_all(self, model, old, new):
        """Let every row that points to number ``old`` of this model point to ``new``."""
        for key in keys_to(model):
            self.move(key, old, new)

    def move(self, key, old, new):
        """Let the rows of this key point to the new one; what would then stand there twice goes with the old one."""
        table = key.model._base_manager
        pointing = table.filter(**{key.attname: old})
        if key.model._meta.concrete_model is key.related_model._meta.concrete_model:
            pointing = pointing.exclude(pk=new)  # nothing hangs under itself
        rows = list(pointing.order_by("pk").values_list("pk", flat=True))
        moved = point_to(table, key, rows, new)
        self.note(key.model, key.attname, old, new, moved)
        for row in table.filter(pk__in=set(rows) - set(moved)).order_by("pk"):
            self.absorb(row, twin_of(row, key, new))

    def note(
        self,
        model,
        column,
        old,
        new,
        rows,
    ):
        """Remember a move."""
        if rows:
            self.moved.append([model._meta.label_lower, column, old, new, rows])

    def absorb(self, row, twin):
        """Let a row go that is there already; what points to it points to the other from now on."""
        if twin is not None:
            self.move_all(
                type(row)._meta.concrete_model,
                row.pk,
                twin.pk,
            )
        self.drop(row)

    def drop(self, row):
        """Delete a row and remember it, where the history may too: of people who agreed to a term nothing is kept."""
        model = type(row)._meta.concrete_model
        if model in event_models():
            self.dropped += as_data(model, row.pk)
        model._base_manager.filter(pk=row.pk)._raw_delete(model._base_manager.db)


def point_to(table, key, rows, new):
    """Let these rows point to it, at once where that can be; returns those that do."""
    if moves(table, key, rows, new):
        return rows
    return [row for row in rows if moves(table, key, [row], new)]


def moves(table, key, rows, new):
    """Whether all these rows now point to it; else none does."""
    try:
        with transaction.atomic():
            table.filter(pk__in=rows).update(**{key.attname: new})
    except IntegrityError:  # the same is there already, or it would be about itself
        return False
    return True


def twin_of(row, key, new):
    """The row that says the same of ``new`` already; ``None`` where there is none."""
    for names, condition in unique_names(type(row)):
        if key.name not in names:
            continue
        same = {name: getattr(row, row._meta.get_field(name).attname) for name in names}
        same[key.name] = new
        twins = type(row)._base_manager.filter(condition, **same).exclude(pk=row.pk)
        if twins.exists():
            return twins.order_by("pk").first()
    return None


def unique_names(model):
    """(names of fields, condition) of each rule that a row stands there once."""
    rules = [(names, models.Q()) for names in model._meta.unique_together]
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            rules.append((constraint.fields, constraint.condition or models.Q()))
    return rules


def as_data(model, pk):
    """A row as data of which it can be made again; without its links, which are rows of their own."""
    names = []
    for field in model._meta.local_concrete_fields:
        if not field.generated:
            names.append(field.name)
    return serializers.serialize(
        "python",
        model._base_manager.filter(pk=pk),
        fields=names,
    )


def model_of(label):
    """The model of a label in a ``Merge``."""
    return apps.get_model(label)
