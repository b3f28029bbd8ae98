from datetime import date

import pytest

from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.opportunity_factories import (
    IndicatorFactory,
    IndicatorValueFactory,
    MatrixSnapshotFactory,
    MeasurementFactory,
    NoteFactory,
    SharedListFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

FIRST, SECOND = date(2026, 1, 1), date(2026, 1, 2)


def lead():
    return IndicatorFactory(is_lead=True)


RULES = [
    Rule(
        "indicator_explains_itself",
        "Een indicator heeft een naam, een korte naam, een eenheid en een uitleg.",
        IndicatorFactory,
        refused=[{"name": ""}, {"short_name": ""}, {"unit": ""}, {"judgement": ""}],
        accepted=[{"name": "A", "short_name": "b", "unit": "%", "judgement": "C"}],
    ),
    Rule(
        "indicator_direction_known",
        "Kies een richting uit de lijst.",
        IndicatorFactory,
        refused=[{"direction": "omhoog"}, {"direction": ""}],
        accepted=[{"direction": direction} for direction in ("hoog", "laag", "achtergrond")],
    ),
    Rule(
        "indicator_lead_has_direction",
        "Wat alleen achtergrond is, kan de behoefte niet bepalen.",
        IndicatorFactory,
        refused=[{"is_lead": True, "direction": "achtergrond"}],
        accepted=[
            {"is_lead": True, "direction": "hoog"},
            {"is_lead": True, "direction": "laag"},
            {"is_lead": False, "direction": "achtergrond"},
        ],
    ),
    Rule(
        "indicator_one_lead_per_theme",
        "Bij dit thema bepaalt al een andere indicator de behoefte.",
        IndicatorFactory,
        refused=[same_as_another(lead, "theme", "is_lead")],
        accepted=[
            same_as_another(lead, "theme"),
            same_as_another(lead, "is_lead"),
            same_as_another(IndicatorFactory, "theme", "is_lead"),
            lambda indicator: {"theme": IndicatorFactory().theme, "is_lead": True},
        ],
    ),
    Rule(
        "indicator_per_known",
        "Een deel is van 100, 1000, 10.000 of 100.000; laat anders leeg.",
        IndicatorFactory,
        refused=[{"per": per} for per in (0, 1, 10, 101, 1_000_000)],
        accepted=[{"per": per} for per in (None, 100, 1000, 10_000, 100_000)],
    ),
    Rule(
        "indicator_lowest_below_highest",
        "De laagste mogelijke waarde ligt onder de hoogste.",
        IndicatorFactory,
        refused=[{"lowest": 2, "highest": 1}, {"lowest": 1, "highest": 1}],
        accepted=[
            {"lowest": -1, "highest": 0},
            {"lowest": None, "highest": 0},
            {"lowest": 100, "highest": None},
            {"lowest": None, "highest": None},
        ],
    ),
    Rule(
        "measurement_once_a_year",
        "Van deze indicator is er al een meting in dit jaar.",
        MeasurementFactory,
        refused=[same_as_another(MeasurementFactory, "indicator", "year")],
        accepted=[
            same_as_another(MeasurementFactory, "indicator", year=2023),
            same_as_another(MeasurementFactory, "year"),
        ],
    ),
    Rule(
        "measurement_years_plausible",
        "Een jaar ligt tussen 1990 en 2100.",
        MeasurementFactory,
        refused=[{"year": 1989}, {"year": 2101}, {"codes_year": 1989}, {"codes_year": 2101}],
        accepted=[{"year": 1990, "codes_year": 2100}, {"year": 2100, "codes_year": 1990}],
    ),
    Rule(
        "indicator_value_once",
        "Deze gemeente heeft al een cijfer in deze meting.",
        IndicatorValueFactory,
        refused=[same_as_another(IndicatorValueFactory, "measurement", "municipality")],
        accepted=[
            same_as_another(IndicatorValueFactory, "measurement"),
            same_as_another(IndicatorValueFactory, "municipality"),
        ],
    ),
    Rule(
        "indicator_value_numerator_and_denominator",
        "Geef teller en noemer allebei: de teller niet onder 0, de noemer erboven.",
        IndicatorValueFactory,
        refused=[
            {"numerator": 1},
            {"denominator": 1},
            {"numerator": -1, "denominator": 1},
            {"numerator": 1, "denominator": 0},
            {"numerator": 1, "denominator": -1},
        ],
        accepted=[
            {"numerator": None, "denominator": None},
            {"numerator": 0, "denominator": 1},
            {"numerator": 2, "denominator": 1},
        ],
    ),
    Rule(
        "snapshot_once_a_year",
        "Van dit jaar is er al een kansenkaart.",
        MatrixSnapshotFactory,
        refused=[same_as_another(MatrixSnapshotFactory, "municipality", "theme", "year")],
        accepted=[
            same_as_another(MatrixSnapshotFactory, "municipality", "theme", year=2025),
            same_as_another(MatrixSnapshotFactory, "municipality", "year"),
            same_as_another(MatrixSnapshotFactory, "theme", "year"),
        ],
    ),
    Rule(
        "snapshot_taken_in_its_year",
        "Een kansenkaart is genomen in het jaar waar hij bij hoort.",
        MatrixSnapshotFactory,
        refused=[
            {"year": 2026, "taken_on": date(2025, 12, 31)},
            {"year": 2026, "taken_on": date(2027, 1, 1)},
            {"year": 2025},
        ],
        accepted=[{"year": 2026, "taken_on": date(2026, 12, 31)}, {"year": 2027, "taken_on": date(2027, 1, 1)}],
    ),
    Rule(
        "note_has_a_term",
        "Een notitie wordt na het bewaren verwijderd.",
        NoteFactory,
        refused=[{"saved_on": SECOND, "remove_on": FIRST}, {"saved_on": FIRST, "remove_on": FIRST}],
        accepted=[{"saved_on": FIRST, "remove_on": SECOND}],
    ),
    Rule(
        "shared_list_has_a_term",
        "Een gedeelde lijst wordt na het delen verwijderd.",
        SharedListFactory,
        refused=[{"shared_on": SECOND, "remove_on": FIRST}, {"shared_on": FIRST, "remove_on": FIRST}],
        accepted=[{"shared_on": FIRST, "remove_on": SECOND}],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
