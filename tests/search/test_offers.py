"""What a page of results offers besides: filters that words name, and ways on where nothing is found."""

import pytest

from initiatives.filters import InitiativeFilter
from search.offers import named_filters, shorter_questions, wider_questions
from search.themes import near_themes
from tests.documents import write_documents
from tests.evidence_factories import DocumentFactory
from tests.factories import (
    InitiativeFactory,
    MunicipalityAliasFactory,
    MunicipalityFactory,
    PartnerFactory,
    ProvinceFactory,
    SuccessionFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.search.conftest import asked

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
OVERVIEW = "/praktijkvoorbeelden/"


@pytest.fixture
def examples():
    zwolle, elders = MunicipalityFactory(name="Zwolle", slug="zwolle"), MunicipalityFactory(name="Elders")
    older = TargetGroupFactory(name="Ouderen", slug="ouderen")
    uwv = PartnerFactory(name="UWV", slug="uwv")
    InitiativeFactory(title="Schulden te lijf", places=[zwolle], target_groups=[older])
    InitiativeFactory(title="Schulden voorbij", places=[zwolle])
    InitiativeFactory(title="Schulden elders", places=[elders], year=2016, partners=[uwv])
    MunicipalityAliasFactory(municipality=zwolle, name="Oud Zwol")


def offered(text, make, **more):
    """``[(label, query, count)]``, each count compared with the page that it leads to."""
    filterset = asked(text, InitiativeFilter, **more)
    return [(offer.label, offer.query, offer.count) for offer in make(filterset)]


def test_words_that_name_a_filter_offer_it_with_an_exact_count(client, examples):
    expected = {
        "schulden in Zwolle": [("Alleen Zwolle", "q=schulden&gemeente=zwolle", 2)],
        "Schulden oud zwol nu": [("Alleen Zwolle", "q=Schulden+nu&gemeente=zwolle", 2)],
        "voor ouderen": [("Alleen Ouderen", "doelgroep=ouderen", 1)],
        "UWV 2016": [("Alles bij UWV", "partner=uwv", 1), ("Alleen 2016", "q=UWV&jaar=2016", 1)],
        "voorlezen in Zwolle": [("Alles bij Zwolle", "gemeente=zwolle", 2)],
        "schulden": [],
        "zwolletje": [],
        "": [],
    }

    found = {text: offered(text, named_filters) for text in expected}
    pages = {
        query: client.get(f"{OVERVIEW}?{query}").context["filter"].count for query in ("q=schulden&gemeente=zwolle",)
    }

    assert found == expected
    assert pages == {"q=schulden&gemeente=zwolle": 2}


def test_a_name_of_a_municipality_and_its_province_says_which():
    groningen = MunicipalityFactory(name="Groningen", province=ProvinceFactory(name="Groningen"))
    InitiativeFactory(title="Schulden voorbij", places=[groningen])

    labels = [label for label, _, _ in offered("voorlezen in Groningen", named_filters)]

    assert sorted(labels) == ["Alles bij Groningen (gemeente)", "Alles bij Groningen (provincie)"]


def test_a_town_or_an_old_name_offers_its_municipality_and_an_ordinary_word_none():
    here = MunicipalityFactory(name="Nissewaard", slug="nissewaard", cbs_code="GM1930")
    terneuzen = MunicipalityFactory(name="Terneuzen", cbs_code="GM0715")  # the town Hoek is in it
    old = MunicipalityFactory(name="Bernisse", valid_until="2015-01-01")
    SuccessionFactory(predecessor=old, successor=here, takes_effect_on="2015-01-01")
    for place in (here, terneuzen):
        InitiativeFactory(title="Schulden te lijf", places=[place])
    offer = ("Alleen Nissewaard", "q=schulden&gemeente=nissewaard", 1)
    expected = {"schulden Spijkenisse": [offer], "schulden in Bernisse": [offer], "schulden op de hoek": []}

    assert {text: offered(text, named_filters) for text in expected} == expected


def test_a_named_filter_is_a_link_and_never_applied_unasked(client, examples):
    write_documents()

    page = client.get(OVERVIEW, {"q": "schulden in zwolle"})

    assert page.context["filter"].chosen("gemeente") == []
    assert 'href="/praktijkvoorbeelden/?q=schulden&amp;gemeente=zwolle">Alleen Zwolle (2)' in page.content.decode()


def test_nothing_found_offers_the_question_without_one_filter(examples):
    found = offered("schulden", wider_questions, gemeente="zwolle", jaar="2016")

    assert found == [("Zwolle", "q=schulden&jaar=2016", 1), ("2016", "q=schulden&gemeente=zwolle", 2)]


def test_nothing_found_offers_one_word_alone(examples):
    found = offered("schulden elders", shorter_questions, gemeente="zwolle")

    assert found == [("schulden", "gemeente=zwolle&q=schulden", 2)]


def test_nothing_found_offers_themes_with_something_in_them(examples):
    InitiativeFactory(themes=[ThemeFactory(name="Taal", slug="taal")])
    ThemeFactory(name="Leeg")

    assert offered("xqzzy", near_themes) == [("Taal", "thema=taal", 1)]


def test_a_filter_that_leaves_nothing_offers_the_themes_of_what_the_words_find(examples):
    InitiativeFactory.create_batch(2, themes=[ThemeFactory(name="Taal", slug="taal")])
    InitiativeFactory(title="Schuldig", summary="Over schulden.", themes=[ThemeFactory(name="Geld", slug="geld")])

    assert offered("schulden", near_themes, jaar="2001") == [("Geld", "thema=geld", 1)]


def test_nothing_found_leads_to_the_editors_with_the_question_filled_in(client, examples):
    write_documents()
    page = client.get("/zoeken/", {"q": "xqzzy"}).content.decode()
    form = client.get("/klopt-er-iets-niet/", {"pagina": "/zoeken/", "vraag": "xqzzy"}).content.decode()

    assert 'href="/klopt-er-iets-niet/?pagina=/zoeken/&amp;vraag=xqzzy"' in page
    assert "Ik zocht ‘xqzzy’ en vond niets." in form


def test_results_at_one_address_are_one_with_its_documents_under_it(client):
    example = InitiativeFactory(title="Aangifte samen")
    for title in ("Aangifte: lijst", "Aangifte: brief"):
        DocumentFactory(title=title, url="").initiatives.set([example])
    write_documents()

    page = client.get("/zoeken/", {"q": "aangifte"})

    cards = [(card["url"], [other["title"] for other in card["others"]]) for card in page.context["results"]]
    assert [url for url, _ in cards] == [example.get_absolute_url()]
    assert len(cards[0][1]) == 2
    assert page.context["filter"].count == 3


def test_what_matches_by_a_filter_alone_says_by_which(client):
    InitiativeFactory(title="Samen", partners=[PartnerFactory(name="Humanitas")])
    write_documents()

    page = client.get(OVERVIEW, {"q": "humanitas"})

    assert [card["reason"] or card["line"] for card in page.context["results"]] == ["Partner: <mark>Humanitas</mark>"]


def test_a_municipality_found_by_a_town_or_another_name_says_by_which(client):
    nissewaard = MunicipalityFactory(name="Nissewaard", cbs_code="GM1930")  # where Spijkenisse is
    MunicipalityAliasFactory(municipality=nissewaard, name="Eiland van Putten")
    write_documents()

    reasons = []
    for text in ("spijkenisse", "putten"):
        page = client.get("/zoeken/", {"q": text})
        reasons += [card["reason"] for card in page.context["results"]]

    assert reasons == [
        "Gemeente: Nissewaard (<mark>Spijkenisse</mark>)",
        "Gemeente: Nissewaard (Eiland van <mark>Putten</mark>)",
    ]
