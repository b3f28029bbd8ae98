"""The life of one thing, readable: who changed what, when, and from which import."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Model
from pghistory.models import Event

from accounts import kinds

from .entries import Change, Compared, Entry, entries_of
from .tracking import (
    VersionModel,
    keys_of,
    parts_of,
    points_to,
    tracked_by,
    versions_of,
)
from .values import LONGEST_VALUE, Values, kept_fields

NEW = "insert"
GONE = "delete"


def timeline(
    row: Model,
    former_ids: Iterable[int] = (),
    hidden: Iterable[str] = (),
) -> list[Entry]:
    """All entries about a thing and what belongs to it, newest first; the number of queries does not grow with it.

    ``former_ids`` are numbers of things that were merged into it; ``hidden`` names fields that are not shown.
    """
    table = kinds.table_of(row)
    own = versions_of(table)
    if own is None:
        return []
    ids = {row.pk, *former_ids}
    versions = ordered_versions(own, pgh_obj_id__in=ids)
    for part, key in parts_of(table):
        versions += versions_of_part(part, key.attname, ids)
    hidden_fields = {kinds.field_of(table, name) for name in hidden}
    values = Values(versions, hidden_fields)
    compared = changes_by_version(versions, table, values)
    return entries_of(compared, values)


def ordered_versions(version_model: VersionModel, **conditions: Any) -> list[Event]:
    """Versions with who made them, oldest first."""
    versions = version_model.objects.filter(**conditions)
    versions = versions.select_related("pgh_context")
    return list(versions.order_by("pgh_created_at", "pgh_id"))


def versions_of_part(
    version_model: VersionModel,
    key: str,
    ids: Collection[int],
) -> list[Event]:
    """Versions of rows while they belonged to one of these things, and the one with which they went elsewhere."""
    belongs_to_them = {f"{key}__in": ids}
    belonging = version_model.objects.filter(**belongs_to_them)
    rows = belonging.values("pgh_obj_id")
    versions = []
    belonged: dict[int, bool] = {}  # by the number of a row
    for version in ordered_versions(version_model, pgh_obj_id__in=rows):
        belongs = getattr(version, key) in ids
        if belongs or belonged.get(version.pgh_obj_id):
            versions.append(version)
        belonged[version.pgh_obj_id] = belongs
    return versions


def changes_by_version(
    versions: Iterable[Event],
    table: type[Model],
    values: Values,
) -> list[Compared]:
    """[(version, changes)]: every version compared with the one of the same row before it."""
    before: dict[tuple[VersionModel, int], Event] = {}
    compared = []
    for version in versions:
        row = (type(version), version.pgh_obj_id)
        old = before.get(row)
        if version.pgh_label == NEW:
            old = None
        changes = changes_between(old, version, table, values)
        compared.append((version, changes))
        before[row] = version
    return compared


def changes_between(
    old: Event | None,
    version: Event,
    table: type[Model],
    values: Values,
) -> list[Change]:
    """The changes of one row; ``old`` is ``None`` where there was none before.

    ``table`` is that of the thing which the timeline is about: of its own row nothing has to be said but the fields.
    """
    tracked = tracked_by(version)
    kind = kinds.name_of(tracked).capitalize()
    is_own_row = kinds.table_of(tracked) is table
    if kinds.declared_on(tracked):
        return [change_of_link(version, values)]
    if version.pgh_label == GONE:
        was = summary(version, table, values)
        return [Change(f"{kind} verwijderd", was, "")]
    if is_own_row:
        return changes_of_fields(old, version, values, prefix="")
    if version.pgh_label == NEW:
        added = summary(version, table, values)
        return [Change(f"{kind} toegevoegd", "", added)]
    return changes_of_fields(old, version, values, prefix=f"{kind}: ")


def changes_of_fields(
    old: Event | None,
    version: Event,
    values: Values,
    prefix: str,
) -> list[Change]:
    """What became of each field that changed; ``prefix`` says of what kind of row it is."""
    changes = []
    for changed in changed_fields(old, version):
        before = ""
        if old:
            before = values.shown(old, changed)
        change = Change(
            what=f"{prefix}{changed.verbose_name}",
            old=before,
            new=values.shown(version, changed),
        )
        changes.append(change)
    return changes


def changed_fields(
    old: Event | None,
    version: Event,
) -> list[Any]:
    """The fields in which a version differs from the one before, or from an empty row."""
    tracked = tracked_by(version)
    never_told = getattr(tracked, "NEVER_TOLD", ())
    changed = []
    for kept in kept_fields(tracked, type(version)):
        if kept.name in never_told:
            continue
        before = kept.get_default()
        if old:
            before = getattr(old, kept.attname)
        now = getattr(version, kept.attname)
        if now != before:
            changed.append(kept)
    return changed


def change_of_link(version: Event, values: Values) -> Change:
    """A line like: thema’s + Digitale vaardigheden."""
    links = tracked_by(version)
    what = kinds.plural_of(kinds.table_of(links))
    _, other_side = keys_of(links)
    other = values.shown(version, other_side)
    if version.pgh_label == GONE:
        return Change(what, other, "")
    return Change(what, "", other)


def summary(
    version: Event,
    table: type[Model],
    values: Values,
) -> str:
    """What a row says, without the thing it hangs under: organisatie UWV, rol partner."""
    parts = []
    for kept in kept_fields(tracked_by(version), type(version)):
        if kept.is_relation and points_to(kept, table):
            continue
        value = getattr(version, kept.attname)
        if value not in (None, "", False):
            in_words = values.shown(version, kept)
            parts.append(f"{kept.verbose_name} {in_words}")
    text = ", ".join(parts)
    return text[:LONGEST_VALUE]
