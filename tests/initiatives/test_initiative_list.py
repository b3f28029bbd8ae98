"""The overview: who is in it, every filter, exact counts, bad input and a constant number of queries."""

import pytest
from django.test import Client
from django.utils import timezone

from partners.models import Organisation
from tests.documents import Reader
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    PartnerFactory,
    ProvinceFactory,
    SuccessionFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.search_factories import SearchedWordFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def client():
    return Reader()


def titles(client, query=""):
    response = client.get(f"/praktijkvoorbeelden/?{query}")
    return sorted(initiative.title for initiative in response.context["page"])


def counts(client, facet, query=""):
    response = client.get(f"/praktijkvoorbeelden/?{query}")
    shown = response.context["filter"].facets[facet].values
    return {value.key: value.count for whole in shown for value in (whole, *whole.parts)}


def test_only_published_examples_are_shown(client):
    InitiativeFactory(title="Wel")
    for state in ["concept", "ingezonden", "gearchiveerd"]:
        InitiativeFactory(title=state, publication_state=state, themes=[ThemeFactory(slug=f"van-{state}")])

    assert titles(client) == ["Wel"]
    assert counts(client, "thema") == {"van-concept": 0, "van-ingezonden": 0, "van-gearchiveerd": 0}


def test_theme_includes_its_parts(client):
    main = ThemeFactory(slug="leren")
    InitiativeFactory(title="Deel", themes=[ThemeFactory(slug="taal", parent=main)])
    InitiativeFactory(title="Geheel", themes=[main])
    InitiativeFactory(title="Anders", themes=[ThemeFactory(slug="werk")])

    assert titles(client, "thema=leren") == ["Deel", "Geheel"]
    assert titles(client, "thema=taal") == ["Deel"]
    assert titles(client, "thema=taal&thema=werk") == ["Anders", "Deel"]


def test_an_example_in_two_parts_of_a_theme_counts_once(client):
    main = ThemeFactory(slug="leren")
    InitiativeFactory(themes=[ThemeFactory(slug="taal", parent=main), ThemeFactory(slug="lezen", parent=main)])

    assert counts(client, "thema") == {"leren": 1, "taal": 1, "lezen": 1}


def test_partner_includes_its_offices(client):
    uwv = PartnerFactory(slug="uwv")
    InitiativeFactory(title="Hoorn", partners=[PartnerFactory(slug="uwv-hoorn", parent=uwv)])
    InitiativeFactory(title="Landelijk", partners=[uwv])
    InitiativeFactory(title="Anders", partners=[PartnerFactory(slug="senver")])

    assert titles(client, "partner=uwv") == ["Hoorn", "Landelijk"]
    assert titles(client, "partner=uwv-hoorn") == ["Hoorn"]
    assert counts(client, "partner") == {"uwv": 2, "uwv-hoorn": 1, "senver": 1}


def test_filters_on_one_property_each(client):
    province = ProvinceFactory(slug="utrecht")
    InitiativeFactory(
        title="Wel",
        phase="pilot",
        year=2014,
        target_groups=[TargetGroupFactory(slug="ouderen")],
        places=[MunicipalityFactory(slug="stad", province=province)],
        partners=[PartnerFactory(sector=Organisation.Sector.CARE), LibraryFactory(slug="de-bieb")],
    )
    InitiativeFactory(title="Niet", phase="idee", year=2016)

    for query in [
        "doelgroep=ouderen", "provincie=utrecht", "gemeente=stad", "soort-partner=zorg-en-welzijn",
        "bibliotheek=de-bieb", "fase=pilot", "jaar=2014",
    ]:  # fmt: skip
        assert titles(client, query) == ["Wel"], query


def test_different_filters_narrow_each_other(client):
    taal, werk = ThemeFactory(slug="taal"), ThemeFactory(slug="werk")
    InitiativeFactory(title="Beide", themes=[taal], phase="pilot")
    InitiativeFactory(title="Ander thema", themes=[werk], phase="pilot")

    assert titles(client, "thema=taal&fase=pilot") == ["Beide"]


def test_counts_apply_all_other_filters_but_not_their_own(client):
    taal, werk = ThemeFactory(slug="taal"), ThemeFactory(slug="werk")
    InitiativeFactory(themes=[taal], phase="pilot")
    InitiativeFactory(themes=[werk], phase="pilot")
    InitiativeFactory(themes=[werk], phase="idee")

    assert counts(client, "thema", "thema=taal&fase=pilot") == {"taal": 1, "werk": 1}
    assert counts(client, "fase", "thema=taal&fase=pilot")["idee"] == 0


