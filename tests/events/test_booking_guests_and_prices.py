"""Who may bring whom, how many of one organisation, and what it costs."""

from decimal import Decimal

import pytest

from events.actions.refused import RefusedError
from tests.event_factories import (
    EventFactory,
    PriceTierFactory,
)
from tests.factories import LibraryFactory, MunicipalityFactory, ProvinceFactory

from .booking import book_one, book_people, person, refusal

pytestmark = pytest.mark.django_db


def test_an_organisation_has_a_maximum():
    event, library = EventFactory(most_per_organisation=2), LibraryFactory(name="Bibliotheek Hoorn")
    book_one(event, organisation=library)

    sentence = refusal(event, person("B", organisation=library), person("C", organisation=library))

    assert sentence == "Van Bibliotheek Hoorn kunnen hooguit 2 mensen mee; er is er al 1 aangemeld."


def test_a_typed_organisation_has_the_same_maximum():
    event = EventFactory(most_per_organisation=1)
    book_one(event, organisation_name="Stichting Buurt")

    assert refusal(event, person("B", organisation_name="stichting buurt")).startswith("Van stichting buurt kunnen")


def test_one_organisation_has_one_maximum_however_its_name_is_typed():
    haarlem = MunicipalityFactory(name="Haarlem")
    LibraryFactory(name="Bibliotheek Utrecht")
    pairs = {
        ("De Krant", "Krant"): True,
        ("Gem. Haarlem", "stad Haarlem"): True,
        ("gemeente Haarlem", haarlem): True,
        ("Stad Gent", "gem. Gent"): True,
        ("Gent", "Gemeente Gent"): True,
        ("OB Utrecht", "bieb Utrecht"): True,
        ("Bibliotheek Gent", "Gemeente Gent"): False,
        ("De Krant", "De Bode"): False,
        ("", ""): False,
    }
    wrong = []

    for (first, other), is_one in pairs.items():
        event = EventFactory(most_per_organisation=1)
        people = [person(str(number), **of(each)) for number, each in enumerate((first, other))]
        try:
            for each in people:
                book_people(event, each)
            wrong += [first] if is_one else []
        except RefusedError:
            wrong += [] if is_one else [first]

    assert wrong == []


def of(organisation):
    """What is on a form: a name, or what was chosen from the directory."""
    if isinstance(organisation, str):
        return {"organisation_name": organisation}
    return {"organisation": organisation}


def test_a_library_of_the_right_province_brings_guests():
    utrecht = ProvinceFactory(name="Utrecht")
    event = EventFactory(most_guests=2)
    event.guest_provinces.add(utrecht)
    host = person("Ans", organisation=LibraryFactory(province=utrecht))

    booking = book_people(event, host, person("Wethouder", is_guest=True))

    guest = booking.registrations.get(is_guest=True)
    assert guest.host == booking.registrations.get(is_guest=False)


@pytest.mark.parametrize(
    ("most", "organisation", "sentence"),
    [
        (0, LibraryFactory, "Je kunt hier geen gasten meenemen."),
        (1, MunicipalityFactory, "Alleen een bibliotheek kan gasten meenemen. Kies jouw bibliotheek uit de lijst."),
        (1, LibraryFactory, "Alleen bibliotheken uit Utrecht kunnen gasten meenemen."),
    ],
)
def test_guests_are_refused(most, organisation, sentence):
    event = EventFactory(most_guests=most)
    event.guest_provinces.add(ProvinceFactory(name="Utrecht"))
    host = person("Ans", organisation=organisation(province=ProvinceFactory()))

    assert refusal(event, host, person("Gast", is_guest=True)) == sentence


def test_the_price_follows_from_the_province_of_the_organisation():
    utrecht, elsewhere = ProvinceFactory(), ProvinceFactory()
    event = EventFactory()
    PriceTierFactory(event=event, amount=0, position=1).provinces.add(utrecht)
    PriceTierFactory(event=event, amount=145, position=2)

    booking = book_people(
        event,
        person("Ans", organisation=LibraryFactory(province=utrecht)),
        person("Bert", organisation=LibraryFactory(province=elsewhere)),
        person("Cor", organisation_name="Anders", province=utrecht),
    )

    assert list(booking.registrations.order_by("pk").values_list("amount", flat=True)) == [0, 145, 0]


def test_another_price_than_was_shown_is_refused():
    event = EventFactory()
    PriceTierFactory(event=event, amount=85)

    assert refusal(event, expected=Decimal(0)).startswith("De prijs is veranderd")


def test_who_fits_no_price_is_refused():
    event = EventFactory()
    PriceTierFactory(event=event, sector="gemeente")

    with pytest.raises(RefusedError, match="geen prijs vastgesteld"):
        book_people(event)
