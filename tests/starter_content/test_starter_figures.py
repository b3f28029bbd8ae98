"""Indicators, their measurements and the figures of municipalities."""

from datetime import date

import pytest
from django.db.models import Count

from initiatives.models import Theme
from opportunities.figures import Figures
from opportunities.models import Indicator, IndicatorValue, Measurement
from partners.models import Municipality
from partners.successions import Successions

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
LEADS = {
    "eenzaamheid": "severely_lonely_pct_18plus",
    "ontmoeting-in-de-wijk": "single_person_households_pct",
    "eigen-regie": "control_over_own_life_pct_18plus",
    "mantelzorg": "informal_carer_pct_18plus",
    "gezondheid": "good_health_pct_18plus",
    "vrijwilligers": "volunteer_pct_18plus",
    "werk-en-inkomen": "social_assistance_per_1000",
    "onderwijs-en-een-leven-lang-leren": "education_low_pct",
    "wegwijs-in-voorzieningen": "wmo_clients_per_1000",
    "schulden": "young_adults_has_debts_pct",
}
YOUNG = "rivm-50140ned-2024"  # the source of figures of young adults who wanted to take part


def figures_of(slug, **fields):
    """The figures of a municipality of today in these measurements."""
    municipality = Municipality.objects.get(slug=slug)
    measurements = Measurement.objects.filter(**fields).select_related("indicator", "spread")
    return Figures([municipality.pk], Successions.on(TODAY), measurements).of(municipality.pk)


def test_there_are_37_indicators_each_with_theme_judgement_and_direction():
    assert Indicator.objects.count() == 37
    assert Indicator.objects.filter(theme=None).count() == 0
    assert [each.slug for each in Indicator.objects.all() if len(each.judgement) < 40] == []
    assert set(Indicator.objects.values_list("direction", flat=True)) == {"hoog", "laag", "achtergrond"}


def test_every_indicator_was_measured_once_and_there_are_12380_figures():
    measured = Indicator.objects.annotate(count=Count("measurements"))

    assert set(measured.values_list("count", flat=True)) == {1}
    assert IndicatorValue.objects.count() == 12380


def test_every_theme_that_has_a_deciding_figure_has_one():
    leads = Indicator.objects.filter(is_lead=True).values_list("theme__slug", "slug")

    assert (len(leads), dict(leads)) == (len(LEADS), LEADS)


def test_a_theme_of_which_there_is_no_figure_per_municipality_has_none_that_decides():
    themes = ["laaggeletterdheid", "digitale-vaardigheden", "mediawijsheid"]

    assert list(Indicator.objects.filter(theme__slug__in=themes, is_lead=True)) == []


def test_every_figure_is_of_a_municipality_that_was_there_and_within_its_range():
    figures = IndicatorValue.objects.select_related("measurement__indicator", "municipality")

    wrong = [str(each) for each in figures if not each.municipality.existed_in(each.measurement.codes_year)]
    outside = [
        str(each)
        for each in figures
        if not each.measurement.indicator.lowest <= each.value <= each.measurement.indicator.highest
    ]

    assert (wrong, outside) == ([], [])


def test_every_measurement_has_a_method_and_a_source_with_a_publisher():
    for field in ("source__publisher", "method"):
        assert list(Measurement.objects.filter(**{field: ""}).values_list("slug", flat=True)) == []


def test_every_measurement_has_figures_of_nearly_every_municipality():
    of_everybody = Measurement.objects.exclude(source__slug=YOUNG)
    of_the_young = Measurement.objects.filter(source__slug=YOUNG)

    assert [each.slug for each in of_everybody if each.spread.count < 320] == []
    assert [each.slug for each in of_the_young if each.spread.count < 285] == []


def test_15_figures_of_young_adults_say_who_took_part_and_only_that_of_debts_decides():
    of_the_young = Measurement.objects.filter(source__slug=YOUNG)

    assert (len(of_the_young), [each.slug for each in of_the_young if not each.is_of_volunteers]) == (15, [])
    assert [each.slug for each in Measurement.objects.all() if each.is_of_volunteers != (each in of_the_young)] == []
    leads = of_the_young.filter(indicator__is_lead=True).values_list("indicator__slug", flat=True)
    assert list(leads) == ["young_adults_has_debts_pct"]


def test_debts_and_low_literacy_name_the_figures_that_are_not_here():
    named = dict(Theme.objects.exclude(missing_figures="").values_list("slug", "missing_figures"))

    assert set(named) == {"schulden", "laaggeletterdheid"}
    assert "van ongeveer 1% in Wijdemeren tot 32% in Schiedam" in named["laaggeletterdheid"]
    assert "dashboard Schuldenproblematiek in beeld" in named["schulden"]


def test_the_bill_about_libraries_is_told_with_its_date_and_that_we_do_not_know_whether_it_is_law(client):
    page = client.get("/themas/leesbevordering/").content.decode()

    assert "nummer 36902, toelichting van 12 februari 2026" in page
    assert "Of het al geldt, konden we niet nagaan." in page


def test_every_measurement_has_codes_of_its_own_year_or_a_later_one():
    assert [each.slug for each in Measurement.objects.all() if each.codes_year < each.year] == []


def test_haarlem_has_219_per_ten_thousand_in_social_assistance_in_2021():
    [figure] = figures_of("haarlem", indicator__slug="social_assistance_per_1000")

    assert (float(figure.value), figure.measurement.year, figure.is_old_division) == (21.9, 2021, False)
    assert figure.in_words == "21,9 per 1.000 inwoners"


def test_the_figures_of_2020_of_eemsdelta_are_those_of_the_three_before_it():
    figures = figures_of("eemsdelta", year=2020)

    assert len(figures) == 7
    assert {(each.value, each.is_old_division, each.is_recomputed) for each in figures} == {(None, True, False)}
    assert {tuple(name for name, _ in each.parts) for each in figures} == {("Appingedam", "Delfzijl", "Loppersum")}


def test_the_page_of_eemsdelta_says_so(client):
    page = client.get("/gemeenten/eemsdelta/eenzaamheid/").content.decode()

    assert "Oude indeling (2020): Appingedam " in page
    assert "We tellen dat niet op." in page
