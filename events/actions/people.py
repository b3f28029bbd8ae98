"""Who is to be registered, and what that costs; nothing is stored here."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import prefetch_related_objects
from django.utils import timezone

from events.choices import GuestKind
from events.colleagues import by_organisation
from events.models import Booking, Event, PriceTier, Registration, Session
from events.prices import province_decides, tier_for
from partners.models import Organisation, Province

from .refused import RefusedError

NO_GUESTS = "Je kunt hier geen gasten meenemen."
NO_LIBRARY = (
    "Alleen een bibliotheek kan gasten meenemen. Kies jouw bibliotheek uit de lijst."
)
NO_PROVINCE = "Kies de provincie van de organisatie: daar hangt de prijs van af."
NO_PRICE = (
    "Voor deze deelnemer is geen prijs vastgesteld. Neem contact op met de organisator."
)


@dataclass(frozen=True)
class Person:
    """One person on a form; ``sessions`` are chosen, for ``waits_for`` they want to be on the waiting list."""

    name: str
    sector: str
    email: str = ""
    organisation: Organisation | None = None
    organisation_name: str = ""
    province: Province | None = None
    is_abroad: bool = False
    job_title: str = ""
    diet: str = ""
    access: str = ""
    takes_part_online: bool = False
    is_on_list: bool = False
    is_guest: bool = False
    guest_kind: str = ""
    sessions: tuple[Session, ...] = ()
    waits_for: tuple[Session, ...] = ()

    @property
    def guest_kind_label(self) -> str:
        """What sort of guest this is, in words; empty for who is no guest."""
        if not self.guest_kind:
            return ""
        return str(GuestKind(self.guest_kind).label)

    @property
    def province_id(self) -> int | None:
        """The province that decides the price: that of the organisation, else the one that was chosen."""
        if self.organisation and self.organisation.province_id:
            return self.organisation.province_id
        if self.province:
            return self.province.pk
        return None

    @property
    def claimed_province(self) -> Province | None:
        """The province that was chosen, where that is another than the one of the organisation."""
        if self.province and self.province.pk != self.province_id:
            return self.province
        return None


@dataclass(frozen=True)
class Quoted:
    """What one person pays: ``tier`` and ``amount`` (euro) are ``None`` where the event has no prices."""

    person: Person
    tier: PriceTier | None
    amount: Decimal | None


def own_email(booking: Booking, email: str) -> str:
    """The address as an own one; empty where it is that of who sent the form in."""
    email = email.lower()
    return "" if email == booking.email else email


def quote(
    event: Event,
    people: Sequence[Person],
    *,
    today: date,
) -> list[Quoted]:
    """What each of these people pays; raises ``RefusedError`` when no price fits somebody.

    It asks for the province where that decides and is not known: nobody pays the highest price for want of it.
    """
    # asked only where nobody did yet
    prefetch_related_objects([event], "price_tiers__provinces")
    tiers = list(event.price_tiers.all())
    quotes = []
    for number, person in enumerate(people):
        quotes.append(quote_person(tiers, person, today, number))
    return quotes


def quote_one(
    event: Event,
    person: Person,
    amount: Decimal | None,
    *,
    today: date,
) -> Quoted:
    """What somebody pays whom who organises adds: the amount that they ask, else the price that fits."""
    if amount is not None:
        return Quoted(person, None, amount)
    [quoted] = quote(event, [person], today=today)
    return quoted


def quote_person(
    tiers: Sequence[PriceTier],
    person: Person,
    today: date,
    number: int = 0,
) -> Quoted:
    """The same for one person, from prices that are loaded; ``number`` is their place on the form."""
    if not tiers:
        return Quoted(person, None, None)
    about = {
        "sector": person.sector,
        "is_guest": person.is_guest,
        "today": today,
    }
    is_known = person.province_id is not None or person.is_abroad
    if not is_known and province_decides(tiers, **about):
        raise RefusedError(NO_PROVINCE, "province", number)
    tier = tier_for(
        tiers,
        province_id=person.province_id,
        **about,
    )
    if tier is None:
        raise RefusedError(NO_PRICE, "price")
    return Quoted(person, tier, tier.amount)


def total(quotes: Iterable[Quoted]) -> Decimal | None:
    """All amounts together in euro; ``None`` where the event has no prices."""
    amounts = []
    for quoted in quotes:
        if quoted.amount is not None:
            amounts.append(quoted.amount)
    if not amounts:
        return None
    return sum(amounts, Decimal(0))


def check_people(event: Event, people: Sequence[Person]) -> None:
    """Refuse who cannot be on one form together; asked while the event is locked.

    Whether somebody is registered already is told to nobody but who reads mail at that address (``verifying``).
    """
    check_addresses(people)
    check_guests(event, people)
    check_organisations(event, people)


def check_addresses(people: Iterable[Person]) -> None:
    """Nobody has the address of another."""
    counts = Counter(person.email.lower() for person in people if person.email)
    doubles = []
    for address, count in counts.items():
        if count > 1:
            doubles.append(address)
    if doubles:
        raise RefusedError(
            f"Het adres {min(doubles)} staat er twee keer. Geef ieder een eigen adres of laat het leeg."
        )


def check_guests(event: Event, people: Sequence[Person]) -> None:
    """A library may bring guests, as many as the event says and from where it says."""
    guests = [person for person in people if person.is_guest]
    if not guests:
        return
    check_number_of_guests(len(guests), event.most_guests)
    host = people[0]
    is_of_library = (
        host.organisation is not None
        and host.organisation.kind == Organisation.Kind.LIBRARY
    )
    if host.is_guest or not is_of_library:
        raise RefusedError(NO_LIBRARY, "organisation")
    provinces = {province.pk: province.name for province in event.guest_provinces.all()}
    if provinces and host.province_id not in provinces:
        names = " en ".join(provinces.values())
        raise RefusedError(f"Alleen bibliotheken uit {names} kunnen gasten meenemen.")


def check_number_of_guests(count: int, most: int) -> None:
    """Refuse more guests than one may bring."""
    if count <= most:
        return
    if most == 0:
        raise RefusedError(NO_GUESTS)
    if most == 1:
        raise RefusedError("Je kunt hooguit 1 gast meenemen.")
    raise RefusedError(f"Je kunt hooguit {most} gasten meenemen.")


def check_organisations(event: Event, people: Iterable[Person]) -> None:
    """At most so many of one organisation, however its name was typed."""
    most = event.most_per_organisation
    if most is None:
        return
    registered = event.registrations.live().select_related("organisation", "province")
    everybody = [*people, *registered]
    for colleagues in by_organisation(everybody, today=timezone.localdate()):
        check_places_of_organisation(colleagues, most)


def check_places_of_organisation(
    colleagues: Sequence[Person | Registration],
    most: int,
) -> None:
    """The same for those of one organisation; who is on the form comes before who is registered."""
    count = sum(isinstance(person, Registration) for person in colleagues)
    if count == len(colleagues) or len(colleagues) <= most:
        return
    name = colleagues[0].organisation or colleagues[0].organisation_name.strip()
    known = f"er zijn er al {count}"
    if count == 1:
        known = "er is er al 1"
    raise RefusedError(
        f"Van {name} kunnen hooguit {most} mensen mee; {known} aangemeld."
    )
