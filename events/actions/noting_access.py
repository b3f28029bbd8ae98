"""Writing down who opened data of attendees."""

from collections.abc import Collection
from datetime import datetime, timedelta

from accounts.models import User
from events.models import DataAccess, Registration

AT_THE_DOOR = "link-voor-de-deur"
# a page that is looked at again and again is one opening
AGAIN_AFTER = timedelta(hours=1)


def note_access(
    *,
    user: User | None,
    kind: str,
    events: Collection[int],
    now: datetime,
    registration: Registration | None = None,
) -> None:
    """Write down that a user opened data of attendees of these events (numbers), of all or of one; in 2 queries.

    ``user`` is ``None`` for a volunteer with a link of the door.

    The same user, kind and thing are written down once an hour.
    """
    user_name = user.email if user else AT_THE_DOOR
    seen = {"user": user, "kind": kind, "registration": registration}
    recent = DataAccess.objects.filter(
        **seen,
        event__in=events,
        opened_at__gt=now - AGAIN_AFTER,
    )
    known = set(recent.order_by().values_list("event", flat=True))
    openings = []
    for number in sorted(set(events) - known):
        opening = DataAccess(
            **seen, event_id=number, user_name=user_name, opened_at=now
        )
        openings.append(opening)
    DataAccess.objects.bulk_create(openings)
