"""Which organisation somebody means with what they typed."""

import pytest
from django.utils import timezone

from events.models import Registration
from tests.event_factories import (
    EventFactory,
)
from tests.events.forms import confirm, form, person
from tests.factories import LibraryFactory, MunicipalityFactory, PartnerFactory, ProvinceFactory

pytestmark = pytest.mark.django_db


def page_of(response):
    return response.content.decode()


def test_a_typed_name_finds_the_organisation_of_the_directory(client):
    names = {"name": "Bibliotheek De Boog", "short_name": "Boog", "slug": "bibliotheek-de-boog"}
    library = LibraryFactory(province=ProvinceFactory(), **names)
    typed = ["Bibliotheek De Boog", "bibliotheek de BOOG ", "boog", "bibliotheek-de-boog"]

    people = [person(number, organisation=text) for number, text in enumerate(typed)]
    confirm(client, EventFactory(), form(*people))

    stored = Registration.objects.values_list("organisation", "organisation_name", "province")
    assert list(stored) == [(library.pk, "", library.province.pk)] * 4


def test_an_archived_or_former_organisation_is_only_a_name(client):
    today = timezone.localdate()
    LibraryFactory(name="Oude Bieb", archived_on=today)
    MunicipalityFactory(name="Oude Gemeente", valid_until=today)

    confirm(client, EventFactory(), form(person(0, organisation="Oude Bieb"), person(1, organisation="Oude Gemeente")))

    assert list(Registration.objects.order_by("pk").values_list("organisation", "organisation_name")) == [
        (None, "Oude Bieb"),
        (None, "Oude Gemeente"),
    ]


def test_the_province_of_a_free_organisation_is_the_one_that_was_chosen(client):
    province = ProvinceFactory()

    confirm(client, EventFactory(), form(person(province=province.slug)))

    assert Registration.objects.get().province == province


def test_of_two_with_the_same_name_sector_and_province_tell_which_is_meant(client):
    here, there = ProvinceFactory(), ProvinceFactory()
    wanted = MunicipalityFactory(name="Bergen", province=here)
    MunicipalityFactory(name="Bergen", province=there)
    PartnerFactory(name="Bergen", province=here)

    people = person(0, organisation="Bergen", sector="gemeente", province=here.slug), person(1, organisation="Bergen")
    confirm(client, EventFactory(), form(*people))

    told, untold = Registration.objects.order_by("pk")
    assert (told.organisation_id, untold.organisation_id) == (wanted.pk, None)


def test_suggestions_are_at_most_eight_and_only_of_organisations_that_are_there(client):
    for number in range(9):
        LibraryFactory(name=f"Bieb {number}")
    LibraryFactory(name="De bieb van Archief", archived_on=timezone.localdate())
    LibraryFactory(name="Aan de biebstraat")

    page = page_of(client.get("/agenda/organisaties/", {"q": "bieb"}))

    assert page.count('role="option"') == 8
    assert "Aan de biebstraat" not in page
    assert "Archief" not in page


def test_suggestions_for_nothing_are_none(client):
    LibraryFactory()
    texts = ["", "a", "\x00", "zzz\x00", "%", "x" * 1000]

    answers = [client.get("/agenda/organisaties/", {"q": text}) for text in texts]

    assert [(answer.status_code, page_of(answer).strip()) for answer in answers] == [(200, "")] * 6
