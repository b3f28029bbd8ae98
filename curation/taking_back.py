"""Making two again of what was merged, with what each had; what somebody changed since stays as it is."""

from collections import Counter

import pghistory
from django.core import serializers
from django.core.exceptions import FieldDoesNotExist
from django.db import IntegrityError, connection, transaction

from accounts import kinds
from history.restore import RestoreRefusedError, one_refusal
from wording.enumerations import joined

from .comparing import columns_of
from .merges import Merge
from .merging import fill_in, name_of_rows
from .models import FormerAddress
from .moving import Move, model_of, point_to


@transaction.atomic
def take_back(*, merge, user, now):
    """Make two again of one and return the ``Merge``; ``stayed`` says what was changed since and did not come along.

    Raises ``RestoreRefusedError`` when it was taken back already, when what was kept is gone, when something else has
    the old address by now, and when one of the two is not this user's to keep.
    """
    locked = Merge.objects.select_for_update().get(pk=merge.pk)
    kept = kept_of(locked)
    refuse_used_address(locked)
    context = pghistory.context(user=user.pk, unmerged=locked.gone_name)
    with context, one_refusal():
        check_at_once()
        labels = restore_columns(kept, locked.changed)
        *others, gone = locked.dropped
        make_row(gone)
        missed = make_again(others)
        missed += move_back(locked.moved)
        FormerAddress.objects.filter(
            model=locked.model,
            slug=locked.slug,
            target_id=kept.pk,
        ).delete()
        refuse_foreign(locked, user)
    locked.stayed = sentences(locked, labels, missed)
    locked.taken_back_by = user
    locked.taken_back_at = now
    locked.save()
    return locked


def kept_of(merge):
    """What was kept, locked."""
    if merge.taken_back_at:
        raise RestoreRefusedError("Dit is al teruggedraaid.")
    rows = merge.tracked._base_manager.select_for_update()
    kept = rows.filter(pk=merge.kept_id).first()
    if kept:
        return kept
    standing = Merge.objects.standing()
    later = standing.filter(model=merge.model, gone_id=merge.kept_id).first()
    if later:
        raise RestoreRefusedError(
            f"‘{merge.kept_name}’ is daarna zelf samengevoegd. Draai eerst terug: {later}."
        )
    raise RestoreRefusedError(f"‘{merge.kept_name}’ is er niet meer.")


def refuse_used_address(merge):
    """Nothing comes back at an address that something else has by now."""
    if merge.tracked._base_manager.filter(slug=merge.slug).exists():
        raise RestoreRefusedError(
            f"Iets anders heeft nu het kenmerk ‘{merge.slug}’. Geef dat eerst een ander kenmerk."
        )


def refuse_foreign(merge, user):
    """Both have to be this user's."""
    mine = merge.tracked._default_manager.editable_by(user)
    both = mine.filter(pk__in=[merge.kept_id, merge.gone_id])
    if both.count() < 2:
        raise RestoreRefusedError(
            "Een van de twee hoort bij een provincie waar jij geen curator van bent."
        )


def check_at_once():
    """Let the database refuse a row that points to nothing when it is made, and not at the end."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def restore_columns(kept, changed):
    """Give back what was there before, where nobody changed it since; returns the labels of what stays."""
    now = columns_of(kept)
    wanted = {}
    for name, (before, after) in changed.items():
        if now.get(name) == after:
            field = kinds.field_of(kept, name)
            wanted[name] = field.to_python(before)
    fill_in(kept, wanted)
    kept.save()
    restored = columns_of(kept)
    labels = []
    for name, (before, _) in changed.items():
        if restored.get(name) != before:
            labels.append(label_of(kept, name))
    return labels


def label_of(kept, name):
    """What a column is called; a column that we no longer have keeps its own name."""
    try:
        return str(kinds.field_of(kept, name).verbose_name)
    except FieldDoesNotExist:
        return name


def make_again(dropped):
    """Make the rows that went, the last to go first; returns how many of each kind could not be."""
    missed = Counter()
    for data in reversed(dropped):
        try:
            with transaction.atomic():
                make_row(data)
        except IntegrityError:
            model = model_of(data["model"])
            missed[kinds.plural_of(model)] += 1
    return missed


def make_row(data):
    """Make a row of its data."""
    [row] = serializers.deserialize("python", [data])
    row.save()


def move_back(moved):
    """Let rows point to what they pointed to, the last to move first; returns how many of each kind did not."""
    missed = Counter()
    for kept in reversed(moved):
        move = Move(*kept)
        model = model_of(move.label)
        key = kinds.field_of(model, move.column)
        table = model._base_manager
        points_to_new = {move.column: move.new}
        still_there = table.filter(pk__in=move.rows, **points_to_new)
        numbers = list(still_there.values_list("pk", flat=True))
        moved_back = point_to(table, key, numbers, move.old)
        missing = len(move.rows) - len(moved_back)
        if missing:
            missed[name_of_rows(key)] += missing
    return missed


def sentences(merge, labels, missed):
    """What did not come along, for who took it back."""
    lines = []
    if labels:
        fields = f"Van ‘{merge.kept_name}’ bleef zoals het nu is: {joined(labels)}."
        lines.append(f"{fields} Dat is daarna veranderd.")
    if missed:
        counts = []
        for name, count in missed.items():
            counts.append(f"{name}: {count}")
        lines.append(
            f"Niet teruggegaan, want daarna veranderd of verwijderd: {joined(counts)}."
        )
    return lines
