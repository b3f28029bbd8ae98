"""Two to four municipalities side by side: what was asked, what is told, what stands in the rows."""

import pytest

from opportunities.comparing import UnknownName
from tests.factories import InitiativeFactory, MunicipalityFactory, SuccessionFactory, ThemeFactory
from tests.opportunities.levels import needs, wants
from tests.opportunity_factories import IndicatorValueFactory, ServiceFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db
PAGE = "/vergelijk/gemeenten/"


def compared(client, *names):
    """The answer for these names of municipalities."""
    response = client.get(PAGE, {"gemeente": names})
    assert response.status_code == 200
    return response


def page(client, *names):
    return compared(client, *names).content.decode()


def rows(response):
    """{label: texts} of the table, without headings."""
    return {line.label: line.texts for line in response.context["lines"] if not line.is_heading}


def places(*names):
    return [MunicipalityFactory(name=name, slug=name.lower()) for name in names]


# --- what was asked -----------------------------------------------------------------------------------------
def test_the_choice_leads_to_both(client):
    MunicipalityFactory(name="Utrecht")

    found = client.get("/vergelijk/").content.decode()

    assert f'action="{PAGE}"' in found
    assert '<option value="Utrecht"></option>' in found


def test_two_to_four_municipalities_stand_side_by_side_in_the_order_asked(client):
    there = places("Zeist", "Utrecht", "Amersfoort", "Bunnik")

    for count in (2, 3, 4):
        response = compared(client, *(each.name for each in there[:count]))

        assert response.context["compared"] == there[:count]
        assert {len(texts) for texts in rows(response).values()} == {count}


def test_a_fifth_municipality_is_left_out_and_told(client):
    there = places("A", "B", "C", "D", "Everdingen")

    response = compared(client, *(each.slug for each in there))

    assert response.context["compared"] == there[:4]
    assert "Deze staan er niet bij: everdingen." in response.content.decode()


def test_the_same_municipality_twice_is_one(client):
    places("Utrecht")

    response = compared(client, "utrecht", "Utrecht", "utrecht")

    assert (len(response.context["compared"]), response.context["left_out"]) == (1, [])


def test_one_municipality_asks_for_another(client):
    places("Utrecht")

    response = compared(client, "Utrecht")

    assert response.context["lines"] == []
    assert "Kies nog een gemeente om naast Utrecht te zetten." in response.content.decode()


def test_an_unknown_name_is_told_and_the_others_stay(client):
    there, wrong = places("Utrecht", "Zeist"), []

    for text in ("Nergenshuizen", "!!!", "😀", "' OR 1=1 --", "x" * 3000, "<b>vet</b>"):
        response = compared(client, "Utrecht", text, "Zeist")
        html = response.content.decode()
        found = "kennen we niet, of bestaat niet meer." in html, "<b>vet" in html, response.context["compared"]
        if found != (True, False, there):
            wrong.append((text, *found))

    assert wrong == []


def test_nothing_at_all_is_not_told(client):
    there = places("Utrecht", "Zeist")

    response = compared(client, "Utrecht", "\x00", "", "  ", "\x00 ", "Zeist")

    assert (response.context["compared"], response.context["unknown"]) == (there, [])


def test_a_postcode_of_which_the_sources_do_not_agree_is_asked(client):
    leiden = MunicipalityFactory(name="Leiden", slug="leiden", cbs_code="GM0546")

    response = compared(client, "2324")

    assert response.context["unknown"] == [UnknownName("2324", [leiden])]


def test_a_name_that_several_have_is_told_with_those(client):
    places("Bergen-L", "Bergen-NH", "Utrecht")

    found = page(client, "Bergen", "Utrecht")

    assert "Welke gemeente bedoel je met ‘Bergen’? " in found
    assert all(f'<a href="/gemeenten/{slug}/">' in found for slug in ("bergen-l", "bergen-nh"))


def test_a_municipality_that_ended_is_told(client):
    places("Utrecht", "Zeist")
    ended = MunicipalityFactory(name="Vleuten", slug="vleuten", valid_until="2001-01-01")
    SuccessionFactory(predecessor=ended, takes_effect_on="2001-01-01")

    assert "‘Vleuten’ kennen we niet, of bestaat niet meer." in page(client, "Utrecht", "Vleuten", "Zeist")


# --- municipalities in rows -----------------------------------------------------------------------------------
def test_the_rows_tell_facts_chances_supply_and_figures(client):
    here, there = places("Utrecht", "Zeist")
    theme = ThemeFactory(name="Taal")
    value = needs(here, theme, name="Lezers", unit="% van iedereen")
    wants(here, theme)
    ServiceFactory(municipality=here, name="Taalhuis", themes=[theme])
    ServiceFactory(municipality=there, name="Lang geleden gezien", themes=[theme], confirmed_on=None, seen_year=2001)

    told = rows(compared(client, "Utrecht", "Zeist"))

    label = f"Lezers ({value.measurement.source} 2024)"
    assert told["Taal"] == [
        "Grote kans (behoefte hoog, beleid genoemd, aanbod beperkt)",
        "Nog geen cijfer (behoefte niet bekend, beleid niet bekend, aanbod niet bekend)",
    ]
    assert (told["Ander bestaand aanbod"], told["Inwoners"]) == (["Taalhuis", "Niet bekend"], ["Niet bekend"] * 2)
    assert told[label] == ["30% van iedereen", "Niet bekend"]


def test_a_figure_of_before_a_merger_is_told_as_such(client):
    here, there = places("Eemsdelta", "Zeist")
    ended = MunicipalityFactory(valid_until="2025-01-01")
    SuccessionFactory(predecessor=ended, successor=here, takes_effect_on="2025-01-01")
    value = needs(here, ThemeFactory(), name="Lezers", unit="%")
    IndicatorValueFactory(measurement=value.measurement, municipality=ended, value=3)

    told = rows(compared(client, "Eemsdelta", "Zeist"))

    assert told[f"Lezers ({value.measurement.source} 2024)"] == ["30% (oude indeling)", "Niet bekend"]


def test_what_is_not_on_the_site_does_not_leak(client):
    here, there = places("Utrecht", "Zeist")
    theme = ThemeFactory()
    for state in ("concept", "ingezonden", "gearchiveerd"):
        InitiativeFactory(title="Geheim", places=[here], themes=[theme], publication_state=state, phase="lopend")
    for name, state in [("Geheim 1", "ingezonden"), ("Geheim 2", "gearchiveerd")]:
        ServiceFactory(municipality=here, name=name, themes=[theme], publication_state=state)

    assert "Geheim" not in page(client, "Utrecht", "Zeist")


def test_municipalities_cost_the_same_for_2_and_3(client):
    theme = ThemeFactory()
    value = needs(places("A")[0], theme)
    for name in "BCD":
        municipality = places(name)[0]
        IndicatorValueFactory(measurement=value.measurement, municipality=municipality)
        ServiceFactory(municipality=municipality, themes=[theme])
        InitiativeFactory(places=[municipality], themes=[theme], phase="lopend")
        wants(municipality, theme)

    two = number_of_queries(lambda: compared(client, "A", "B"))

    assert number_of_queries(lambda: compared(client, "A", "B", "C")) == two
