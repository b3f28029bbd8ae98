"""Who is asked whether an example is still right."""

from datetime import date

import pytest

from initiatives.freshness import owners_of
from initiatives.models import Initiative
from mail.models import OutgoingMail
from partners.models import Membership
from tests.factories import (
    ContactPersonFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    ParticipationFactory,
    PartnerFactory,
    ProvinceFactory,
)
from tests.queries import number_of_queries
from tests.review_factories import led_by
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
TODAY = date(2026, 3, 2)
EDITORS = "redactie@voorbeeld.nl"


@pytest.fixture(autouse=True)
def editors(settings):
    settings.EDITORS_EMAIL = EDITORS


@pytest.fixture
def library():
    return LibraryFactory(province=ProvinceFactory())


def owners():
    return {address: len(found) for address, found in owners_of(Initiative.objects.all()).items()}


def due(library, **fields):
    return led_by(library, **{"next_check_on": TODAY, **fields})


def mails():
    return sorted(OutgoingMail.objects.values_list("to", "subject"))


def test_members_of_the_lead_library_go_before_all_others(library):
    library_member(library, email="lid@voorbeeld.nl")
    library_member(library, email="tweede@voorbeeld.nl")
    ContactPersonFactory(organisation=library)
    province_curator(library.province)
    led_by(library)

    assert owners() == {"lid@voorbeeld.nl": 1, "tweede@voorbeeld.nl": 1}


@pytest.mark.parametrize("change", [{"is_active": False}, {"user__is_active": False}])
def test_who_left_is_not_asked_but_the_contact_person_is(library, change):
    member = library_member(library)
    if "is_active" in change:
        Membership.objects.update(is_active=False)
    else:
        type(member).objects.filter(pk=member.pk).update(is_active=False)
    ContactPersonFactory(organisation=library, email="contact@voorbeeld.nl")
    led_by(library)

    assert owners() == {"contact@voorbeeld.nl": 1}


def test_a_contact_person_without_address_is_passed_over_for_the_curator_of_the_province(library):
    ContactPersonFactory(organisation=library, email="", phone="020 123 45 67")
    province_curator(library.province, email="curator@voorbeeld.nl")
    province_curator(ProvinceFactory(), email="ander@voorbeeld.nl")
    national_curator(email="landelijk@voorbeeld.nl")
    led_by(library)

    assert owners() == {"curator@voorbeeld.nl": 1}


def test_a_curator_who_left_is_passed_over_for_the_editors(library):
    province_curator(library.province, is_active=False)
    led_by(library)

    assert owners() == {EDITORS: 1}


def test_without_library_the_province_of_its_place_counts():
    place = MunicipalityFactory()
    province_curator(place.province, email="curator@voorbeeld.nl")
    InitiativeFactory(places=[place], partners=[PartnerFactory()])

    assert owners() == {"curator@voorbeeld.nl": 1}


def test_a_library_that_only_takes_part_is_not_asked(library):
    library_member(library)
    ParticipationFactory(initiative=InitiativeFactory(), organisation=library, role="partner")

    assert owners() == {EDITORS: 1}


def test_what_belongs_to_nobody_is_for_the_editors():
    InitiativeFactory(is_national=True)

    assert owners() == {EDITORS: 1}


def test_owners_cost_the_same_for_1_and_3():
    def add():
        library = LibraryFactory(province=ProvinceFactory())
        library_member(library)
        led_by(library, places=[MunicipalityFactory()])

    add()
    one = number_of_queries(owners)
    add()
    add()

    assert number_of_queries(owners) == one
