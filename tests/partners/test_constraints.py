from datetime import date

import pytest

from tests.constraints import (
    Rule,
    constraint_that_refuses,
    same_as_another,
    sentences_about,
    wrongly_accepted,
    wrongly_refused,
)
from tests.factories import (
    AgreementFactory,
    BranchFactory,
    ContactPersonFactory,
    LibraryFactory,
    MunicipalityAliasFactory,
    MunicipalityFactory,
    NetworkFactory,
    NetworkMemberFactory,
    ProvinceFactory,
    SuccessionFactory,
)
from tests.partners.pairs import OrganisationDoubleFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

FIRST, SECOND = date(2020, 1, 1), date(2020, 1, 2)

RULES = [
    Rule(
        "province_code_form",
        "Een CBS-code van een provincie is PV met twee cijfers, zoals PV27.",
        ProvinceFactory,
        refused=[{"code": "PV1"}, {"code": "PVXX"}, {"code": "pv27"}, {"code": "GM27"}, {"code": ""}],
        accepted=[{"code": "PV00"}, {"code": "PV99"}],
    ),
    Rule(
        "agreement_ends_after_signing",
        "Een overeenkomst kan niet aflopen voordat ze getekend is.",
        AgreementFactory,
        refused=[{"signed_on": SECOND, "ends_on": FIRST}],
        accepted=[{"signed_on": FIRST, "ends_on": FIRST}, {"signed_on": FIRST}, {"ends_on": FIRST}],
    ),
    Rule(
        "contact_person_can_be_reached",
        "Geef een e-mailadres of een telefoonnummer.",
        ContactPersonFactory,
        refused=[{"email": "", "phone": ""}],
        accepted=[{"email": "", "phone": "030 123 45 67"}, {"email": "wie@voorbeeld.nl", "phone": ""}],
    ),
    Rule(
        "contact_person_removed_after_consent",
        "De datum van verwijderen ligt na de datum van toestemming.",
        ContactPersonFactory,
        refused=[{"consented_on": FIRST, "remove_on": FIRST}, {"consented_on": SECOND, "remove_on": FIRST}],
        accepted=[{"consented_on": FIRST, "remove_on": SECOND}],
    ),
    Rule(
        "contact_person_unique",
        "Deze contactpersoon staat al bij deze organisatie.",
        ContactPersonFactory,
        refused=[same_as_another(ContactPersonFactory, "organisation", "name")],
        accepted=[
            same_as_another(ContactPersonFactory, "organisation"),
            same_as_another(ContactPersonFactory, "name"),
        ],
    ),
    Rule(
        "branch_name_unique_in_library",
        "Deze bibliotheek heeft al een vestiging met deze naam.",
        BranchFactory,
        refused=[same_as_another(BranchFactory, "library", "name")],
        accepted=[same_as_another(BranchFactory, "library"), same_as_another(BranchFactory, "name")],
    ),
    Rule(
        "branch_is_somewhere",
        "Vul een bibliotheek of een gemeente in.",
        BranchFactory,
        refused=[{"library": None}],
        accepted=[lambda _: {"library": None, "municipality": MunicipalityFactory()}],
    ),
    Rule(
        "alias_unique_in_municipality",
        "Deze gemeente heeft deze andere naam al.",
        MunicipalityAliasFactory,
        refused=[same_as_another(MunicipalityAliasFactory, "municipality", "name", "slug")],
        accepted=[
            same_as_another(MunicipalityAliasFactory, "municipality"),
            same_as_another(MunicipalityAliasFactory, "name", "slug"),
        ],
    ),
    Rule(
        "succession_unique",
        "Deze herindeling staat er al.",
        SuccessionFactory,
        refused=[same_as_another(SuccessionFactory, "predecessor", "successor")],
        accepted=[same_as_another(SuccessionFactory, "predecessor"), same_as_another(SuccessionFactory, "successor")],
    ),
    Rule(
        "succession_between_two",
        "Een gemeente kan zichzelf niet opvolgen.",
        SuccessionFactory,
        refused=[lambda succession: {"successor": succession.predecessor}],
        accepted=[lambda succession: {"successor": MunicipalityFactory(name=succession.predecessor.name)}],
    ),
    Rule(
        "network_ends_after_it_began",
        "Een netwerk kan niet stoppen voordat het begon.",
        NetworkFactory,
        refused=[{"started_on": SECOND, "ended_on": FIRST}],
        accepted=[{"started_on": FIRST, "ended_on": FIRST}, {"started_on": FIRST}, {"ended_on": FIRST}],
    ),
    Rule(
        "network_member_unique",
        "Deze organisatie is in deze periode al lid.",
        NetworkMemberFactory,
        refused=[
            same_as_another(NetworkMemberFactory, "network", "organisation", "joined_on"),
            same_as_another(NetworkMemberFactory, "network", "organisation", "joined_on", joined_on=FIRST),
        ],
        accepted=[
            same_as_another(NetworkMemberFactory, "network", "organisation", joined_on=FIRST),
            same_as_another(NetworkMemberFactory, "network", "joined_on"),
            same_as_another(NetworkMemberFactory, "organisation", "joined_on"),
        ],
    ),
    Rule(
        "member_with_end_has_left",
        "Wie een einddatum heeft, is geen lid meer.",
        NetworkMemberFactory,
        refused=[{"left_on": FIRST, "has_left": False}],
        accepted=[{"left_on": FIRST, "has_left": True}, {"has_left": True}],
    ),
    Rule(
        "member_leaves_after_joining",
        "Een lid kan niet weggaan voordat het lid werd.",
        NetworkMemberFactory,
        refused=[{"joined_on": SECOND, "left_on": FIRST, "has_left": True}],
        accepted=[{"joined_on": FIRST, "left_on": FIRST, "has_left": True}, {"joined_on": FIRST}],
    ),
    Rule(
        "organisation_double_unique",
        "Dit paar staat er al.",
        OrganisationDoubleFactory,
        refused=[same_as_another(OrganisationDoubleFactory, "one", "other")],
        accepted=[lambda double: {"one": double.one, "other": LibraryFactory()}],
    ),
    Rule(
        "organisation_double_in_order",
        "De oudste van de twee staat voorop.",
        OrganisationDoubleFactory,
        refused=[lambda double: {"one": double.other, "other": double.one}, lambda double: {"other": double.one}],
        accepted=[lambda double: {"one": double.one, "other": LibraryFactory()}],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []


def test_database_refuses_the_same_alias_written_otherwise():
    alias = MunicipalityAliasFactory(name="Den Haag")

    again = MunicipalityAliasFactory.build(municipality=alias.municipality, name="den  haag!")

    assert constraint_that_refuses(again) == "alias_unique_in_municipality"


def test_sentence_is_given_for_a_new_alias():
    alias = MunicipalityAliasFactory(name="Den Haag")

    again = MunicipalityAliasFactory.build(municipality=alias.municipality, name="Den Haag")

    assert sentences_about(again) == ["Deze gemeente heeft deze andere naam al."]
