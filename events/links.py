"""Signed links for people without an account: their place, their booking, their evaluation, their address."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from .models import Booking, Registration

PLACE, BOOKING, EVALUATION, ADDRESS = (
    "plek",
    "boeking",
    "evaluatie",
    "adres",
)  # a link made for something else is no link for this
BROKEN = "Deze link klopt niet. Kopieer hem nog eens uit de mail."
GONE = "De gegevens van deze aanmelding zijn verwijderd, zoals we van tevoren zeiden."


class LinkRefusedError(Exception):
    """A link that is not ours, or about what is gone, in one Dutch sentence."""


def place_token(registration):
    """A signed text that stands for: this is the person who registered."""
    return signing.dumps(registration.pk, salt=PLACE)


def booking_token(booking):
    """A signed text that stands for: this is who sent the form in."""
    return signing.dumps(booking.pk, salt=BOOKING)


def evaluation_token(registration):
    """A signed text that stands for: this person was there and may say what they thought."""
    return signing.dumps(registration.pk, salt=EVALUATION)


def verification_token(addressee):
    """A signed text that stands for: this address is right; of a booking, or of a registration with an own address.

    It is only in the mail to that address, and on no page.
    """
    return signing.dumps([BOOKING if isinstance(addressee, Booking) else PLACE, addressee.pk], salt=ADDRESS)


def registration_of(token):
    """Whose place a link is about; raises ``LinkRefusedError``."""
    return _registration(_signed(token, PLACE))


def evaluator_of(token):
    """Who may fill in the evaluation with this link; raises ``LinkRefusedError``."""
    return _registration(_signed(token, EVALUATION))


def booking_of(token):
    """The booking a link is about; raises ``LinkRefusedError``."""
    return _booking(_signed(token, BOOKING))


def addressee_of(token):
    """The booking or registration of which this link says that its address is right; raises ``LinkRefusedError``."""
    kind, number = _signed(token, ADDRESS)
    return _booking(number) if kind == BOOKING else _registration(number)


def _signed(token, salt):
    try:
        return signing.loads(token, salt=salt)
    except signing.BadSignature:
        raise LinkRefusedError(BROKEN) from None


def _booking(number):
    found = Booking.objects.select_related("event").filter(pk=number).first()
    if found is None or not found.email:
        raise LinkRefusedError(GONE)
    return found


def _registration(number):
    found = Registration.objects.for_lists().filter(pk=number, forgotten_on=None).first()
    if found is None:
        raise LinkRefusedError(GONE)
    return found


# --- whole addresses, for mail, calendars and codes -----------------------------------------------
def place_address(registration):
    """Where somebody sees and changes their place."""
    return _address("events:place", place_token(registration))


def offer_address(registration):
    """Where somebody takes an offered place."""
    return _address("events:place_offer", place_token(registration))


def session_offer_address(choice):
    """Where somebody takes an offered place in a session."""
    return _address("events:session_offer", place_token(choice.registration), choice.pk)


def booking_address(booking):
    """Where who booked sees everybody they booked for."""
    return _address("events:booking", booking_token(booking))


def verification_address(addressee):
    """Where somebody says that the address on a form is theirs."""
    return _address("events:verify_address", verification_token(addressee))


def evaluation_address(registration):
    """Where somebody says what they thought of it."""
    return _address("events:evaluation", evaluation_token(registration))


def check_in_address(registration):
    """What the code on a badge or in a confirmation leads an organiser to."""
    return _address("curator:check_in", registration.code)


def event_address(event):
    """The public page."""
    return settings.SITE_ADDRESS + event.get_absolute_url()


def _address(name, *arguments):
    return settings.SITE_ADDRESS + reverse(name, args=arguments)
