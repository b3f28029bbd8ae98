"""Which price is whose: the first in order that fits, and an early one until and with its last day."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from events.prices import tier_for
from tests.event_factories import EventFactory, PriceTierFactory
from tests.factories import ProvinceFactory

pytestmark = pytest.mark.django_db
LAST_DAY = date(2026, 5, 1)


def price_of(event, *, province=None, sector="", is_guest=False, today=LAST_DAY):
    """The name of the price that somebody gets; empty where none fits."""
    tiers = event.price_tiers.prefetch_related("provinces")
    province_id = province and province.pk
    tier = tier_for(tiers, province_id=province_id, sector=sector, is_guest=is_guest, today=today)
    return tier.name if tier else ""


def test_an_early_price_holds_until_and_with_its_last_day():
    event = EventFactory()
    PriceTierFactory(event=event, name="Vroeg", position=1, valid_until=LAST_DAY)
    PriceTierFactory(event=event, name="Gewoon", position=2)

    days = [date(2026, 4, 30), LAST_DAY, date(2026, 5, 2)]

    assert [price_of(event, today=day) for day in days] == ["Vroeg", "Vroeg", "Gewoon"]


def test_a_price_is_for_who_it_says():
    utrecht = ProvinceFactory()
    wanted = {
        "provincie": {"province": utrecht},
        "sector": {"sector": "gemeente"},
        "gast": {"is_guest": True},
        "deelnemer": {"is_guest": False},
    }
    event = EventFactory()
    PriceTierFactory(event=event, name="provincie", position=1).provinces.add(utrecht)
    PriceTierFactory(event=event, name="sector", position=2, sector="gemeente")
    PriceTierFactory(event=event, name="gast", position=3, for_whom="gasten")
    PriceTierFactory(event=event, name="deelnemer", position=4, for_whom="deelnemers")

    assert {name: price_of(event, **person) for name, person in wanted.items()} == {name: name for name in wanted}
    assert price_of(event, province=utrecht, sector="gemeente", is_guest=True) == "provincie"


def test_who_fits_none_has_no_price():
    event = EventFactory()
    PriceTierFactory(event=event, sector="gemeente")

    assert price_of(event, sector="bibliotheek") == ""


def test_an_early_price_that_is_over_stands_on_no_page_for_who_registers(client):
    event = EventFactory()
    PriceTierFactory(event=event, name="Gewoon", amount=0)
    over = timezone.localdate() - timedelta(days=1)
    PriceTierFactory(event=event, name="Vroege vogel", amount=57, valid_until=over, position=1)

    pages = [client.get(event.get_absolute_url()), client.get(f"{event.get_absolute_url()}inschrijven/")]
    shown = [page.content.decode() for page in pages]

    assert [("Gewoon" in text, "Vroege vogel" in text, "Factuur" in text) for text in shown] == [
        (True, False, False)
    ] * 2
