"""The map of where a library works, and where a partner supports libraries."""

import pytest

from tests.factories import LibraryFactory, MunicipalityFactory, PartnerFactory, SuccessionFactory

pytestmark = pytest.mark.django_db
PAGE = "/bibliotheken/de-bieb/"


def names(client):
    return {area.municipality.name for area in client.get(PAGE).context["map"].areas}


def test_it_has_todays_municipalities_of_the_work_area(client):
    library = LibraryFactory(slug="de-bieb")
    ended = MunicipalityFactory(name="Weesp", valid_until="2022-03-24")
    SuccessionFactory(predecessor=ended, successor=MunicipalityFactory(name="Amsterdam", cbs_code="GM0363"))
    library.work_area.set([ended, MunicipalityFactory(name="Ede", cbs_code="GM0228")])
    MunicipalityFactory(name="Vaals", cbs_code="GM0981")

    assert names(client) == {"Amsterdam", "Ede"}


def test_it_says_whether_that_is_all(client):
    library = LibraryFactory(slug="de-bieb")
    library.work_area.add(MunicipalityFactory(cbs_code="GM0228"))
    pages = {}
    for is_complete in (False, True):
        library.work_area_is_complete = is_complete
        library.save()
        pages[is_complete] = client.get(PAGE).context["map"].legend[0].label

    assert pages == {False: "Werkt in ieder geval hier", True: "Werkgebied"}


def test_without_a_known_work_area_there_is_no_map(client):
    LibraryFactory(slug="de-bieb")

    response = client.get(PAGE)

    assert (response.context["map"], '<svg class="map__drawing"' in response.content.decode()) == (None, False)


def test_a_partner_has_the_municipalities_of_today_of_the_provinces_that_it_supports(client):
    partner = PartnerFactory(slug="cubiss")
    ede = MunicipalityFactory(name="Ede", cbs_code="GM0228")
    MunicipalityFactory(name="Weg", province=ede.province, valid_until="2022-03-24")
    MunicipalityFactory(name="Vaals", cbs_code="GM0981")
    maps = [client.get("/partners/cubiss/").context["map"]]
    partner.support_area.add(ede.province)

    response = client.get("/partners/cubiss/")
    maps.append([area.municipality.name for area in response.context["map"].areas])

    assert maps == [None, ["Ede"]]
    assert '<svg class="map__drawing"' in response.content.decode()
