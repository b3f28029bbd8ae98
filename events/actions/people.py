"""Who is to be registered, and what that costs; nothing is stored here."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from events.models import PriceTier
from events.prices import tier_for
from partners.models import Organisation, Province

from .refused import RefusedError

NO_GUESTS = "Je kunt hier geen gasten meenemen."
NO_PRICE = "Voor deze deelnemer is geen prijs vastgesteld. Neem contact op met de organisator."


@dataclass(frozen=True)
class Person:
    """One person on a form; ``sessions`` are chosen, for ``waits_for`` they want to be on the waiting list."""

    name: str
    sector: str
    email: str = ""
    organisation: Organisation | None = None
    organisation_name: str = ""
    province: Province | None = None
    job_title: str = ""
    diet: str = ""
    access: str = ""
    takes_part_online: bool = False
    is_on_list: bool = False
    is_guest: bool = False
    sessions: tuple = ()
    waits_for: tuple = ()

    @property
    def province_id(self):
        """The province that decides the price: that of the organisation, else the one that was chosen."""
        of_organisation = self.organisation.province_id if self.organisation else None
        return of_organisation or (self.province.pk if self.province else None)


@dataclass(frozen=True)
class Quoted:
    """What one person pays: ``tier`` and ``amount`` (euro) are ``None`` where the event has no prices."""

    person: Person
    tier: PriceTier | None
    amount: Decimal | None


def quote(event, people, *, today):
    """What each of these people pays; raises ``RefusedError`` when no price fits somebody."""
    tiers = list(event.price_tiers.prefetch_related("provinces"))
    return [_quoted(tiers, each, today) for each in people]


def _quoted(tiers, person, today):
    if not tiers:
        return Quoted(person, None, None)
    tier = tier_for(tiers, province_id=person.province_id, sector=person.sector, is_guest=person.is_guest, today=today)
    if tier is None:
        raise RefusedError(NO_PRICE)
    return Quoted(person, tier, tier.amount)


def total(quotes):
    """All amounts together in euro; ``None`` where the event has no prices."""
    amounts = [each.amount for each in quotes if each.amount is not None]
    return sum(amounts, Decimal(0)) if amounts else None


def check_people(event, people):
    """Refuse who cannot be on one form together; asked while the event is locked.

    Whether somebody is registered already is told to nobody but who reads mail at that address (``verifying``).
    """
    _check_addresses(people)
    _check_guests(event, people)
    _check_organisations(event, people)


def _check_addresses(people):
    addresses = [each.email.lower() for each in people if each.email]
    doubles = {each for each in addresses if addresses.count(each) > 1}
    if doubles:
        raise RefusedError(f"Het adres {min(doubles)} staat er twee keer. Geef ieder een eigen adres of laat het leeg.")


def _check_guests(event, people):
    guests = [each for each in people if each.is_guest]
    if not guests:
        return
    host = people[0]
    if len(guests) > event.most_guests:
        most = event.most_guests
        raise RefusedError(f"Je kunt hooguit {_guests(most)} meenemen." if most else NO_GUESTS)
    if host.is_guest or host.organisation is None or host.organisation.kind != Organisation.Kind.LIBRARY:
        raise RefusedError(
            "Alleen een bibliotheek kan gasten meenemen. Kies jouw bibliotheek uit de lijst.", "organisation"
        )
    provinces = {province.pk: province.name for province in event.guest_provinces.all()}
    if provinces and host.province_id not in provinces:
        raise RefusedError(f"Alleen bibliotheken uit {' en '.join(provinces.values())} kunnen gasten meenemen.")


def _guests(count):
    return "1 gast" if count == 1 else f"{count} gasten"


def _check_organisations(event, people):
    """At most so many of one organisation, also when its name was typed differently in capitals."""
    most = event.most_per_organisation
    if most is None:
        return
    for organisation, name, wanted in _by_organisation(people):
        theirs = Q(organisation=organisation) if organisation else Q(organisation=None, organisation_name__iexact=name)
        there = event.registrations.live().filter(theirs).count()
        if there + wanted > most:
            label = organisation or name
            known = "er is er al 1" if there == 1 else f"er zijn er al {there}"
            raise RefusedError(f"Van {label} kunnen hooguit {most} mensen mee; {known} aangemeld.")


def _by_organisation(people):
    """(organisation or ``None``, typed name, how many) for everybody who comes from somewhere."""
    counted = {}
    for each in people:
        name = "" if each.organisation else each.organisation_name.strip()
        if each.organisation or name:
            key = each.organisation.pk if each.organisation else name.casefold()
            organisation, label, count = counted.get(key, (each.organisation, name, 0))
            counted[key] = organisation, label, count + 1
    return counted.values()
