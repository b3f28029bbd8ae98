"""How many places are free; pure, from what is loaded and counted (``with_places_taken``).

A meeting that one can also attend online may have a limit for each way beside the one of all together.
"""

from copy import copy
from dataclasses import dataclass

from .choices import Attendance


@dataclass(frozen=True)
class Share:
    """The places of a meeting for who takes part in one way, counted as those of a meeting are."""

    label: str
    is_online: bool
    capacity: int | None
    taken: int
    waiting: int


def share_of(event, *, is_online):
    """The places online, or those on site."""
    if is_online:
        return Share(
            Attendance.ONLINE.label,
            True,
            event.online_capacity,
            event.taken_online,
            event.waiting_online,
        )
    taken = event.taken - event.taken_online
    waiting = event.waiting - event.waiting_online
    return Share(
        Attendance.ON_SITE.label,
        False,
        event.on_site_capacity,
        taken,
        waiting,
    )


def shares_of(event):
    """Both ways of a meeting that counts them apart; of others none."""
    if not event.has_own_limits:
        return []
    return [share_of(event, is_online=False), share_of(event, is_online=True)]


def places_left(meeting):
    """How many places are free of a meeting, a session or a share; ``None`` without a limit."""
    if meeting.capacity is None:
        return None
    return max(meeting.capacity - meeting.taken, 0)


def places_open(event):
    """How many newcomers find a place together: no more than both ways have, where both have a limit."""
    left = places_left(event)
    of_ways = [places_left(share) for share in shares_of(event)]
    if left is None or not of_ways or None in of_ways:
        return left
    return min(left, sum(of_ways))


def is_full(meeting):
    """Whether a newcomer has to wait, however they take part."""
    if meeting.has_own_limits:
        return is_full_for(meeting, is_online=False) and is_full_for(
            meeting,
            is_online=True,
        )
    return is_taken(meeting)


def is_taken(meeting):
    """Whether no place is free, or others wait for it already."""
    if meeting.capacity is None:
        return False
    return places_left(meeting) == 0 or meeting.waiting > 0


def is_full_for(event, *, is_online):
    """Whether a newcomer who takes part so has to wait; who waits for the other way is not before them."""
    if not event.has_own_limits:
        return is_taken(event)
    own = share_of(event, is_online=is_online)
    other = share_of(event, is_online=not is_online)
    if is_taken(own) or places_left(event) == 0:
        return True
    waits_for_same = own.waiting
    if places_left(other) != 0:
        waits_for_same += other.waiting
    return event.capacity is not None and waits_for_same > 0


def has_room(event, *, is_online):
    """Whether a place is free for who takes part so, whoever waits."""
    limits = [event]
    if event.has_own_limits:
        limits.append(share_of(event, is_online=is_online))
    return all(places_left(limit) != 0 for limit in limits)


def count_along(event, *, is_online, has_place):
    """Count one more, so that the next of the same form sees it."""
    if has_place:
        event.taken += 1
        event.taken_online += is_online
    else:
        event.waiting += 1
        event.waiting_online += is_online


def seats_for(event, ways, *, comes_together=False):
    """Which of these people, in order, would have a place: for each whether they take part online."""
    counted = copy(event)
    seats = []
    for is_online in ways:
        has_place = not is_full_for(counted, is_online=is_online)
        count_along(
            counted,
            is_online=is_online,
            has_place=has_place,
        )
        seats.append(has_place)
    if comes_together and not all(seats):
        return [False] * len(seats)
    return seats


def take_if_all_fit(event, ways):
    """Count these people in where there is room for all, whoever waits; whether there was."""
    counted = copy(event)
    for is_online in ways:
        if not has_room(counted, is_online=is_online):
            return False
        count_along(
            counted,
            is_online=is_online,
            has_place=True,
        )
    event.taken = counted.taken
    event.taken_online = counted.taken_online
    return True
