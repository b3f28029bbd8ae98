"""Letting everything that points to one thing point to another, and remembering what was moved."""

from typing import NamedTuple

from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, transaction
from pghistory.models import Event

from accounts import kinds
from history.tracking import is_watched


def keys_to(model):
    """Every foreign key to this kind of thing, those of many-to-many tables too; versions are no part of a thing."""
    keys = []
    for kind in kinds.kinds_of_table(model):
        for relation in kinds.relations_to(kind):
            key = relation.field
            is_of_version = issubclass(key.model, Event)
            if not is_of_version and key not in keys:
                keys.append(key)
    return keys


class Move(NamedTuple):
    """Rows of a kind of which a column led to one number, and leads to another now; a ``Merge`` keeps it as a list."""

    label: str
    column: str
    old: int
    new: int
    rows: list[int]


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
        points_to_old = {key.attname: old}
        pointing = table.filter(**points_to_old)
        if kinds.table_of(key.model) is kinds.table_of(key.related_model):
            pointing = pointing.exclude(pk=new)  # nothing hangs under itself
        rows = list(pointing.order_by("pk").values_list("pk", flat=True))
        moved = point_to(table, key, rows, new)
        self.note(key.model, key.attname, old, new, moved)
        doubles = set(rows) - set(moved)
        for row in table.filter(pk__in=doubles).order_by("pk"):
            twin = twin_of(row, key, new)
            self.absorb(row, twin)

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
            move = Move(
                label=kinds.label_of(model),
                column=column,
                old=old,
                new=new,
                rows=rows,
            )
            self.moved.append(move)

    def absorb(self, row, twin):
        """Let a row go that is there already; what points to it points to the other from now on."""
        if twin is not None:
            self.move_all(
                kinds.table_of(row),
                row.pk,
                twin.pk,
            )
        self.drop(row)

    def drop(self, row):
        """Delete a row and remember it, where the history may too: of people who agreed to a term nothing is kept."""
        model = kinds.table_of(row)
        if is_watched(model):
            self.dropped += as_data(model, row.pk)
        table = model._base_manager
        table.filter(pk=row.pk)._raw_delete(table.db)


def point_to(table, key, rows, new):
    """Let these rows point to it, at once where that can be; returns those that do."""
    if moves(table, key, rows, new):
        return rows
    return [row for row in rows if moves(table, key, [row], new)]


def moves(table, key, rows, new):
    """Whether all these rows now point to it; else none does."""
    try:
        with transaction.atomic():
            points_to_new = {key.attname: new}
            table.filter(pk__in=rows).update(**points_to_new)
    except IntegrityError:  # the same is there already, or it would be about itself
        return False
    return True


def twin_of(row, key, new):
    """The row that says the same of ``new`` already; ``None`` where there is none."""
    others = type(row)._base_manager.exclude(pk=row.pk)
    for names, condition in kinds.unique_rules_of(row):
        if key.name not in names:
            continue
        same = {}
        for name in names:
            column = kinds.field_of(row, name).attname
            same[name] = getattr(row, column)
        same[key.name] = new
        twin = others.filter(condition, **same).order_by("pk").first()
        if twin is not None:
            return twin
    return None


def as_data(model, pk):
    """A row as data of which it can be made again; without its links, which are rows of their own."""
    names = []
    for field in kinds.columns_of(model):
        if not field.generated:
            names.append(field.name)
    rows = model._base_manager.filter(pk=pk)
    return serializers.serialize("python", rows, fields=names)


def model_of(label):
    """The model of a label in a ``Merge``."""
    return apps.get_model(label)
