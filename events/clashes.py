"""What cannot be in a programme: one person or one room in two places at a time."""

from collections import defaultdict
from itertools import combinations

from wording.enumerations import joined

from .models import Appearance
from .wording import hours_of

LONGEST_NUMBER = 3  # of a room without a name: 1, 2b, 1.3


def clashes(event):
    """Warnings in Dutch sentences about the sessions of an event (``for_programme``); none when all is well."""
    sessions = list(event.sessions.all())
    return [
        *clashes_of_people(event, sessions),
        *clashes_of_rooms(sessions),
        *unknown_days(sessions),
    ]


def unknown_days(sessions):
    """Of a session with hours at a meeting of several days it has to be known on which it is."""
    without_day = []
    for session in sessions:
        if session.begins and session.day is None:
            without_day.append(session)
    if not without_day:
        return []
    names = joined([f"‘{session.label}’" for session in without_day])
    return [f"Vul de dag in bij {names}. Zonder dag zien we niet wat er tegelijk is."]


def clashes_of_people(event, sessions):
    """Whoever speaks, leads or sits in two sessions that overlap, also who is still to be asked."""
    by_number = {session.pk: session for session in sessions}
    roles = Appearance.objects.filter(event=event, session__in=by_number)
    sessions_of = defaultdict(dict)
    for appearance in roles.with_speakers():
        number = appearance.session_id
        sessions_of[appearance.speaker][number] = by_number[number]
    warnings = []
    for speaker, theirs in sessions_of.items():
        for one, other in overlapping(theirs.values()):
            warnings.append(
                f"{speaker} staat tegelijk bij ‘{one.label}’ en ‘{other.label}’ ({times_of(one, other)})."
            )
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
            room = name_of_room(one)
            warnings.append(
                f"{room} is tegelijk voor ‘{one.label}’ en ‘{other.label}’ ({times_of(one, other)})."
            )
    return warnings


def overlapping(sessions):
    """Pairs that share time; one that begins when the other ends does not."""
    return [
        (one, other)
        for one, other in combinations(sessions, 2)
        if is_at_once(one, other)
    ]


def is_at_once(one, other):
    """Whether two sessions are at the same time; without hours that is known of sessions of one round."""
    if all([one.begins_at, one.ends_at, other.begins_at, other.ends_at]):
        return one.begins_at < other.ends_at and other.begins_at < one.ends_at
    return one.round is not None and one.round == other.round


def name_of_room(session):
    """The room as one says it: Zaal 1 where somebody wrote 1, and a name such as Foyer as it is."""
    name = " ".join(session.room.split())
    if len(name) <= LONGEST_NUMBER:
        return f"Zaal {name}"
    return name[0].upper() + name[1:]


def times_of(one, other):
    """11.00–12.00 uur en 11.30–12.30 uur; the round where the hours are not known."""
    if one.begins and other.begins:
        return f"{hours_of(one)} en {hours_of(other)}"
    return f"ronde {one.round}"
