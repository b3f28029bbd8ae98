"""What mail to attendees says of them and of the event."""

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from wording.numbers import price_in_words

from . import links
from .models import Place
from .wording import days_with_hours, hours_in_words, when_of, where_of


def subject_for(registration, subject):
    """A subject with the event, and with the name where mail about a group comes in at one address."""
    if is_one_of_group(registration):
        return f"{subject}: {registration}, {registration.event}"
    return f"{subject}: {registration.event}"


def is_one_of_group(registration):
    """Whether others stand on the same form, and the name may be read at this address."""
    others = len(registration.booking.registrations.all()) - 1
    return others > 0 and registration.is_verified


def way_of(registration):
    """How somebody takes part, behind the word *vrij*, where those places are counted apart."""
    if not registration.event.has_own_limits:
        return ""
    if registration.comes_online:
        return " om online mee te doen"
    return " op locatie"


def attendee_context(registration):
    """What every mail to somebody says of them and of the event."""
    event = registration.event
    online = ""
    if registration.place == Place.CONFIRMED and registration.comes_online:
        online = event.online_address
    return event_context(event) | {
        "registration": registration,
        "way": way_of(registration),
        "choices": list(registration.session_choices.live()),
        "place": links.place_address(registration),
        "price": price_in_words(registration.amount),
        "online": online,
    }


def event_context(event):
    """What every mail says of an event."""
    return {
        "event": event,
        "when": when_of(event),
        "days": days_with_hours(event),
        "where": where_of(event),
        "page": links.event_address(event),
        "hours": hours_in_words(event.offer_hours),
        "site": settings.SITE_ADDRESS,
    }


def in_words(moment):
    """A moment in words: donderdag 18 juni, 14.30 uur."""
    return date_format(timezone.localtime(moment), r"l j F, H.i \u\u\r")