def test_a_municipality_includes_those_that_ended_in_it(client):
    amsterdam = MunicipalityFactory(slug="amsterdam")
    weesp = MunicipalityFactory(slug="weesp", name="Weesp", valid_until="2022-03-24")
    SuccessionFactory(predecessor=weesp, successor=amsterdam)
    InitiativeFactory(title="Koffie", places=[weesp], year=2014)

    assert titles(client, "gemeente=amsterdam") == ["Koffie"]
    assert "in 2014 gemeente Weesp" in client.get("/praktijkvoorbeelden/?gemeente=amsterdam").content.decode()


def test_an_unknown_value_finds_nothing_and_says_so(client):
    InitiativeFactory()
    queries = [
        "thema=bestaat-niet",
        "jaar=99999999999999999999999",
        "partner=%00x",
        "gemeente='--",
        "fase=%F0%9F%98%80",
    ]

    answers = {query: client.get(f"/praktijkvoorbeelden/?{query}") for query in queries}

    found = {query: (answer.status_code, answer.context["filter"].count) for query, answer in answers.items()}
    assert found == dict.fromkeys(queries, (200, 0))


def test_an_empty_result_offers_a_way_out(client):
    response = client.get("/praktijkvoorbeelden/?thema=bestaat-niet")

    assert "Onbekend: bestaat-niet" in response.content.decode()
    assert 'href="/praktijkvoorbeelden/">begin opnieuw' in response.content.decode()


def test_a_page_that_is_not_there_shows_one_that_is(client):
    InitiativeFactory(title="Enige")
    pages = ["0", "-1", "abc", "9999999999999999999999", "2"]

    assert {page: titles(client, f"pagina={page}") for page in pages} == dict.fromkeys(pages, ["Enige"])


def test_every_page_of_a_long_list_is_different(client):
    InitiativeFactory.create_batch(25)

    first, second = titles(client), titles(client, "pagina=2")

    assert (len(first), len(second), set(first) & set(second)) == (20, 5, set())


def test_chips_lead_to_the_same_search_without_that_filter(client):
    ThemeFactory(slug="taal", name="Taal")

    response = client.get("/praktijkvoorbeelden/?thema=taal&fase=pilot&onzin=1")

    assert response.context["filter"].chips == [("Taal", "fase=pilot"), ("Pilot", "thema=taal")]


def test_the_natural_order_stays_out_of_the_address(client):
    natural = client.get("/praktijkvoorbeelden/?sorteer=naam&fase=pilot")
    other = client.get("/praktijkvoorbeelden/?sorteer=jaar&fase=pilot")

    assert natural.context["filter"].query == "fase=pilot"
    assert other.context["filter"].query == "fase=pilot&sorteer=jaar"


def test_orders(client):
    for title, year in [("A", 2014), ("B", 2019), ("C", 2016)]:
        InitiativeFactory(title=title, year=year)
    expected = {"naam": "ABC", "jaar": "BCA", "bijgewerkt": "CBA", "onzin": "ABC"}

    pages = {order: client.get(f"/praktijkvoorbeelden/?sorteer={order}").context["page"] for order in expected}

    assert {order: "".join(each.title for each in page) for order, page in pages.items()} == expected


def test_too_many_parameters_are_refused_in_dutch(client):
    response = client.get("/praktijkvoorbeelden/?" + "thema=a&" * 400)

    assert response.status_code == 400
    assert "Dit adres klopt niet" in response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_overview_costs_5_queries(client, django_assert_num_queries, count):
    for _ in range(count):
        theme, place = ThemeFactory(parent=ThemeFactory()), MunicipalityFactory()
        InitiativeFactory(
            themes=[theme], places=[place], partners=[PartnerFactory(parent=PartnerFactory()), LibraryFactory()]
        )

    # a new one costs two more: it is counted against two limits
    SearchedWordFactory(word="voorbeeld", month=timezone.localdate().replace(day=1))
    client.get("/praktijkvoorbeelden/")
    with django_assert_num_queries(5):
        response = Client().get("/praktijkvoorbeelden/?q=voorbeeld")

    assert len(response.context["page"]) == count
