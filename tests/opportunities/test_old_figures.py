"""What is older than five years says so in words and is grey, wherever a figure stands."""

import re
from datetime import date

import pytest
from django.utils import timezone

from initiatives.models import Figure
from opportunities.models import Measurement
from tests.factories import FigureFactory, MunicipalityFactory, ThemeFactory
from tests.opportunities.levels import needs
from wording.years import is_old

OLD = "ouder dan vijf jaar"


def test_six_years_is_old_and_five_is_not():
    years = [2020, 2021, 2026, None]

    assert [is_old(year, date(2026, 1, 1)) for year in years] == [True, False, False, False]


def test_the_year_of_a_figure_is_the_last_in_its_period():
    periods = ["2016", "de jaren voor november 2019", "2013–2014", "jaar niet bekend", "12000 in 2021"]

    assert [Figure(period=period).year for period in periods] == [2016, 2019, 2014, None, 2021]


@pytest.mark.django_db
def test_every_page_says_that_a_figure_of_a_municipality_is_old(client):
    soest, ede, theme = MunicipalityFactory(slug="soest"), MunicipalityFactory(slug="ede"), ThemeFactory(slug="taal")
    measurement = needs(soest, theme).measurement
    needs(ede, ThemeFactory())
    pages = ["/gemeenten/soest/taal/", "/gemeenten/soest/", "/vergelijk/gemeenten/?gemeente=soest&gemeente=ede"]
    this_year = timezone.localdate().year
    said = {}

    for year in (this_year - 5, this_year - 6):
        Measurement.objects.filter(pk=measurement.pk).update(year=year, codes_year=year)
        texts = [client.get(page).content.decode() for page in pages]
        said[this_year - year] = [(OLD in text, bool(re.search(r'class="[a-z_ ]*\bold"', text))) for text in texts]

    assert said == {5: [(False, False)] * 3, 6: [(True, True)] * 3}


@pytest.mark.django_db
def test_a_figure_of_a_theme_says_that_it_is_old(client):
    theme = ThemeFactory()
    FigureFactory(initiative=None, theme=theme, value=70, unit="%", label="zegt ja", period="2014")
    FigureFactory(
        initiative=None, theme=theme, value=3, unit="", label="doet mee", period=str(timezone.localdate().year)
    )

    page = " ".join(client.get(theme.get_absolute_url()).content.decode().split())

    assert page.count(OLD) == 1
    assert f'<div class="old"> <dt> zegt ja<br>2014, {OLD} ' in page
    assert "<dd> 70% </dd>" in page
