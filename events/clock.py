"""Days and hours by the clock in the Netherlands, also in the two nights that it changes."""

from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

SKIPPED = "Dit uur bestaat niet: die nacht gaat de klok van 2 naar 3 uur."


def moment(date, hour):
    """The moment of a day and an hour; ``None`` when one of them is not known.

    The hour that comes twice is the first of the two.
    """
    if date is None or hour is None:
        return None
    return datetime.combine(date, hour, tzinfo=timezone.get_default_timezone())


def exists(date, hour):
    """Whether the clock shows this hour on this day: not between two and three in the last night of March."""
    there = moment(date, hour)
    if there is None:
        return True
    in_utc = there.astimezone(UTC)
    return timezone.localtime(in_utc).time() == hour


def check_clock(date, **hours):
    """Refuse hours that the clock skips; ``hours`` by the name of their field."""
    refused = {name: SKIPPED for name, hour in hours.items() if not exists(date, hour)}
    if refused:
        raise ValidationError(refused)
