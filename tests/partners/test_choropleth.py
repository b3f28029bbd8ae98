"""The map: which areas it has, what it zooms in on, its legend and what is drawn."""

from datetime import date

import pytest
from django.template import Context, Template

from partners.choropleth import LegendLine, Reading, choropleth
from partners.outlines import MUNICIPALITIES, outlines_of_year
from tests.factories import MunicipalityFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)
LABELS = {"3": "Veel", "1": "Weinig", "x": "Niet bekend"}
MUCH, LITTLE = Reading("3", "veel, 12%"), Reading("1", "weinig, 2%")


def place(code, name):
    return MunicipalityFactory(cbs_code=code, name=name, slug=name.lower())


def drawing(*places, zooms=False):
    """The map of these places, which all need much."""
    return choropleth("Behoefte", places, {each.pk: MUCH for each in places}, LABELS, TODAY, zooms=zooms)


def test_an_area_leads_to_its_municipality_and_says_its_name():
    drawn = choropleth("Behoefte", [ede := place("GM0228", "Ede")], {ede.pk: MUCH}, LABELS, TODAY, below="taal/")

    html = Template("{% load maps %}{% map_areas map %}").render(Context({"map": drawn}))

    path = outlines_of_year(MUNICIPALITIES, 2026)["GM0228"].path
    assert f'<a href="/gemeenten/ede/taal/"><path class="map__3" d="{path}"/>' in html
    assert ">Ede: veel, 12%</text></a>" in html


def test_what_has_no_outline_or_no_reading_is_not_drawn():
    ede, nowhere, unread = place("GM0228", "Ede"), place("GM9999", "Nergens"), place("GM0307", "Amersfoort")
    readings = {ede.pk: MUCH, nowhere.pk: MUCH}

    drawn = choropleth("Behoefte", [ede, nowhere, unread], readings, LABELS, TODAY)

    assert [area.municipality for area in drawn.areas] == [ede]


def test_the_legend_counts_and_leaves_out_what_is_not_there():
    ede, amersfoort, vaals = place("GM0228", "Ede"), place("GM0307", "Amersfoort"), place("GM0981", "Vaals")
    readings = {ede.pk: LITTLE, amersfoort.pk: MUCH, vaals.pk: LITTLE}

    drawn = choropleth("Behoefte", [ede, amersfoort, vaals], readings, LABELS, TODAY)

    assert drawn.legend == [LegendLine("3", "Veel", 1), LegendLine("1", "Weinig", 2)]


def test_it_shows_the_whole_country_or_zooms_in():
    ede = place("GM0228", "Ede")
    box = outlines_of_year(MUNICIPALITIES, 2026)["GM0228"].box

    whole, zoomed = drawing(ede), drawing(ede, zooms=True)

    assert whole.view_box == "0 -80 1000 1261"
    assert (whole.frame.left < zoomed.frame.left <= box.left, box.right <= zoomed.frame.right < 1000) == (True, True)
    assert zoomed.letter_size < whole.letter_size


def test_names_are_above_the_land():
    drawn = drawing(place("GM0228", "Ede"), zooms=True)

    assert drawn.top < drawn.names_at[1] < drawn.frame.top


def test_a_name_is_shown_as_text():
    drawn = drawing(MunicipalityFactory(cbs_code="GM0228", name="<script>"))

    assert "<script>" not in Template("{% load maps %}{% map_areas map %}").render(Context({"map": drawn}))


def test_it_costs_the_same_for_1_and_3():
    ede = place("GM0228", "Ede")
    others = [place("GM0307", "Amersfoort"), place("GM0981", "Vaals")]

    assert number_of_queries(lambda: drawing(ede)) == number_of_queries(lambda: drawing(ede, *others))
