"""Figures of whoever wanted to take part: apart from figures of everybody, and never deciding without saying so."""

import csv
from io import StringIO

import pytest

from opportunities.choices import Need
from opportunities.models import Measurement
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.opportunities.levels import needs

pytestmark = pytest.mark.django_db

METHOD = "Vragenlijst; wie meedeed koos daar zelf voor"
SAID = "Wie aan het onderzoek meedeed, koos daar zelf voor. Leg ze dus niet naast cijfers over alle volwassenen."


@pytest.fixture
def municipality():
    return MunicipalityFactory(slug="soest")


@pytest.fixture
def theme():
    return ThemeFactory(slug="schulden")


def of_volunteers(municipality, theme, **fields):
    value = needs(municipality, theme, Need.HIGH, **fields)
    Measurement.objects.filter(pk=value.measurement_id).update(method=METHOD)
    return value.measurement


def test_they_stand_apart_from_figures_of_everybody(client, municipality, theme):
    of_everybody = needs(municipality, theme).measurement
    volunteered = of_volunteers(municipality, theme, is_lead=False)

    page = client.get("/gemeenten/soest/schulden/")

    assert [figure.measurement for figure in page.context["figures"]] == [of_everybody]
    assert [figure.measurement for figure in page.context["figures_of_volunteers"]] == [volunteered]


def test_where_they_decide_the_page_says_so(client, municipality, theme):
    of_volunteers(municipality, theme)

    page = client.get("/gemeenten/soest/schulden/")

    assert page.context["row"].need == Need.HIGH
    assert SAID in " ".join(page.content.decode().split())


def test_the_kansenkaart_says_so_in_the_cell_and_in_words(client, municipality, theme):
    of_volunteers(municipality, theme)

    page = " ".join(client.get("/gemeenten/soest/").content.decode().split())

    assert page.count("wie meedeed, koos daar zelf voor") == 3


def test_a_region_says_for_which_themes_they_decide(client, municipality, theme):
    of_volunteers(municipality, theme)

    page = client.get(f"/kansen/?provincie={municipality.province.slug}").content.decode()

    assert f"Bij {theme} komt de behoefte soms uit een onderzoek onder jongvolwassenen." in page


def test_the_file_of_a_region_says_it_per_municipality(client, municipality, theme):
    of_volunteers(municipality, theme)
    MunicipalityFactory(name="Zeist", province=municipality.province)

    file = client.get(f"/kansen/csv/?provincie={municipality.province.slug}&themas=alle").content.decode("utf-8-sig")

    said = f"Behoefte bij {theme}: uit een onderzoek onder jongvolwassenen. Wie meedeed, koos daar zelf voor."
    noted = {row["gemeente"]: row["let op"] for row in csv.DictReader(StringIO(file), delimiter=";")}
    assert noted == {municipality.name: said, "Zeist": ""}


def test_the_map_of_the_country_names_the_figure_that_decides_with_year_and_who_took_part(client, municipality, theme):
    indicator = of_volunteers(municipality, theme).indicator
    said = f"{indicator} ( {Measurement.objects.get().year}, wie meedeed, koos daar zelf voor)"

    pages = {
        shown: client.get(f"/kansen/?thema=schulden&toon={shown}").content.decode() for shown in ["behoefte", "beleid"]
    }

    assert {shown: said in " ".join(page.split()) for shown, page in pages.items()} == {
        "behoefte": True,
        "beleid": False,
    }


def test_other_figures_say_nothing_of_it(client, municipality, theme):
    needs(municipality, theme)

    page = client.get("/gemeenten/soest/schulden/")

    assert "koos daar zelf voor" not in page.content.decode()


def test_side_by_side_they_have_a_heading_of_their_own_and_say_when_they_decide(client, municipality, theme):
    indicator = of_volunteers(municipality, theme).indicator
    ede = MunicipalityFactory(slug="ede", name="Ede")
    needs(ede, ThemeFactory())

    lines = client.get("/vergelijk/gemeenten/?gemeente=soest&gemeente=ede").context["lines"]

    labels = [line.label for line in lines]
    heading = labels.index("Cijfers over jongvolwassenen (wie meedeed, koos daar zelf voor)")
    [place] = [number for number, label in enumerate(labels) if label.startswith(str(indicator))]
    assert labels.index("Cijfers") < heading < place
    [about] = [line for line in lines if line.label == theme.name]
    assert "behoefte hoog volgens jongvolwassenen die zelf meededen" in about.texts[0]


def test_figures_that_exist_and_are_not_here_are_named(client, municipality):
    ThemeFactory(slug="taal", missing_figures="Het CBS telt dit per gemeente.")

    pages = [client.get(page).content.decode() for page in ["/gemeenten/soest/taal/", "/themas/taal/"]]

    for page in pages:
        assert "Het CBS telt dit per gemeente." in page
        assert "Zie je die cijfers niet bij een gemeente? Dan hebben we ze nog niet opgenomen." in page
    assert "/vul-aan/thema/taal/cijfers/" in pages[1]
    assert "nog geen cijfer per gemeente" not in pages[0]
