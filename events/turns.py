"""When the agenda reads otherwise although nobody changed it."""

from django.db.models import Min
from django.utils import timezone

from .models import Event, EventDay


def next_turn(now):
    """The first moment at which registering opens or ends after this one; ``None`` where nothing is known of any."""
    published = Event.objects.published()
    moments = [
        published.filter(opens_at__gt=now).aggregate(first=Min("opens_at"))["first"],
        published.filter(closes_at__gt=now).aggregate(first=Min("closes_at"))["first"],
    ]
    for day in EventDay.objects.filter(
        date=timezone.localdate(now),
        event__in=published,
    ):
        moments.append(day.begins_at)
    still_to_come = []
    for moment in moments:
        if moment and moment > now:
            still_to_come.append(moment)
    return min(still_to_come, default=None)
