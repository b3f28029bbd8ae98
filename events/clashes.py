"""What cannot be in a programme: one person or one room in two places at a time."""

from collections import defaultdict
from itertools import combinations


def clashes(event):
    """Warnings in Dutch sentences about the sessions of an event (``for_programme``); none when all is well."""
    sessions = [each for each in event.sessions.all() if each.begins_at and each.ends_at]
    return [*_of_people(sessions), *_of_rooms(sessions)]


def _of_people(sessions):
    """Whoever speaks, leads or sits in two sessions that overlap."""
    where = defaultdict(dict)
    for session in sessions:
        for appearance in session.appearances.all():
            where[appearance.speaker][session.pk] = session
    return [
        f"{speaker} staat tegelijk bij ‘{one}’ en ‘{other}’ ({_hours(one)} en {_hours(other)})."
        for speaker, found in where.items()
        for one, other in _overlapping(found.values())
    ]


def _of_rooms(sessions):
    """A room is written by hand: capitals and spaces make no other room."""
    where = defaultdict(list)
    for session in sessions:
        if session.room.strip():
            where[" ".join(session.room.split()).casefold()].append(session)
    return [
        f"{_room(one)} is tegelijk voor ‘{one}’ en ‘{other}’ ({_hours(one)} en {_hours(other)})."
        for found in where.values()
        for one, other in _overlapping(found)
    ]


def _overlapping(sessions):
    """Pairs that share time; one that begins when the other ends does not."""
    return [
        (one, other)
        for one, other in combinations(sessions, 2)
        if one.begins_at < other.ends_at and other.begins_at < one.ends_at
    ]


def _room(session):
    """The room as one says it: Zaal 1, whether somebody wrote 1 or zaal 1."""
    name = " ".join(session.room.split())
    return name if name.casefold().startswith("zaal") else f"Zaal {name}"


def _hours(session):
    return f"{session.begins:%H.%M}–{session.ends:%H.%M}"
