"""What cannot be in a programme: one person or one room in two places at a time."""

from collections import defaultdict
from itertools import combinations


def clashes(event):
    """Warnings in Dutch sentences about the sessions of an event (``for_programme``); none when all is well."""
    sessions = []
    for session in event.sessions.all():
        if session.begins_at and session.ends_at:
            sessions.append(session)
    return [*clashes_of_people(sessions), *clashes_of_rooms(sessions)]


def clashes_of_people(sessions):
    """Whoever speaks, leads or sits in two sessions that overlap."""
    sessions_of = defaultdict(dict)
    for session in sessions:
        for appearance in session.appearances.all():
            sessions_of[appearance.speaker][session.pk] = session
    warnings = []
    for speaker, theirs in sessions_of.items():
        for one, other in overlapping(theirs.values()):
            hours = f"{hours_of(one)} en {hours_of(other)}"
            warnings.append(f"{speaker} staat tegelijk bij ‘{one}’ en ‘{other}’ ({hours}).")
    return warnings


def clashes_of_rooms(sessions):
    """A room is written by hand: capitals and spaces make no other room."""
    sessions_in = defaultdict(list)
    for session in sessions:
        room = " ".join(session.room.split())
        if room:
            sessions_in[room.casefold()].append(session)
    warnings = []
    for in_room in sessions_in.values():
        for one, other in overlapping(in_room):
            hours = f"{hours_of(one)} en {hours_of(other)}"
            warnings.append(f"{name_of_room(one)} is tegelijk voor ‘{one}’ en ‘{other}’ ({hours}).")
    return warnings


def overlapping(sessions):
    """Pairs that share time; one that begins when the other ends does not."""
    pairs = []
    for one, other in combinations(sessions, 2):
        if one.begins_at < other.ends_at and other.begins_at < one.ends_at:
            pairs.append((one, other))
    return pairs


def name_of_room(session):
    """The room as one says it: Zaal 1, whether somebody wrote 1 or zaal 1."""
    name = " ".join(session.room.split())
    if name.casefold().startswith("zaal"):
        return name
    return f"Zaal {name}"


def hours_of(session):
    """11.00–12.00"""
    return f"{session.begins:%H.%M}–{session.ends:%H.%M}"
