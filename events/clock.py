"""Days and hours by the clock in the Netherlands, also in the two nights that it changes."""

from datetime import UTC, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils import timezone

EVENING = time(17)
# until then it is the night of the day before
MORNING = time(6)
SKIPPED = "Dit uur bestaat niet: die nacht gaat de klok van 2 naar 3 uur."


def moment(date, hour):
    """The moment of a day and an hour; ``None`` when one of them is not known.

    The hour that comes twice is the first of the two.
    """
    if date is None or hour is None:
        return None
    return datetime.combine(
        date,
        hour,
        tzinfo=timezone.get_default_timezone(),
    )


def end_moment(date, begins, ends):
    """The moment of an end; one that is earlier by the clock than the begin is in the night that follows."""
    if date and begins and ends and ends < begins:
        return moment(date + timedelta(days=1), ends)
    return moment(date, ends)


def ends_after_begin(*, from_hour):
    """The condition for rows with ``begins`` and ``ends``: later on the day, or in the night, if it begins by then."""
    same_day = Q(begins__isnull=False, begins__lt=F("ends"))
    past_midnight = Q(begins__gte=from_hour, begins__gt=F("ends"), ends__lte=MORNING)
    return Q(ends=None) | same_day | past_midnight


def exists(date, hour):
    """Whether the clock shows this hour on this day: not between two and three in the last night of March."""
    there = moment(date, hour)
    if there is None:
        return True
    in_utc = there.astimezone(UTC)
    return timezone.localtime(in_utc).time() == hour


def check_within(date, event):
    """Refuse a day that is not of the meeting; there may be no day yet, or no meeting."""
    if not date or event is None:
        return
    if not event.starts_on <= date <= event.ends_on:
        raise ValidationError({"date": "Deze dag valt buiten de bijeenkomst."})


def check_clock(date, **hours):
    """Refuse hours that the clock skips; ``hours`` by the name of their field."""
    refused = {}
    for name, hour in hours.items():
        if not exists(date, hour):
            refused[name] = SKIPPED
    if refused:
        raise ValidationError(refused)
