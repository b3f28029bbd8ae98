"""Making one thing of two: everything that hangs under the other moves, found from the models themselves."""

from collections import Counter

import pghistory
from django.core.exceptions import ValidationError
from django.db import models, transaction

from accounts import kinds

from .comparing import columns_of, fingerprint_of_both
from .merges import Merge
from .models import FormerAddress
from .moving import Moving, keys_to
from .pairs import LikelyPair

EMPTY = ("", None)
LONGEST_NAME = 300


class MergeRefusedError(Exception):
    """Two things that cannot become one now, in one Dutch sentence."""


@transaction.atomic
def merge(*, kept, gone, user, chosen=None, seen=None):
    """Move all that points to ``gone`` to ``kept``, let the old address lead there, and return the ``Merge``.

    ``chosen`` has columns of ``kept`` with the values to have from now on, and is refused as a ``ValidationError``
    where they do not fit; without it ``kept`` gets what it misses. ``seen`` is ``fingerprint_of_both`` when somebody
    decided. Raises ``MergeRefusedError`` when one of the two is gone or was changed since. What would stand there
    twice goes with ``gone``. Versions stay with the number they are of; the page of the history reads both.
    """
    lock(kept, gone)
    if seen is not None and seen != fingerprint_of_both(kept, gone):
        raise MergeRefusedError(
            "Een van de twee is intussen veranderd. Kijk nog een keer en kies opnieuw."
        )
    moving = Moving()
    with pghistory.context(user=user.pk, merged=gone.slug):
        moving.move_all(kinds.table_of(kept), gone.pk, kept.pk)
        lead_on(kept, gone, moving)
        moving.drop(gone)
        before = columns_of(kept)
        become_one(kept, gone, chosen)
        kept.save()
    editable = type(kept)._default_manager.editable_by(user)
    if not editable.filter(pk=kept.pk).exists():
        raise MergeRefusedError(
            "Dan hoort dit niet meer bij een provincie waar jij curator van bent."
        )
    changed = changes_between(before, columns_of(kept))
    return remember(kept, gone, user, moving, changed)


def remember(
    kept,
    gone,
    user,
    moving,
    changed,
):
    """Keep what was done, so that it can be taken back."""
    return Merge.objects.create(
        user=user,
        model=kinds.label_of(kept),
        kept_id=kept.pk,
        gone_id=gone.pk,
        kept_name=str(kept)[:LONGEST_NAME],
        gone_name=str(gone)[:LONGEST_NAME],
        slug=gone.slug,
        moved=moving.moved,
        dropped=moving.dropped,
        changed=changed,
    )


def lock(kept, gone):
    """Keep others from both until all is done, and read them once more."""
    numbers = {kept.pk, gone.pk}
    both = type(kept)._base_manager.filter(pk__in=numbers)
    locked = both.select_for_update().order_by("pk")
    there = list(locked.values_list("pk", flat=True))
    if len(there) < len(numbers):
        raise MergeRefusedError(
            "Een van de twee is er niet meer. Misschien heeft iemand ze net samengevoegd."
        )
    if len(there) == 1:
        raise MergeRefusedError("Kies twee verschillende.")
    kept.refresh_from_db()
    gone.refresh_from_db()


def lead_on(kept, gone, moving):
    """Let the address of what goes, and those that led there, lead to what stays."""
    label = kinds.label_of(kept)
    led_there = FormerAddress.objects.filter(
        model=label,
        target_id=gone.pk,
    )
    addresses = list(led_there.values_list("pk", flat=True))
    led_there.update(target_id=kept.pk)
    moving.note(FormerAddress, "target_id", gone.pk, kept.pk, addresses)
    FormerAddress.objects.update_or_create(
        model=label,
        slug=gone.slug,
        defaults={"target_id": kept.pk, "former_id": gone.pk},
    )


def become_one(kept, gone, chosen):
    """Give what stays the chosen values, or else what it misses."""
    if chosen is None:
        fill_in(kept, missing_values(kept, gone))
        hang_under_nothing(kept, gone)
        return
    for name, value in chosen.items():
        setattr(kept, name, value)
    hang_under_nothing(kept, gone)
    kept.clean()
    kept.validate_constraints()


def hang_under_nothing(kept, gone):
    """What would hang under itself, or under what goes, hangs under nothing."""
    model = kinds.table_of(kept)
    both = (kept.pk, gone.pk)
    for key in keys_to(model):
        is_within_table = kinds.table_of(key.model) is model
        if is_within_table and getattr(kept, key.attname) in both:
            setattr(kept, key.attname, None)


def changes_between(before, after):
    """{column: [before, after]} of what differs."""
    changes = {}
    for name, value in after.items():
        if before[name] != value:
            changes[name] = [before[name], value]
    return changes


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


def missing_values(kept, gone):
    """What the other knows and the kept one does not: texts, numbers and dates, but no unique ones left behind."""
    values = {}
    for field in kinds.columns_of(kept):
        is_typed = field.editable and not field.primary_key
        if not is_typed or isinstance(field, models.BooleanField):
            continue
        known = getattr(kept, field.attname)
        value = getattr(gone, field.attname)
        if known in EMPTY and value not in EMPTY:
            values[field.attname] = value
    return values


def moved_to(model, slug):
    """What the old address of something that was merged leads to now: its number, or ``None``."""
    addresses = FormerAddress.objects.filter(
        model=kinds.label_of(model),
        slug=slug,
    )
    return addresses.values_list("target_id", flat=True).first()


def moved_many(model, slugs):
    """{old slug: number of what it leads to now} of those that were merged; in 1 query."""
    addresses = FormerAddress.objects.filter(
        model=kinds.label_of(model),
        slug__in=slugs,
    )
    return dict(addresses.values_list("slug", "target_id"))


def merged_into(row):
    """Numbers of the things that were merged into this one."""
    addresses = FormerAddress.objects.filter(
        model=kinds.label_of(row),
        target_id=row.pk,
    )
    return list(addresses.values_list("former_id", flat=True))


def hangs_under(row):
    """{plural name: count} of what would move with a thing, for the page that asks; not with what it may be double."""
    counts = Counter()
    for key in keys_to(kinds.table_of(row)):
        if issubclass(key.model, LikelyPair):
            continue
        points_to_it = {key.attname: row.pk}
        rows = key.model._base_manager.filter(**points_to_it)
        count = rows.count()
        if count:
            counts[name_of_rows(key)] += count
    return dict(counts)


def name_of_rows(key):
    """A many-to-many table is called after the field it belongs to."""
    declared_on = kinds.declared_on(key.model)
    if declared_on:
        for field in kinds.links_of(declared_on):
            if field.remote_field.through is key.model:
                return str(field.verbose_name)
    return kinds.plural_of(key.model)
