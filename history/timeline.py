"""The life of one thing, readable: who changed what, when, and from which import."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from django.db import models
from django.utils.timezone import localtime

from accounts.models import User

from .tracking import declared_on, event_models, parts_of

LONGEST_VALUE = 300  # characters of a value in the timeline
NEW, GONE = "insert", "delete"
HIDDEN = "alleen te zien voor wie dit mag veranderen"


@dataclass(frozen=True)
class Change:
    """One value that became another; ``old`` is empty for what is new, ``new`` for what went."""

    what: str
    old: str
    new: str


@dataclass
class Entry:
    """What one person did at one moment; ``import_run`` is the number of the import it came from."""

    moment: datetime
    who: str
    import_run: int | None
    note: str
    changes: list = field(default_factory=list)

    @property
    def version(self):
        """How this moment is named in a request to restore it."""
        return self.moment.isoformat()


def timeline(thing, former_ids=(), hidden=()):
    """All entries about a thing and what belongs to it, newest first; the number of queries does not grow with it.

    ``former_ids`` are numbers of things that were merged into it; ``hidden`` names fields that are not shown.
    """
    concrete = type(thing)._meta.concrete_model
    own = event_models().get(concrete)
    if own is None:
        return []
    rows = [(own, event) for event in _events(own, pgh_obj_id__in=[thing.pk, *former_ids])]
    ids = {thing.pk, *former_ids}
    for events, key in parts_of(concrete):
        rows += [(events, event) for event in _events_of_part(events, key.attname, ids)]
    names = Names((event for _, event in rows), {concrete._meta.get_field(name) for name in hidden})
    changes = _changes(rows, concrete, names)
    return _entries(changes, names)


def _events(model, **of):
    return list(model.objects.filter(**of).select_related("pgh_context").order_by("pgh_created_at", "pgh_id"))


def _events_of_part(events, key, ids):
    """Versions of rows while they belonged to one of these things, and the one with which they went elsewhere."""
    about = events.objects.filter(**{f"{key}__in": ids}).values("pgh_obj_id")
    found, belonged = [], {}
    for event in _events(events, pgh_obj_id__in=about):
        belongs = getattr(event, key) in ids
        if belongs or belonged.get(event.pgh_obj_id):
            found.append(event)
        belonged[event.pgh_obj_id] = belongs
    return found


def _changes(rows, concrete, names):
    """Pairs of (event, list of changes), comparing every row with its version before."""
    before, found = {}, []
    for events, event in rows:
        key = (events, event.pgh_obj_id)
        old = None if event.pgh_label == NEW else before.get(key)
        before[key] = event
        found.append((event, _compare(old, event, concrete, names)))
    return found


def _compare(old, event, concrete, names):
    tracked = type(event).pgh_tracked_model
    is_own = tracked._meta.concrete_model is concrete
    if declared_on(tracked):
        return [_link_change(event, tracked, names)]
    if event.pgh_label == GONE:
        return [Change(f"{_kind(tracked)} verwijderd", _summary(event, concrete, names), "")]
    if not is_own and event.pgh_label == NEW:
        return [Change(f"{_kind(tracked)} toegevoegd", "", _summary(event, concrete, names))]
    prefix = "" if is_own else f"{_kind(tracked)}: "
    return [
        Change(prefix + str(each.verbose_name), names.shown(old, each) if old else "", names.shown(event, each))
        for each in _fields(type(event), tracked)
        if getattr(event, each.attname) != (getattr(old, each.attname) if old else each.get_default())
    ]


def _link_change(event, tracked, names):
    """A line like: thema’s + Digitale vaardigheden."""
    keys = [f for f in _table(tracked)._meta.local_fields if isinstance(f, models.ForeignKey)]
    second = keys[1]
    declared = declared_on(tracked)._meta.local_many_to_many
    what = next(f.verbose_name for f in declared if f.remote_field.through._meta.concrete_model is _table(tracked))
    other = names.shown(event, second)
    return Change(str(what), other, "") if event.pgh_label == GONE else Change(str(what), "", other)


def _table(tracked):
    return tracked._meta.concrete_model


def _kind(tracked):
    return str(tracked._meta.verbose_name).capitalize()


def _fields(events, tracked):
    """The fields of the tracked model that its versions keep, without its number."""
    kept = {f.name for f in events._meta.local_fields}
    return [f for f in tracked._meta.concrete_model._meta.local_fields if f.name in kept and not f.primary_key]


def _summary(event, concrete, names):
    """What a row says, without the thing it hangs under: organisatie UWV, rol partner."""
    tracked = type(event).pgh_tracked_model
    told = [
        f"{each.verbose_name} {names.shown(event, each)}"
        for each in _fields(type(event), tracked)
        if getattr(event, each.attname) not in (None, "", False)
        and not (each.is_relation and each.related_model._meta.concrete_model is concrete)
    ]
    return ", ".join(told)[:LONGEST_VALUE]


def _entries(changes, names):
    """Group by moment and author, newest first."""
    told = [(event, lines) for event, lines in changes if lines]
    told.sort(key=lambda each: (each[0].pgh_created_at, str(each[0].pgh_context_id)), reverse=True)
    entries = []
    for (moment, _), group in groupby(told, key=lambda each: (each[0].pgh_created_at, each[0].pgh_context_id)):
        group = list(group)
        context = group[0][0].pgh_context
        metadata = context.metadata if context else {}
        lines = [line for _, lines in group for line in lines]
        who = names.user(metadata.get("user"))
        entries.append(Entry(moment, who, metadata.get("import"), _note(metadata), lines))
    return entries


def _note(metadata):
    """What kind of change it was, where it was no ordinary one."""
    if "restored" in metadata:
        return "een vroegere versie hersteld"
    if "undone_import" in metadata:
        return f"import {metadata['undone_import']} teruggedraaid"
    return f"samengevoegd met {metadata['merged']}" if "merged" in metadata else ""


class Names:
    """What numbers in versions stand for, looked up in one query per kind of thing."""

    def __init__(self, events, hidden):
        self.hidden = hidden
        wanted, users = defaultdict(set), set()
        for event in events:
            for each in _fields(type(event), type(event).pgh_tracked_model):
                if each.is_relation and getattr(event, each.attname):
                    wanted[each.related_model].add(getattr(event, each.attname))
            if event.pgh_context:
                users.add(event.pgh_context.metadata.get("user"))
        self.known = {model: model._base_manager.select_related().in_bulk(keys) for model, keys in wanted.items()}
        self.users = User.objects.in_bulk(users - {None})

    def user(self, pk):
        """Who did it; without one it was the program itself."""
        return str(self.users.get(pk, "een gebruiker die er niet meer is")) if pk else "Bieb Netwerk zelf"

    def shown(self, event, each):
        """The value of a field as a curator reads it."""
        value = getattr(event, each.attname)
        if value is None or value == "":
            return ""
        if each in self.hidden:
            return HIDDEN
        if each.is_relation:
            return str(self.known.get(each.related_model, {}).get(value, f"nummer {value}, verwijderd"))
        if each.choices:
            return str(dict(each.flatchoices).get(value, value))
        return _plain(value)[:LONGEST_VALUE]


def _plain(value):
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return localtime(value).strftime("%d-%m-%Y %H:%M")
    return value.strftime("%d-%m-%Y") if isinstance(value, date) else str(value)
