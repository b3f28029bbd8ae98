"""What the page of a municipality begins with: three themes to talk about, and the way to a note about them."""

import re

import pytest
from django.utils.html import escape

from opportunities.answer import compared_in_words
from opportunities.choices import Need
from tests.factories import (
    InitiativeFactory,
    MunicipalDutyFactory,
    MunicipalityFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.opportunities.levels import needs
from tests.opportunity_factories import MeasurementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def municipality():
    return MunicipalityFactory(name="Utrecht", slug="utrecht")


def page(client, municipality, **query):
    return client.get(municipality.get_absolute_url(), query)


def subjects(client, municipality):
    return page(client, municipality).context["subjects"]


def answer(client, municipality):
    """The words of the first section."""
    html = page(client, municipality).content.decode().partition('id="antwoord"')[2].partition("</section>")[0]
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def test_the_three_themes_that_are_furthest_from_the_middle_come_first(client, municipality):
    values = {"een": 30, "twee": 60, "drie": 15, "vier": 40}
    for slug, value in values.items():
        figure = needs(municipality, ThemeFactory(slug=slug, parent=ThemeFactory()))
        figure.value = value
        figure.save()
    ThemeFactory()

    assert [subject.theme.slug for subject in subjects(client, municipality)] == ["twee", "vier", "een"]


def test_a_low_figure_that_means_much_need_is_far_from_the_middle_too(client, municipality):
    low = ThemeFactory()
    needs(municipality, ThemeFactory(), Need.MEDIUM)
    needs(municipality, low, Need.LOW, direction="laag")

    assert subjects(client, municipality)[0].theme == low


def test_a_figure_of_a_main_theme_is_told_although_a_part_decides_its_row(client, municipality):
    main = ThemeFactory()
    needs(municipality, main, Need.MEDIUM)
    needs(municipality, ThemeFactory(parent=main), Need.HIGH)

    assert [subject.theme.parent for subject in subjects(client, municipality)] == [main, None]


def test_a_subject_says_figure_unit_meaning_and_source(client, municipality):
    value = needs(municipality, ThemeFactory(name="Eenzaamheid"), name="Eenzame mensen", unit="% van 18+")
    source = value.measurement.source
    source.publisher = "RIVM"
    source.save()
    type(value.measurement).objects.update(method="Berekende schatting (SMAP)")

    text = answer(client, municipality)

    assert "Eenzaamheid 30% van 18+: eenzame mensen. Dat is meer dan in negen van de tien gemeenten." in text
    assert "RIVM 2024, berekende schatting" in text
    assert "Hoge behoefte: vraag wat de gemeente wil." in text


def test_a_figure_near_the_middle_is_told_as_such(client, municipality):
    needs(municipality, ThemeFactory(), Need.MEDIUM)

    assert "Dat is rond het midden: ongeveer evenveel als in andere gemeenten." in answer(client, municipality)


def test_a_figure_is_compared_in_tenths_of_the_municipalities():
    expected = {
        (50, 45): "meer dan in vijf van de tien gemeenten",
        (89, 10): "meer dan in acht van de tien gemeenten",
        (97, 2): "meer dan in bijna alle gemeenten",
        (10, 89): "minder dan in acht van de tien gemeenten",
        (0, 99): "minder dan in bijna alle gemeenten",
        (49, 49): "ongeveer evenveel als in andere gemeenten",
    }

    assert {counts: compared_in_words(*counts, 100) for counts in expected} == expected


def test_the_duty_is_the_first_of_the_theme_else_of_its_main_theme(client, municipality):
    own, without = (ThemeFactory(parent=ThemeFactory()) for _ in range(2))
    for theme in (own, without):
        needs(municipality, theme)
        MunicipalDutyFactory(theme=theme.parent, text="Van boven", law="Hoofdwet", article="artikel 1")
    MunicipalDutyFactory(theme=own, text="Tweede", position=2)
    MunicipalDutyFactory(theme=own, text="Eerste", law="Wet", article="artikel 2", position=1)

    found = {subject.theme: subject.duty.text for subject in subjects(client, municipality)}

    assert found == {own: "Eerste", without: "Van boven"}
    assert "De gemeente moet eerste Wet, artikel 2." in answer(client, municipality)


def test_the_button_takes_themes_to_a_note_which_chooses_its_examples(client, municipality):
    first, second = ThemeFactory(slug="taal"), ThemeFactory(slug="zorg")
    for theme, value in ((first, 60), (second, 30)):
        figure = needs(municipality, theme)
        figure.value = value
        figure.save()
    InitiativeFactory(slug="taalhuis", themes=[first], approach="Zo.")

    html = page(client, municipality).content.decode()
    address = "/gespreksnotitie/maken/?gemeente=utrecht&thema=taal&thema=zorg"
    data = client.get(address).context["draft"].data

    assert f'href="{escape(address)}"' in html
    assert (data.getlist("voorbeeld"), data.getlist("vast")) == (["taalhuis"], ["taalhuis"])


def test_without_figures_there_is_no_answer_and_no_error(client, municipality):
    MeasurementFactory()
    ThemeFactory()

    response = page(client, municipality)

    assert (response.status_code, response.context["subjects"]) == (200, [])
    assert 'id="antwoord"' not in response.content.decode()


def test_who_comes_from_an_old_name_is_told_why(client, municipality):
    ended = MunicipalityFactory(name="Vleuten", slug="vleuten", valid_until="2022-03-24")
    SuccessionFactory(predecessor=ended, successor=municipality, takes_effect_on="2022-03-24")
    MunicipalityFactory(slug="ver", valid_until="2022-03-24")

    response = client.get("/gemeenten/vleuten/", follow=True)

    assert "Vleuten hoort sinds 24 maart 2022 bij Utrecht." in response.content.decode()
    for old in ("utrecht", "ver", "bestaat-niet", "\x00", ""):
        assert page(client, municipality, van=old).context["arrival"] == ""


def test_who_looked_for_another_name_is_told_that_it_is_one(client, municipality):
    municipality.aliases.create(name="De Domstad")

    response = client.get("/gemeenten/de-domstad/", follow=True)

    assert "De Domstad is een andere naam voor Utrecht." in response.content.decode()
