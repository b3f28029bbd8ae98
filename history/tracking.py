"""Which tables are watched: the database itself writes down every change of a row, whatever caused it."""

from typing import Any, TypeAlias

import pghistory
from django.apps import apps
from django.db.models import ForeignKey, Model
from pghistory.models import Event

from accounts import kinds

VersionModel: TypeAlias = type[Event]  # the table of versions of another one


def track_history(*tracked: type[Model]) -> None:
    """Watch these models and their many-to-many tables, with triggers for new, changed and deleted rows."""
    for model in tracked:
        watch_changes(model)
        for field in kinds.links_of(model):
            through = field.remote_field.through
            if kinds.declared_on(through):
                # so that the history says which field changed
                kinds.call(through, field.verbose_name)
                watch_changes(link_proxy(through, model))


def watch_changes(model: type[Model]) -> None:
    """What the database makes itself, and when a row was saved, would only be noise."""
    noise = []
    for field in kinds.columns_of(model):
        if kinds.is_set_by_saving(field):
            noise.append(field.name)
    track = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=noise,
        meta={"verbose_name": f"versie van {kinds.name_of(model)}"},
    )
    track(model)


def link_proxy(
    through: type[Model],
    model: type[Model],
) -> type[Model]:
    """A many-to-many table has no model of its own in migrations; its proxy holds the triggers."""
    options = {
        "proxy": True,
        "app_label": kinds.app_of(model),
        "verbose_name": "verband",
    }
    attributes = {
        "__module__": model.__module__,
        "Meta": type("Meta", (), options),
    }
    name = f"{through.__name__}_link"
    return type(name, (through,), attributes)


def event_models() -> dict[type[Model], VersionModel]:
    """The table of versions of every watched table: concrete model → event model."""
    tables = {}
    for model in apps.get_models():
        if is_of_versions(model):
            tracked = kinds.table_of(tracked_by(model))
            tables[tracked] = model
    return tables


def is_of_versions(model: type[Model]) -> bool:
    """Whether this table keeps the versions of another; some of the library only read them."""
    is_table = issubclass(model, Event) and kinds.is_managed(model)
    return is_table and hasattr(model, "pgh_tracked_model")


def tracked_by(versions: Any) -> type[Model]:
    """Of which model a version, or a table of versions, is."""
    return versions.pgh_tracked_model


def versions_of(kind: kinds.Kind) -> VersionModel | None:
    """The table of versions of this kind of thing; ``None`` where nobody watches it."""
    return event_models().get(kinds.table_of(kind))


def is_watched(kind: kinds.Kind) -> bool:
    """Whether the database writes down what changes in this kind of thing."""
    return versions_of(kind) is not None


def parts_of(kind: kinds.Kind) -> list[tuple[VersionModel, ForeignKey]]:
    """Pairs of (event model, foreign key) for what belongs to a thing of this kind: its links and owned rows."""
    owner = kinds.table_of(kind)
    parts = []
    for tracked, version_model in event_models().items():
        for key in keys_of(tracked):
            if points_to(key, owner) and is_owner(tracked, key):
                parts.append((version_model, key))
    return parts


def keys_of(kind: kinds.Kind) -> list[ForeignKey]:
    """The foreign keys of a table, in order."""
    keys = []
    for field in kinds.columns_of(kind):
        if isinstance(field, ForeignKey):
            keys.append(field)
    return keys


def points_to(key: ForeignKey, kind: kinds.Kind) -> bool:
    """Whether this foreign key is to the table of that kind."""
    return kinds.table_of(key.related_model) is kinds.table_of(kind)


def is_owner(tracked: type[Model], key: ForeignKey) -> bool:
    """A row belongs to what its ``OWNERS`` name; a link to the side on which it was declared."""
    owner = kinds.declared_on(tracked)
    if owner is None:
        return key.name in getattr(tracked, "OWNERS", ())
    own_side = keys_of(tracked)[0]
    return key == own_side and points_to(key, owner)
