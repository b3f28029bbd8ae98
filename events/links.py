"""Signed links for people without an account: their place, their booking, their evaluation, their address."""

from datetime import date

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from .models import Booking, Event, Registration

# A link made for something else is no link for this.
PLACE = "plek"
BOOKING = "boeking"
EVALUATION = "evaluatie"
ADDRESS = "adres"
DOOR = "deur"
BROKEN = "Deze link klopt niet. Kopieer hem nog eens uit de mail."
OTHER_DAY = "Deze link werkt alleen op {}. Vraag de organisator om een nieuwe."
REPLACED = "Deze link werkt niet meer: het e-mailadres is veranderd. Gebruik de link in de nieuwste mail."
GONE = "De gegevens van deze aanmelding zijn verwijderd, zoals we van tevoren zeiden."


class EventLinkRefusedError(Exception):
    """A link that is not ours, or about what is gone, in one Dutch sentence."""


def place_token(registration):
    """A signed text that stands for: this is the person who registered."""
    return signing.dumps([registration.pk, registration.link_version], salt=PLACE)


def booking_token(booking):
    """A signed text that stands for: this is who sent the form in."""
    return signing.dumps([booking.pk, booking.link_version], salt=BOOKING)


def evaluation_token(registration):
    """A signed text that stands for: this person was there and may say what they thought."""
    return signing.dumps([registration.pk, registration.link_version], salt=EVALUATION)


def verification_token(addressee):
    """A signed text that stands for: this address is right; of a booking, or of a registration with an own address.

    It is only in the mail to that address, and on no page.
    """
    kind = PLACE
    if isinstance(addressee, Booking):
        kind = BOOKING
    return signing.dumps([kind, addressee.pk, addressee.link_version], salt=ADDRESS)


def door_token(event, day):
    """A signed text that stands for: whoever has it may let people in on this day."""
    return signing.dumps(
        [event.pk, day.isoformat()],
        salt=DOOR,
    )


def event_at_door(token):
    """The event of which this link opens the door today; raises ``EventLinkRefusedError``."""
    number, day = signed(token, DOOR)
    if day != timezone.localdate().isoformat():
        the_day = date_format(date.fromisoformat(day), "j F Y")
        raise EventLinkRefusedError(OTHER_DAY.format(the_day))
    event = (
        Event.objects.prefetch_related("days")
        .filter(
            pk=number,
            forgotten_on=None,
        )
        .first()
    )
    if event is None:
        raise EventLinkRefusedError(BROKEN)
    return event


def registration_of(token):
    """Whose place a link is about; raises ``EventLinkRefusedError``."""
    return kept_registration(*signed(token, PLACE))


def evaluator_of(token):
    """Who may fill in the evaluation with this link; raises ``EventLinkRefusedError``."""
    return kept_registration(*signed(token, EVALUATION))


def booking_of(token):
    """The booking a link is about; raises ``EventLinkRefusedError``."""
    return kept_booking(*signed(token, BOOKING))


def addressee_of(token):
    """Whose address this link says is right: a booking or registration; raises ``EventLinkRefusedError``."""
    kind, number, version = signed(token, ADDRESS)
    if kind == BOOKING:
        return kept_booking(number, version)
    return kept_registration(number, version)


def signed(token, salt):
    """What a token holds; raises ``EventLinkRefusedError`` where it is not ours or for something else."""
    try:
        return signing.loads(token, salt=salt)
    except signing.BadSignature:
        raise EventLinkRefusedError(BROKEN) from None


def kept_booking(number, version):
    """A booking that is not forgotten, with a link of its address of now; raises ``EventLinkRefusedError``."""
    booking = (
        Booking.objects.select_related("event__municipality").filter(pk=number).first()
    )
    if booking is None or not booking.email:
        raise EventLinkRefusedError(GONE)
    if booking.link_version != version:
        raise EventLinkRefusedError(REPLACED)
    return booking


def kept_registration(number, version):
    """A registration that is not forgotten, with a link of its address of now; raises ``EventLinkRefusedError``."""
    registration = (
        Registration.objects.for_lists()
        .filter(
            pk=number,
            forgotten_on=None,
        )
        .first()
    )
    if registration is None:
        raise EventLinkRefusedError(GONE)
    if registration.link_version != version:
        raise EventLinkRefusedError(REPLACED)
    return registration


# --- whole addresses, for mail, calendars and codes -----------------------------------------------
def place_address(registration):
    """Where somebody sees and changes their place."""
    return whole_address("events:place", place_token(registration))


def offer_address(registration):
    """Where somebody takes an offered place."""
    return whole_address("events:place_offer", place_token(registration))


def session_offer_address(choice):
    """Where somebody takes an offered place in a session."""
    return whole_address(
        "events:session_offer",
        place_token(choice.registration),
        choice.pk,
    )


def booking_address(booking):
    """Where who booked sees everybody they booked for."""
    return whole_address("events:booking", booking_token(booking))


def verification_address(addressee):
    """Where somebody says that the address on a form is theirs."""
    return whole_address("events:verify_address", verification_token(addressee))


def evaluation_address(registration):
    """Where somebody says what they thought of it."""
    return whole_address("events:evaluation", evaluation_token(registration))


def check_in_address(registration):
    """What the code on a badge or in a confirmation leads an organiser to."""
    return whole_address("curator:check_in", registration.code)


def door_address(event, day):
    """Where volunteers let people in on this day, without an account."""
    return whole_address("events:door", door_token(event, day))


def event_address(event):
    """The public page."""
    return settings.SITE_ADDRESS + event.get_absolute_url()


def whole_address(name, *arguments):
    """The address of a page with the name of the site before it."""
    return settings.SITE_ADDRESS + reverse(name, args=arguments)
