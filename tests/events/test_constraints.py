from datetime import UTC, date, datetime, time

import pytest

from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.event_factories import (
    EventDayFactory,
    EventFactory,
    EventPhotoFactory,
    EventRoleFactory,
    EventSeriesFactory,
    PriceTierFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

FIRST, SECOND = date(2027, 1, 1), date(2027, 1, 2)
MORNING, NOON = (datetime(2027, 1, 1, hour, tzinfo=UTC) for hour in (9, 12))
TEN, ELEVEN = time(10), time(11)


def hybrid(**fields):
    return {"attendance": "hybride"} | fields


def in_a_series(**values):
    """Values for an event that belongs to a series of its own."""
    return lambda event: {"series": EventSeriesFactory(), **values}


def meeting_of_a_series():
    return EventFactory(series=EventSeriesFactory(), edition=2)


RULES = [
    Rule(
        "event_series_name_not_empty",
        "Een reeks heeft een naam.",
        EventSeriesFactory,
        refused=[{"name": ""}],
        accepted=[{"name": "A"}],
    ),
    Rule(
        "event_title_and_summary",
        "Een bijeenkomst heeft een titel en een samenvatting.",
        EventFactory,
        refused=[{"title": ""}, {"summary": ""}],
        accepted=[{"title": "A", "summary": "B"}],
    ),
    Rule(
        "event_slug_not_a_page",
        "Dit kenmerk is al het adres van een andere pagina.",
        EventFactory,
        refused=[{"slug": slug} for slug in ("maand", "voorbij", "foto", "plek", "boeking", "evaluatie")],
        accepted=[{"slug": "maanden"}],
    ),
    Rule(
        "event_state_known",
        "Kies een stand uit de lijst; vol en geweest volgen vanzelf.",
        EventFactory,
        refused=[{"state": state} for state in ("", "vol", "geweest", "besloten")],
        accepted=[{"state": state} for state in ("concept", "aangekondigd", "open", "gesloten", "afgelast")],
    ),
    Rule(
        "event_ends_after_start",
        "De laatste dag kan niet voor de eerste dag liggen.",
        EventFactory,
        refused=[{"starts_on": SECOND, "ends_on": FIRST}],
        accepted=[{"starts_on": FIRST, "ends_on": FIRST}, {"starts_on": FIRST, "ends_on": SECOND}],
    ),
    Rule(
        "event_date_plausible",
        "Een bijeenkomst is tussen 1950 en 2100.",
        EventFactory,
        refused=[
            {"starts_on": date(1949, 12, 31), "ends_on": FIRST},
            {"starts_on": FIRST, "ends_on": date(2101, 1, 1)},
        ],
        accepted=[{"starts_on": day, "ends_on": day} for day in (date(1950, 1, 1), date(2100, 12, 31))],
    ),
    Rule(
        "event_registration_closes_after_opening",
        "Inschrijven kan niet sluiten voordat het begint.",
        EventFactory,
        refused=[{"opens_at": NOON, "closes_at": MORNING}, {"opens_at": NOON, "closes_at": NOON}],
        accepted=[{"opens_at": MORNING, "closes_at": NOON}, {"opens_at": NOON}, {"closes_at": MORNING}],
    ),
    Rule(
        "event_capacity_positive",
        "Geef minstens één plek, of laat het leeg als er geen grens is.",
        EventFactory,
        refused=[{"capacity": 0}],
        accepted=[{"capacity": 1}, {"capacity": None}],
    ),
    Rule(
        "event_own_limits_when_hybrid",
        "Apart tellen kan alleen bij ‘op locatie en online’, met minstens één plek.",
        EventFactory,
        refused=[{"online_capacity": 1}, hybrid(online_capacity=0), hybrid(on_site_capacity=0)],
        accepted=[hybrid(online_capacity=1), hybrid(on_site_capacity=1), hybrid(capacity=1)],
    ),
    Rule(
        "event_edition_in_series",
        "Een hoeveelste keer is 1 of meer, en hoort bij een reeks.",
        EventFactory,
        refused=[{"edition": 1}, in_a_series(edition=0)],
        accepted=[in_a_series(edition=1), in_a_series(edition=None), {"series": None, "edition": None}],
    ),
    Rule(
        "event_edition_unique",
        "Deze reeks heeft al een bijeenkomst met dit nummer.",
        EventFactory,
        refused=[same_as_another(meeting_of_a_series, "series", "edition")],
        accepted=[
            lambda event: {"series": meeting_of_a_series().series, "edition": 3},
            lambda event: {"series": EventSeriesFactory(), "edition": meeting_of_a_series().edition},
            lambda event: {"series": EventFactory(series=EventSeriesFactory()).series, "edition": None},
        ],
    ),
    Rule(
        "event_day_unique",
        "Deze dag staat er al.",
        EventDayFactory,
        refused=[same_as_another(EventDayFactory, "event", "date")],
        accepted=[same_as_another(EventDayFactory, "event", date=FIRST), same_as_another(EventDayFactory, "date")],
    ),
    Rule(
        "event_day_ends_after_begin",
        "Een dag eindigt na het begin, of ’s nachts uiterlijk om 6 uur.",
        EventDayFactory,
        refused=[
            {"begins": ELEVEN, "ends": TEN},
            {"begins": TEN, "ends": TEN},
            {"ends": TEN},
            {"begins": time(6), "ends": time(6)},
            {"begins": TEN, "ends": time(6, 1)},
        ],
        accepted=[
            {"begins": TEN, "ends": ELEVEN},
            {"begins": TEN, "ends": time(0, 30)},
            {"begins": TEN},
            {"begins": None, "ends": None},
            {"begins": time(17), "ends": time(6)},
        ],
    ),
    Rule(
        "event_role_unique",
        "Deze organisatie heeft deze rol al.",
        EventRoleFactory,
        refused=[same_as_another(EventRoleFactory, "event", "organisation", "role")],
        accepted=[
            same_as_another(EventRoleFactory, "event", "organisation", role="partner"),
            same_as_another(EventRoleFactory, "event", "role"),
            same_as_another(EventRoleFactory, "organisation", "role"),
        ],
    ),
    Rule(
        "event_role_known",
        "Een rol is organisator, opdrachtgever, financier of partner.",
        EventRoleFactory,
        refused=[{"role": "baas"}, {"role": ""}],
        accepted=[{"role": role} for role in ("organisator", "opdrachtgever", "financier", "partner")],
    ),
    Rule(
        "event_photo_has_alt_text_and_credit",
        "Zeg wat er op de foto te zien is en wie hem maakte.",
        EventPhotoFactory,
        refused=[{"alt_text": ""}, {"credit": ""}],
        accepted=[{"alt_text": "Een zaal", "credit": "KB"}],
    ),
    Rule(
        "price_tier_unique",
        "Deze prijs staat er al.",
        PriceTierFactory,
        refused=[same_as_another(PriceTierFactory, "event", "name")],
        accepted=[same_as_another(PriceTierFactory, "event"), same_as_another(PriceTierFactory, "name")],
    ),
    Rule(
        "price_tier_not_negative",
        "Een prijs is 0 euro of meer.",
        PriceTierFactory,
        refused=[{"amount": -1}],
        accepted=[{"amount": 0}],
    ),
    Rule(
        "price_tier_name_not_empty",
        "Zeg voor wie deze prijs is.",
        PriceTierFactory,
        refused=[{"name": ""}],
        accepted=[{"name": "Iedereen"}],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
