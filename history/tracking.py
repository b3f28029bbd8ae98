"""Which tables are watched: the database itself writes down every change of a row, whatever caused it."""

import pghistory
from django.apps import apps
from django.db import models
from pghistory.models import Event


def track_history(*tracked):
    """Watch these models and their many-to-many tables, with triggers for new, changed and deleted rows."""
    for model in tracked:
        watch_changes(model)
        for field in model._meta.local_many_to_many:
            through = field.remote_field.through
            if through._meta.auto_created:
                name_links(through, field)
                watch_changes(link_proxy(through, model))


def name_links(through, field):
    """Call a link after its field and the other side, for the page that shows what a deletion takes along."""
    through._meta.verbose_name = field.verbose_name
    through._meta.verbose_name_plural = field.verbose_name
    through.__str__ = lambda link: str(getattr(link, field.m2m_reverse_field_name()))


def watch_changes(model):
    """What the database makes itself, and when a row was saved, would only be noise."""
    noise = []
    for field in model._meta.local_fields:
        if field.generated or getattr(field, "auto_now", False):
            noise.append(field.name)
    trackers = [
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
    ]
    meta = {"verbose_name": f"versie van {model._meta.verbose_name}"}
    track = pghistory.track(*trackers, exclude=noise, meta=meta)
    track(model)


def link_proxy(through, model):
    """A many-to-many table has no model of its own in migrations; its proxy holds the triggers."""
    options = {
        "proxy": True,
        "app_label": model._meta.app_label,
        "verbose_name": "verband",
    }
    attributes = {
        "__module__": model.__module__,
        "Meta": type("Meta", (), options),
    }
    return type(f"{through.__name__}_link", (through,), attributes)


def event_models():
    """The table of versions of every watched table: concrete model → event model."""
    tables = {}
    for model in apps.get_models():
        is_of_versions = issubclass(model, Event) and model._meta.managed
        if is_of_versions and hasattr(model, "pgh_tracked_model"):
            tracked = model.pgh_tracked_model._meta.concrete_model
            tables[tracked] = model
    return tables


def is_watched(model):
    """Whether the database writes down what changes in this kind of thing."""
    return model._meta.concrete_model in event_models()


def parts_of(model):
    """Pairs of (event model, foreign key) for what belongs to a thing of this kind: its links and owned rows."""
    concrete = model._meta.concrete_model
    parts = []
    for tracked, version_model in event_models().items():
        for field in tracked._meta.local_fields:
            if points_to(field, concrete) and is_owner(tracked, field):
                parts.append((version_model, field))
    return parts


def points_to(field, concrete):
    """Whether this is a foreign key to that table."""
    return (
        isinstance(field, models.ForeignKey)
        and field.related_model._meta.concrete_model is concrete
    )


def is_owner(tracked, key):
    """A row belongs to what its ``OWNERS`` name; a link to the side on which it was declared."""
    owner = declared_on(tracked)
    if owner is None:
        return key.name in getattr(tracked, "OWNERS", ())
    keys = []
    for field in tracked._meta.local_fields:
        if isinstance(field, models.ForeignKey):
            keys.append(field)
    return key == keys[0] and points_to(key, owner._meta.concrete_model)


def declared_on(tracked):
    """The model whose many-to-many field made this table; ``None`` for an ordinary one."""
    return tracked._meta.concrete_model._meta.auto_created or None
