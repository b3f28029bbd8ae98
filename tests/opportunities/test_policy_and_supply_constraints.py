from datetime import date

import pytest

from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.opportunity_factories import (
    AdoptionReportFactory,
    PassageFactory,
    PolicyDocumentFactory,
    ServiceFactory,
    SupplyCheckFactory,
    TextIntakeFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def programme():
    return PolicyDocumentFactory(kind="verkiezingsprogramma", party="Partij")


RULES = [
    Rule(
        "policy_document_title_not_empty",
        "Een beleidsstuk heeft een titel.",
        PolicyDocumentFactory,
        refused=[{"title": ""}],
        accepted=[{"title": "A"}],
    ),
    Rule(
        "policy_document_kind_known",
        "Kies een soort uit de lijst.",
        PolicyDocumentFactory,
        refused=[{"kind": "brief"}, {"kind": ""}],
        accepted=[
            {"kind": "coalitieakkoord"},
            {"kind": "beleidsnota"},
            {"kind": "begroting"},
            {"kind": "verkiezingsprogramma", "party": "Partij"},
        ],
    ),
    Rule(
        "policy_document_party_of_a_programme",
        "Een verkiezingsprogramma, en niets anders, is van een partij.",
        programme,
        refused=[{"party": ""}, {"kind": "coalitieakkoord"}, {"kind": "beleidsnota"}],
        accepted=[{"party": "A"}, {"kind": "coalitieakkoord", "party": ""}, {"kind": "beleidsnota", "party": ""}],
    ),
    Rule(
        "policy_document_years_plausible",
        "Jaren liggen tussen 1990 en 2100, en het laatste niet voor het eerste.",
        PolicyDocumentFactory,
        refused=[
            {"from_year": 1989},
            {"from_year": 2101},
            {"from_year": 1989, "until_year": 1990},
            {"from_year": 2100, "until_year": 2101},
            {"from_year": 2026, "until_year": 2025},
        ],
        accepted=[
            {"from_year": 1990, "until_year": None},
            {"from_year": 2100, "until_year": None},
            {"from_year": 1990, "until_year": 2100},
            {"from_year": 2026, "until_year": 2026},
        ],
    ),
    Rule(
        "policy_document_date_readable",
        "Schrijf een datum als 2026, 2026-06 of 2026-06-10.",
        PolicyDocumentFactory,
        refused=[{"dated": "juni 2026"}, {"dated": "2026-13"}, {"dated": "2026-6"}, {"dated": "10-06-2026"}],
        accepted=[{"dated": ""}, {"dated": "2026"}, {"dated": "2026-12"}, {"dated": "2026-06-30"}],
    ),
    Rule(
        "policy_document_missing_is_not_read",
        "Een stuk dat er niet is, heeft geen webadres en is niet gelezen.",
        PolicyDocumentFactory,
        refused=[
            {"missing_because": "Nog niet openbaar.", "url": "https://voorbeeld.nl/"},
            {"missing_because": "Nog niet openbaar.", "read_on": date(2026, 1, 1)},
        ],
        accepted=[
            {"missing_because": "Nog niet openbaar.", "page_url": "https://voorbeeld.nl/"},
            {"missing_because": "", "url": "https://voorbeeld.nl/", "read_on": date(2026, 1, 1)},
        ],
    ),
    Rule(
        "text_intake_state_known",
        "Kies een stand uit de lijst.",
        TextIntakeFactory,
        refused=[{"state": ""}, {"state": "bezig"}],
        accepted=[{"state": state} for state in ("wacht", "lezen", "klaar", "geweigerd", "gestopt")],
    ),
    Rule(
        "passage_says_something",
        "Vertel een passage na, of markeer een zin.",
        PassageFactory,
        refused=[{"told": "", "quote": ""}],
        accepted=[{"told": "", "quote": "A"}, {"told": "A", "quote": ""}, {"told": "A", "quote": "A"}],
    ),
    Rule(
        "passage_weight_known",
        "Een passage noemt een thema of maakt er een speerpunt van.",
        PassageFactory,
        refused=[{"weight": "niet-genoemd"}, {"weight": ""}],
        accepted=[{"weight": "genoemd"}, {"weight": "speerpunt"}],
    ),
    Rule(
        "passage_unique",
        "Deze passage staat al bij dit thema.",
        PassageFactory,
        refused=[same_as_another(PassageFactory, "document", "theme", "quote", "told")],
        accepted=[
            same_as_another(PassageFactory, "document", "theme", "quote"),
            same_as_another(PassageFactory, "document", "quote", "told"),
            same_as_another(PassageFactory, "theme", "quote", "told"),
            lambda passage: same_as_another(PassageFactory, "document", "theme", "told")(passage) | {"quote": "B"},
        ],
    ),
    Rule(
        "service_name_not_empty",
        "Aanbod heeft een naam.",
        ServiceFactory,
        refused=[{"name": ""}],
        accepted=[{"name": "A"}],
    ),
    Rule(
        "service_unique_in_municipality",
        "Dit aanbod staat al bij deze gemeente.",
        ServiceFactory,
        refused=[same_as_another(ServiceFactory, "municipality", "name")],
        accepted=[same_as_another(ServiceFactory, "municipality"), same_as_another(ServiceFactory, "name")],
    ),
    Rule(
        "service_publication_state_known",
        "Kies een publicatiestand uit de lijst.",
        ServiceFactory,
        refused=[{"publication_state": "concept"}, {"publication_state": ""}],
        accepted=[{"publication_state": state} for state in ("ingezonden", "gepubliceerd", "gearchiveerd")],
    ),
    Rule(
        "service_satisfaction_has_source",
        "Zeg bij de tevredenheid waar dat staat.",
        ServiceFactory,
        refused=[{"satisfaction": "Een 8"}],
        accepted=[
            {"satisfaction": "Een 8", "satisfaction_source": "Jaarverslag 2025"},
            {"satisfaction": "", "satisfaction_source": "Jaarverslag 2025"},
            {"satisfaction": "", "satisfaction_source": ""},
        ],
    ),
    Rule(
        "service_years_plausible",
        "Jaren liggen tussen 1900 en 2100, en stoppen komt na beginnen.",
        ServiceFactory,
        refused=[
            {"from_year": 1899},
            {"from_year": 2101},
            {"until_year": 1899},
            {"until_year": 2101},
            {"from_year": 2026, "until_year": 2025},
        ],
        accepted=[
            {"from_year": 1900, "until_year": 2100},
            {"from_year": 2026, "until_year": 2026},
            {"from_year": 2100, "until_year": None},
            {"from_year": None, "until_year": 1900},
            {"from_year": None, "until_year": None},
        ],
    ),
    Rule(
        "service_seen_year_plausible",
        "Het jaar waarin het gezien is, ligt tussen 1900 en 2100.",
        ServiceFactory,
        refused=[{"seen_year": 1899}, {"seen_year": 2101}],
        accepted=[{"seen_year": None}, {"seen_year": 1900}, {"seen_year": 2100}],
    ),
    Rule(
        "service_level_known",
        "Kies uit de lijst hoe ver het is.",
        ServiceFactory,
        refused=[{"level": "bijna"}],
        accepted=[{"level": ""}, {"level": "proberen"}, {"level": "pilot"}, {"level": "vast"}],
    ),
    Rule(
        "service_stopped_in_a_year",
        "Vul in in welk jaar het stopte.",
        ServiceFactory,
        refused=[{"level": "gestopt"}],
        accepted=[{"level": "gestopt", "until_year": 2025}, {"level": "vast"}],
    ),
    Rule(
        "service_stop_reason_of_what_stopped",
        "Een reden om te stoppen hoort bij wat gestopt is.",
        ServiceFactory,
        refused=[{"level": "vast", "stop_reason": "Geen geld"}],
        accepted=[{"level": "gestopt", "until_year": 2025, "stop_reason": "Geen geld"}],
    ),
    Rule(
        "adoption_report_once_a_year",
        "Van dit jaar staan er al cijfers.",
        AdoptionReportFactory,
        refused=[same_as_another(AdoptionReportFactory, "service", "year")],
        accepted=[{"year": 2024}],
    ),
    Rule(
        "adoption_report_year_plausible",
        "Het jaar ligt tussen 2000 en 2100.",
        AdoptionReportFactory,
        refused=[{"year": 1999}, {"year": 2101}],
        accepted=[{"year": 2000}, {"year": 2100}],
    ),
    Rule(
        "adoption_report_outcome_kind_known",
        "Kies een soort opbrengst uit de lijst.",
        AdoptionReportFactory,
        refused=[{"outcome_kind": "geluk"}, {"outcome_kind": ""}],
        accepted=[{"outcome_kind": "werk"}],
    ),
    Rule(
        "adoption_report_says_how_known",
        "Zeg bij elk cijfer hoe je het weet.",
        AdoptionReportFactory,
        refused=[{"reached_how": ""}, {"cost": 1}, {"outcome": 1}, {"cost_how": "geteld"}, {"outcome_how": "geraden"}],
        accepted=[{"cost": 0, "cost_how": "geschat"}, {"outcome": 1, "outcome_how": "gevraagd"}],
    ),
    Rule(
        "adoption_report_has_a_figure",
        "Vul minstens een cijfer in.",
        AdoptionReportFactory,
        refused=[{"reached": None, "reached_how": ""}],
        accepted=[{"reached": None, "reached_how": "", "cost": 5, "cost_how": "administratie"}],
    ),
    Rule(
        "supply_check_unique",
        "Bij dit thema is het aanbod van deze gemeente al bekeken.",
        SupplyCheckFactory,
        refused=[same_as_another(SupplyCheckFactory, "municipality", "theme")],
        accepted=[same_as_another(SupplyCheckFactory, "municipality"), same_as_another(SupplyCheckFactory, "theme")],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
