"""The page of a municipality: of today, ended, split, and by another name."""

import pytest

from tests.factories import (
    InitiativeFactory,
    MunicipalityFactory,
    PartnerFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.opportunities.levels import fill
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db


def ended_in(*successors, **fields):
    """A municipality that ended and went to these; the first got the main part."""
    ended = MunicipalityFactory(valid_until="2003-01-01", **fields)
    for place, successor in enumerate(successors):
        SuccessionFactory(predecessor=ended, successor=successor, takes_effect_on="2003-01-01", is_main_part=place == 0)
    return ended


def test_an_ended_municipality_redirects_for_good_to_its_successor(client):
    amsterdam = MunicipalityFactory(slug="amsterdam")
    ended_in(amsterdam, slug="weesp")

    response = client.get("/gemeenten/weesp/")

    assert (response.status_code, response.url) == (301, "/gemeenten/amsterdam/?van=weesp")


def test_a_successor_that_ended_too_is_followed_in_one_hop(client):
    between = ended_in(MunicipalityFactory(slug="nu"), slug="tussen")
    ended_in(between, slug="toen")

    assert client.get("/gemeenten/toen/").url == "/gemeenten/nu/?van=toen"


def test_a_name_that_came_back_makes_no_loop(client):
    now = MunicipalityFactory(slug="sluis", name="Sluis")
    between = ended_in(now, slug="sluis-aardenburg")
    ended_in(between, slug="sluis-gm0713", name="Sluis")

    assert client.get("/gemeenten/sluis/").status_code == 200
    assert client.get("/gemeenten/sluis-gm0713/").url == "/gemeenten/sluis/?van=sluis-gm0713"


def test_a_split_municipality_shows_its_successors_main_part_first(client):
    small, large = MunicipalityFactory(slug="klein"), MunicipalityFactory(slug="groot")
    split = ended_in(large, small, slug="haaren")
    initiative = InitiativeFactory(places=[split])

    response = client.get("/gemeenten/haaren/")

    assert response.context["successors"] == [large, small]
    assert list(response.context["initiatives"]) == [initiative]


def test_a_split_that_came_together_again_redirects(client):
    now = MunicipalityFactory(slug="nu")
    ended_in(ended_in(now), ended_in(now), slug="toen")

    assert client.get("/gemeenten/toen/").url == "/gemeenten/nu/?van=toen"


def test_an_alias_redirects_to_the_official_name(client):
    MunicipalityFactory(slug="s-gravenhage").aliases.create(name="Den Haag")

    response = client.get("/gemeenten/den-haag/")

    assert (response.status_code, response.url) == (301, "/gemeenten/s-gravenhage/?van=den-haag")


def test_an_alias_of_two_municipalities_asks_which(client):
    both = [MunicipalityFactory(name=f"Bergen {place}") for place in ("L", "NH")]
    for municipality in both:
        municipality.aliases.create(name="Bergen")

    assert client.get("/gemeenten/bergen/").context["municipalities"] == both


def test_a_reorganisation_of_tomorrow_does_not_redirect_yet(client):
    today = MunicipalityFactory(slug="wijdemeren", valid_until="2999-01-01")
    SuccessionFactory(predecessor=today, takes_effect_on="2999-01-01")

    assert client.get("/gemeenten/wijdemeren/").status_code == 200


def test_unknown_municipality_is_not_there(client):
    assert client.get("/gemeenten/bestaat-niet/").status_code == 404


def test_shows_what_happens_there_and_in_what_it_took_over(client):
    now = MunicipalityFactory()
    then = ended_in(now, name="Weesp")
    here = InitiativeFactory(title="A", places=[now])
    before = InitiativeFactory(title="B", places=[then], year=2014)
    InitiativeFactory(places=[now], publication_state="concept")

    response = client.get(now.get_absolute_url())

    assert list(response.context["initiatives"]) == [here, before]
    assert "In 2014 gemeente Weesp" in response.content.decode()


def test_the_page_costs_as_many_queries_for_three_of_everything_as_for_one(client):
    municipality, theme = MunicipalityFactory(population=1000, population_year=2024), ThemeFactory()
    costs = []
    for size in (2000, 3000, 4000):
        ended_in(municipality)
        like = MunicipalityFactory(population=size, population_year=2024)
        for places in ([municipality, like], [like]):
            InitiativeFactory(places=places, themes=[theme], partners=[PartnerFactory()], phase="lopend")
        fill(municipality, theme)
        costs.append(number_of_queries(lambda: client.get(municipality.get_absolute_url())))

    assert costs == [costs[0]] * 3


def test_what_happens_here_ends_after_twelve_and_leads_to_all_of_it(client):
    place = MunicipalityFactory(slug="ede")
    for number in range(12):
        InitiativeFactory(title=f"Voorbeeld {number:02}", places=[place])
    InitiativeFactory(title="Zeker een idee", entry_kind="idea", places=[place])

    response = client.get(place.get_absolute_url())

    assert [each.title for each in response.context["initiatives"]] == [f"Voorbeeld {each:02}" for each in range(12)]
    every_kind = "wat=praktijkvoorbeeld&amp;wat=idee&amp;wat=document&amp;wat=campagne"
    link = f"/praktijkvoorbeelden/?gemeente=ede&amp;{every_kind}"
    assert f'href="{link}">Alle 13 resultaten' in response.content.decode()
    assert client.get(link.replace("&amp;", "&")).context["filter"].count == 13
