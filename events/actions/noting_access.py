"""Writing down who opened data of attendees."""

from datetime import timedelta

from events.models import DataAccess

AT_THE_DOOR = "link-voor-de-deur"
# a page that is looked at again and again is one opening
AGAIN_AFTER = timedelta(hours=1)


def note_access(*, user, kind, events, now, registration=None):
    """Write down that a user opened data of attendees of these events (numbers), of all or of one; in 2 queries.

    ``user`` is ``None`` for a volunteer with a link of the door.

    The same user, kind and thing are written down once an hour.
    """
    user_name = user.email if user else AT_THE_DOOR
    recent = DataAccess.objects.filter(
        user=user,
        kind=kind,
        registration=registration,
        event__in=events,
        opened_at__gt=now - AGAIN_AFTER,
    )
    known = set(recent.order_by().values_list("event", flat=True))
    openings = []
    for number in sorted(set(events) - known):
        opening = DataAccess(
            user=user,
            user_name=user_name,
            kind=kind,
            event_id=number,
            registration=registration,
            opened_at=now,
        )
        openings.append(opening)
    DataAccess.objects.bulk_create(openings)
