"""Which tables are watched: the database itself writes down every change of a row, whatever caused it."""

import pghistory
from django.apps import apps
from django.db import models
from pghistory.models import Event


def track_history(*tracked):
    """Watch these models and their many-to-many tables, with triggers for new, changed and deleted rows."""
    for model in tracked:
        _watch(model)
        for field in model._meta.local_many_to_many:
            through = field.remote_field.through
            if through._meta.auto_created:
                _call(through, field)
                _watch(_named_proxy(through, model))


def _call(through, field):
    """Call a link after its field and the other side, for the page that shows what a deletion takes along."""
    through._meta.verbose_name = through._meta.verbose_name_plural = field.verbose_name
    through.__str__ = lambda link: str(getattr(link, field.m2m_reverse_field_name()))


def _watch(model):
    """What the database makes itself, and when a row was saved, would only be noise."""
    noise = [f.name for f in model._meta.local_fields if f.generated or getattr(f, "auto_now", False)]
    trackers = [pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()]
    meta = {"verbose_name": f"versie van {model._meta.verbose_name}"}
    pghistory.track(*trackers, exclude=noise, meta=meta)(model)


def _named_proxy(through, model):
    """A many-to-many table has no model of its own in migrations; its proxy holds the triggers."""
    meta = type("Meta", (), {"proxy": True, "app_label": model._meta.app_label, "verbose_name": "verband"})
    return type(f"{through.__name__}_link", (through,), {"__module__": model.__module__, "Meta": meta})


def event_models():
    """The table of versions of every watched table: concrete model → event model."""
    found = [model for model in apps.get_models() if issubclass(model, Event) and model._meta.managed]
    return {
        model.pgh_tracked_model._meta.concrete_model: model for model in found if hasattr(model, "pgh_tracked_model")
    }


def parts_of(model):
    """Pairs of (event model, foreign key) for what belongs to a thing of this kind: its links and owned rows."""
    concrete = model._meta.concrete_model
    return [
        (events, field)
        for tracked, events in event_models().items()
        for field in tracked._meta.local_fields
        if isinstance(field, models.ForeignKey)
        and field.related_model._meta.concrete_model is concrete
        and _belongs(tracked, field)
    ]


def _belongs(tracked, field):
    """A row belongs to what its ``OWNERS`` name; a link to the side on which it was declared."""
    owner = declared_on(tracked)
    if owner:
        return field.related_model._meta.concrete_model is owner._meta.concrete_model and field == _first_key(tracked)
    return field.name in getattr(tracked, "OWNERS", ())


def declared_on(tracked):
    """The model whose many-to-many field made this table; ``None`` for an ordinary one."""
    return tracked._meta.concrete_model._meta.auto_created or None


def _first_key(through):
    return next(field for field in through._meta.local_fields if isinstance(field, models.ForeignKey))
