from datetime import date
from decimal import Decimal

import pytest

from partners.models import Organisation
from tests.constraints import (
    Rule,
    same_as_another,
    wrongly_accepted,
    wrongly_refused,
)
from tests.factories import LibraryFactory, MunicipalityFactory, PartnerFactory, ProvinceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

NEEDS_CODE = "Een gemeente heeft een provincie en een CBS-code: GM met vier cijfers."
NEEDS_ISIL_FORM = "Een ISIL-code is NL- met tien cijfers, en hoort bij een bibliotheek."
NEEDS_SECTOR = "Een partner, en alleen een partner, heeft een soort en een niveau."
GOVERNMENT = Organisation.Sector.PROVINCE


class ProvincialGovernmentFactory(PartnerFactory):
    sector = GOVERNMENT


RULES = [
    Rule(
        "organisation_name_not_empty",
        "Een organisatie heeft een naam.",
        LibraryFactory,
        refused=[{"name": ""}],
        accepted=[{"name": "B"}],
    ),
    Rule(
        "organisation_kind_known",
        "Een organisatie is een bibliotheek, een gemeente of een partner.",
        LibraryFactory,
        refused=[{"kind": "school"}, {"kind": ""}],
        accepted=[{"kind": "bibliotheek"}],
    ),
    Rule(
        "municipality_has_cbs_code",
        NEEDS_CODE,
        MunicipalityFactory,
        refused=[
            {"cbs_code": "GM123"},
            {"cbs_code": "GM123X"},
            {"cbs_code": "gm1234"},
            {"cbs_code": "PV1234"},
            {"cbs_code": ""},
            {"cbs_code": None},
            {"province": None},
        ],
        accepted=[{"cbs_code": "GM0000"}, {"cbs_code": "GM9999"}],
    ),
    Rule(
        "municipality_has_cbs_code",
        NEEDS_CODE,
        LibraryFactory,
        refused=[{"cbs_code": "GM1234"}, {"cbs_code": ""}],
        accepted=[{"cbs_code": None}],
    ),
    Rule(
        "municipality_columns",
        "Inwoners, ligging en geldigheid horen alleen bij een gemeente.",
        LibraryFactory,
        refused=[
            {"population": 0, "population_year": 2025},
            {"latitude": 52, "longitude": 5},
            {"valid_from": date(2001, 1, 1)},
            {"valid_until": date(2001, 1, 1)},
        ],
        accepted=[lambda library: {"province": ProvinceFactory()}],
    ),
    Rule(
        "population_has_year",
        "Geef bij het aantal inwoners ook het jaar.",
        MunicipalityFactory,
        refused=[{"population": 0}, {"population_year": 2025}],
        accepted=[{"population": 0, "population_year": 2025}],
    ),
    Rule(
        "centroid_in_the_netherlands",
        "Geef breedtegraad (50 tot 54) en lengtegraad (3 tot 8) allebei.",
        MunicipalityFactory,
        refused=[
            {"latitude": Decimal("49.99999"), "longitude": 5},
            {"latitude": Decimal("54.00001"), "longitude": 5},
            {"latitude": 52, "longitude": Decimal("2.99999")},
            {"latitude": 52, "longitude": Decimal("8.00001")},
            {"latitude": 5, "longitude": 52},
            {"latitude": 52},
            {"longitude": 5},
        ],
        accepted=[{"latitude": 50, "longitude": 3}, {"latitude": 54, "longitude": 8}],
    ),
    Rule(
        "municipality_ends_after_it_began",
        "Een gemeente kan niet opgeheven zijn voordat ze bestond.",
        MunicipalityFactory,
        refused=[
            {"valid_from": date(2001, 1, 1), "valid_until": date(2001, 1, 1)},
            {"valid_from": date(2001, 1, 2), "valid_until": date(2001, 1, 1)},
        ],
        accepted=[
            {"valid_from": date(2001, 1, 1), "valid_until": date(2001, 1, 2)},
            {"valid_from": date(2001, 1, 1)},
            {"valid_until": date(2001, 1, 1)},
        ],
    ),
    Rule(
        "isil_of_a_library",
        NEEDS_ISIL_FORM,
        LibraryFactory,
        refused=[{"isil": "NL-012345678"}, {"isil": "NL-012345678X"}, {"isil": "BE-0123456789"}, {"isil": ""}],
        accepted=[{"isil": "NL-0123456789"}],
    ),
    Rule(
        "isil_of_a_library",
        NEEDS_ISIL_FORM,
        PartnerFactory,
        refused=[{"isil": "NL-0123456789"}],
        accepted=[{"isil": None}],
    ),
    Rule(
        "partner_has_sector_and_level",
        NEEDS_SECTOR,
        PartnerFactory,
        refused=[{"sector": ""}, {"level": ""}],
        accepted=[lambda office: {"parent": PartnerFactory()}],
    ),
    Rule(
        "partner_has_sector_and_level",
        NEEDS_SECTOR,
        LibraryFactory,
        refused=[{"sector": "bedrijf"}, {"level": "lokaal"}, lambda library: {"parent": PartnerFactory()}],
        accepted=[{"sector": "", "level": "", "parent": None}],
    ),
    Rule(
        "partner_not_its_own_parent",
        "Een partner kan niet onder zichzelf hangen.",
        PartnerFactory,
        refused=[lambda partner: {"parent": partner}],
        accepted=[lambda partner: {"parent": PartnerFactory(parent=partner)}],
    ),
    Rule(
        "one_government_per_province",
        "Van deze provincie is het bestuur al een partner.",
        ProvincialGovernmentFactory,
        refused=[lambda government: {"province": ProvincialGovernmentFactory(province=ProvinceFactory()).province}],
        accepted=[
            lambda government: {"province": PartnerFactory(province=ProvinceFactory()).province},
            lambda government: {"province": ProvinceFactory()},
            same_as_another(ProvincialGovernmentFactory, "province"),
        ],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []
