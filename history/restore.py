"""Bringing rows back to how they were: one thing at a moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pghistory
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Model, Q
from django.utils.timezone import is_naive

from accounts import kinds
from accounts.models import User

from .bringing_back import bring_back, newest_versions
from .tracking import VersionModel, parts_of, tracked_by, versions_of

NO_VERSION = "Die versie is er niet."


class RestoreRefusedError(Exception):
    """What was asked cannot be brought back, in one Dutch sentence."""


@transaction.atomic
def restore_version(
    *,
    row: Model,
    moment: str,
    user: User,
) -> None:
    """Bring a thing, its links and its owned rows back to how they were just after ``moment`` (ISO text).

    Raises ``RestoreRefusedError`` when there is no such moment or something else now stands in the way.
    """
    until = moment_of(moment)
    before = Q(pgh_created_at__lte=until)
    own = versions_of(row)
    if own is None:
        raise RestoreRefusedError(NO_VERSION)
    earlier = own.objects.filter(before, pgh_obj_id=row.pk)
    if not earlier.exists():
        raise RestoreRefusedError(NO_VERSION)
    never = getattr(row, "NEVER_RESTORED", ())
    context = pghistory.context(
        user=user.pk,
        restored=until.isoformat(),
    )
    with context, one_refusal():
        bring_back(own, {row.pk}, before, leave=never)
        for part, key in parts_of(row):
            if is_restored_with_owner(part):
                rows = rows_of_owner(part, key.attname, row.pk, before)
                bring_back(part, rows, before)
        check_still_theirs(row, user)


def is_restored_with_owner(part: VersionModel) -> bool:
    """Whether these rows follow what they belong to, which its model may forbid."""
    return getattr(tracked_by(part), "RESTORED_WITH_OWNER", True)


def check_still_theirs(row: Model, user: User) -> None:
    """Refuse a version that belongs to a province which this user does not look after."""
    editable = type(row)._default_manager.editable_by(user)
    if not editable.filter(pk=row.pk).exists():
        raise RestoreRefusedError(
            "Deze versie hoort bij een provincie waar jij geen curator van bent."
        )


def rows_of_owner(
    version_model: VersionModel,
    key: str,
    owner: int,
    before: Q,
) -> set[int]:
    """Rows that belonged to the owner then and to nobody else now, and rows that were made for it since."""
    versions = version_model.objects.filter(**{key: owner})
    candidates = set(versions.values_list("pgh_obj_id", flat=True))
    owners_then = {}
    for version in newest_versions(version_model, candidates, before):
        owners_then[version.pgh_obj_id] = getattr(version, key)
    table = kinds.table_of(tracked_by(version_model))
    there = table._base_manager.filter(pk__in=candidates)
    owners_now = dict(there.values_list("pk", key))
    rows = set()
    for pk in candidates:
        was_theirs = owners_then.get(pk, owner) == owner
        is_theirs = owners_now.get(pk, owner) == owner
        if was_theirs and is_theirs:
            rows.add(pk)
    return rows


def moment_of(text: str) -> datetime:
    """The moment that a request names; raises ``RestoreRefusedError``."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise RestoreRefusedError("Kies een versie uit de lijst.") from None
    if is_naive(moment):
        raise RestoreRefusedError("Kies een versie uit de lijst.")
    return moment


@contextmanager
def one_refusal() -> Iterator[None]:
    """Say in one sentence that a unique name is taken or something it points to is gone."""
    try:
        with transaction.atomic():
            yield
            with connection.cursor() as cursor:
                # now, and not after we said that it worked
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except (IntegrityError, ValidationError):
        raise RestoreRefusedError(
            "Dit kan niet meer terug. Iets waar het bij hoort is weg, of iets anders heeft nu hetzelfde kenmerk."
        ) from None
