"""An address on a form may be anybody's: it is sent one short mail, and the rest once it is verified.

An *addressee* is a booking, or a registration with an address of its own: both have ``email`` and ``verified_at``.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from events.choices import LIVE
from events.colleagues import are_colleagues
from events.mails import mail_about_booking, mail_about_place, mail_to_verify
from events.models import Booking, Event, Registration
from events.names import essence_of

from .doubles import settle
from .locking import lock_event
from .people import Person
from .refused import RefusedError
from .steps import note_step

Addressee = Booking | Registration

ALREADY = "Met dit e-mailadres ben je al aangemeld. Meld je op je eigen pagina af voor deze tweede aanmelding."

DOUBLE = (
    "{0} staat al op de lijst, met dit e-mailadres of van dezelfde organisatie. Is het dezelfde persoon? Meld {0}"
    " hieronder dan af."
)

KNOWN = (
    "{0} van deze organisatie staat al op de lijst ({1}). Zoek eerst op naam. Is "
    "het iemand anders? Vink dat dan aan."
)


def ask_to_verify(booking: Booking, registrations: Iterable[Registration]) -> None:
    """Mail every address of a form once, however many people it is for."""
    own = [registration for registration in registrations if registration.email]
    mail_to_verify(booking.event, [booking, *own])


@transaction.atomic
def verify(
    *,
    addressee: Addressee,
    now: datetime,
    is_other: bool = False,
) -> Addressee:
    """Note that the address is right and mail how its people stand; a second time changes nothing.

    Raises ``RefusedError`` for whoever is registered with this address already: the form tells nobody who is. Whoever
    seems to be registered already is asked about, unless ``is_other`` says that it is somebody else.
    """
    event = lock_event(addressee.event_id)
    addressee = type(addressee).objects.get(pk=addressee.pk)
    if addressee.verified_at:
        return addressee
    if not isinstance(addressee, Booking):
        verified = event.registrations.live().verified()
        if verified.filter(email=addressee.email).exists():
            raise RefusedError(ALREADY)
    if not is_other:
        check_not_double(event, addressee)
    addressee.verified_at = now
    addressee.save(update_fields=["verified_at"])
    for registration in (
        people_at(addressee).exclude(same_as=None).select_related("same_as__booking")
    ):
        settle(registration, event, now=now)
    mail_what_waited(addressee, now)
    return addressee


def check_not_double(event: Event, addressee: Addressee) -> None:
    """Ask about who has the name of somebody else at the same address, or of the same organisation."""
    own = people_at(addressee).live().select_related("booking", "organisation")
    others = (
        event.registrations.live()
        .select_related("booking", "organisation")
        .exclude(pk__in=own)
    )
    others = [other for other in others if other.is_verified]
    for registration in own:
        if any(is_same_person(registration, other) for other in others):
            raise RefusedError(DOUBLE.format(registration), "name")


def check_not_known(event: Event, person: Person) -> None:
    """Ask about a ``Person`` who has the name and organisation of somebody on the list; at the door, or by phone."""
    name = essence_of(person.name).whole
    today = timezone.localdate()
    for other in event.registrations.live().select_related("organisation", "province"):
        is_so_called = essence_of(other.name).whole == name
        if is_so_called and are_colleagues(person, other, today=today):
            raise RefusedError(
                KNOWN.format(other, other.get_place_display().lower()),
                "is_other",
            )


def is_same_person(one: Registration, other: Registration) -> bool:
    """Whether two registrations seem to be of one person; the address of who filled the form in counts as theirs."""
    if essence_of(one.name).whole != essence_of(other.name).whole:
        return False
    is_of_one_address = one.address == other.address
    return is_of_one_address or are_colleagues(one, other, today=timezone.localdate())


def mail_what_waited(addressee: Addressee, now: datetime) -> None:
    """What was held back until now; who does not come any more gets no mail."""
    registrations = people_at(addressee).select_related("booking", "event", "tier")
    for registration in registrations:
        note_step(registration, "E-mailadres bevestigd", now=now)
        if registration.place in LIVE:
            mail_about_place(registration)
    if isinstance(addressee, Booking):
        everybody = addressee.registrations.select_related("booking").order_by("pk")
        mail_about_booking(addressee, list(everybody))


def people_at(addressee: Addressee) -> QuerySet[Registration]:
    """Registrations about which mail goes to this address."""
    if isinstance(addressee, Booking):
        return addressee.registrations.filter(email="").order_by("pk")
    return type(addressee).objects.filter(pk=addressee.pk)
