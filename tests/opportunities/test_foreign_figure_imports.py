"""Figures as others publish them: a figure per line, or a column per indicator; read as they come."""

import pytest

from opportunities.models import Measurement
from sources.models import Source
from tests.factories import MunicipalityFactory, SourceFactory
from tests.opportunities.imports import figures, good_and, municipalities, refused, told
from tests.opportunity_factories import IndicatorFactory, MeasurementFactory
from tests.role_factories import national_curator
from tests.spreadsheets.import_runs import bring_in, page, press, upload

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
LINES = "gm_code,indicator,year,value,unit,source,year_of_codes,method\n"
COLUMNS = "gemeentecode;jaar;eenzaam;afstand\n"
HERE = ("eenzaam-2024", "GM0363")


@pytest.fixture(autouse=True)
def measurement():
    """A percentage of 2024 of Amsterdam, and a distance of which nobody measured anything yet."""
    MunicipalityFactory(cbs_code="GM0363", name="Amsterdam")
    MunicipalityFactory(cbs_code="GM0344", name="Utrecht")
    IndicatorFactory(slug="afstand", name="Afstand", per=None, unit="km", highest=None)
    return MeasurementFactory(indicator=IndicatorFactory(slug="eenzaam", name="Eenzaamheid"))


@pytest.fixture(autouse=True)
def curator(client):
    client.force_login(national_curator())


def bring(client, text, **fields):
    return bring_in(client, text, model="opportunities.indicatorvalue", **fields)


def line(code="gm0363", indicator="eenzaam", year=2024, value="12.5", codes=2024, source="CBS", method="Geteld"):
    return f'{code},{indicator},{year},"{value}",%,{source},{codes},{method}\n'


# --- a figure per line ------------------------------------------------------------------------------
def test_a_table_with_a_figure_per_line_is_recognised_and_taken(client):
    run = bring(client, LINES + line())

    assert (run.layout, run.state, figures()) == ("cijfers-per-regel", "klaar", {HERE: 12.5})


def test_the_same_table_twice_changes_nothing_and_another_figure_does(client):
    bring(client, LINES + line())

    again, other = bring(client, LINES + line()), bring(client, LINES + line(value="13"))

    assert (again.counts, other.counts, figures()) == ({"gelijk": 1}, {"veranderd": 1}, {HERE: 13})


def test_a_code_may_be_written_as_publishers_do_and_its_header_in_capitals_or_below_a_title(client):
    codes = municipalities(6)
    written = ["{:d}", "{:04d}", "gm{:04d}", "GM{:04d}", "gm{:d}", " {:04d} "]
    rows = "".join(line(way.format(int(code[2:]))) for way, code in zip(written, codes, strict=True))

    counts = [bring(client, head + rows).counts for head in (LINES, "Cijfers per gemeente\n\n" + LINES, LINES.title())]

    assert counts == [{"nieuw": 6}, {"gelijk": 6}, {"gelijk": 6}]
    assert figures() == {("eenzaam-2024", code): 12.5 for code in codes}


def test_a_number_may_be_written_as_people_do(client):
    written = ["12,5", "12,5%", "12.5 %"]
    codes = municipalities(len(written))

    bring(client, LINES + "".join(line(code, value=value) for code, value in zip(codes, written, strict=True)))

    assert figures() == {("eenzaam-2024", code): 12.5 for code in codes}


def test_a_measurement_that_only_the_table_knows_is_made_with_its_source(client):
    SourceFactory(slug="cbs", title="CBS")

    bring(client, LINES + line(indicator="afstand", year=2023, value="3,2", codes=2024, source="RIVM"))

    made = Measurement.objects.get(slug="afstand-2023")
    assert (made.year, made.codes_year, made.source.title, made.method) == (2023, 2024, "RIVM", "Geteld")
    assert figures() == {("afstand-2023", "GM0363"): 3.2}


def test_a_source_that_is_known_is_not_made_again(client):
    source = SourceFactory(title="CBS")
    before = Source.objects.count()

    bring(client, LINES + line(indicator="afstand") + line("0344", indicator="afstand"))

    assert (Measurement.objects.get(slug="afstand-2024").source, Source.objects.count()) == (source, before)


def test_a_line_that_cannot_be_is_refused_with_row_and_reason(client):
    wrong = [
        ({"code": "9999"}, "gemeente", "‘GM9999’ bestaat niet als gemeente."),
        ({"code": "Nergens"}, "gemeente", "‘Nergens’ bestaat niet als gemeente."),
        ({"value": "0.12"}, "waarde", "0,12 lijkt een deel van 1. Schrijf 12 voor 12%."),
        ({"value": "101"}, "waarde", "101 kan niet: Eenzaamheid ligt niet boven 100."),
        ({"value": "."}, "waarde", "‘.’ is geen getal."),
        ({"value": ""}, "waarde", "Vul een waarde in, of bij een deel de teller en de noemer."),
        ({"codes": 2025}, "meting", "‘eenzaam-2024 met codes van 2025’ bestaat niet als meting."),
        ({"codes": ""}, "meting", "‘eenzaam-2024 met codes van’ bestaat niet als meting."),
        ({"indicator": "verzonnen"}, "meting", "‘verzonnen-2024’ bestaat niet als meting."),
        ({"year": "2023/24"}, "meting", "‘eenzaam-2023/24’ bestaat niet als meting."),
    ]
    codes = municipalities(len(wrong))
    rows = [line(**({"code": code} | cells)) for code, (cells, *_) in zip(codes, wrong, strict=True)]

    run = bring(client, "".join([LINES, line(code="0344"), *rows]))

    assert refused(run) == told(wrong)
    assert (run.state, figures()) == ("gecontroleerd", {})


def test_two_figures_of_one_municipality_in_two_ways_of_writing_are_refused(client):
    run = bring(client, LINES + line("363") + line("gm0363", value="13"))

    assert refused(run) == [(3, "", "Dit bestand heeft al een cijfer van deze gemeente in dit jaar.")]


def test_codes_of_two_years_in_one_new_measurement_are_refused(client):
    run = bring(client, LINES + line(indicator="afstand", codes=2024) + line("0344", indicator="afstand", codes=2025))

    assert refused(run) == [(3, "meting", "‘afstand-2024 met codes van 2025’ bestaat niet als meting.")]


def test_a_refused_line_leaves_nothing_and_its_measurement_neither(client):
    before = Measurement.objects.count(), Source.objects.count()
    run = bring(client, LINES + line() + line(indicator="afstand", value="-1", source="Nieuw"))
    refused_as_a_whole = Measurement.objects.count(), Source.objects.count(), figures()

    press(client, run, "opnieuw", only_good="ja")
    press(client, run, "bevestigen")

    assert refused_as_a_whole == (*before, {})
    assert (Measurement.objects.count(), Source.objects.count(), figures()) == (*before, {HERE: 12.5})


def test_a_line_of_which_no_measurement_can_be_made_is_refused_on_its_own(client):
    rows = [
        line(indicator="afstand", year=1066),
        line(indicator="afstand", year=9999),
        line(indicator="afstand", year=2022, codes=1066),
        line(indicator="afstand", year=2023, source=""),
        "Bron: CBS\n",
        "gm0363,eenzaam\n",
    ]

    run = bring(client, "".join([LINES, line(), *rows]), only_good="on")

    assert {number for number, *_ in refused(run)} == {3, 4, 5, 6, 7, 8}
    assert (run.state, figures()) == ("klaar", {HERE: 12.5})


def test_a_last_column_may_be_empty(client):
    bring(client, LINES + line(indicator="afstand", method=""))

    assert figures() == {("afstand-2024", "GM0363"): 12.5}


# --- a column per indicator ---------------------------------------------------------------------------
def test_a_table_with_a_column_per_indicator_is_recognised_and_taken(client):
    MeasurementFactory(indicator__slug="straten")

    run = bring(client, "gemeentecode;jaar;eenzaam;straten\n363;2024;12,5%;50\n0344;2024;;40\n")

    assert (run.layout, run.state) == ("cijfers-per-kolom", "klaar")
    assert figures() == {HERE: 12.5, ("straten-2024", "GM0363"): 50, ("straten-2024", "GM0344"): 40}


def test_the_same_columns_twice_change_nothing_and_another_figure_does(client):
    again = [bring(client, f"{COLUMNS}gm0363;2024;{value}\n").counts for value in ("12", "12", "13")]

    assert (again, figures()) == ([{"nieuw": 1}, {"gelijk": 1}, {"veranderd": 1}], {HERE: 13})


def test_columns_that_are_skipped_are_told(client):
    run = upload(
        client,
        "gemeentecode;jaar;eenzaam;naam;groente\n363;2024;12;Amsterdam;sla\n",
        model="opportunities.indicatorvalue",
    )

    assert "Overgeslagen, want geen indicator van ons: naam, groente." in page(client, run)


def test_a_cell_that_cannot_be_is_refused_with_row_and_reason(client):
    wrong = [
        ("9999;2024;12", "gemeente", "‘GM9999’ bestaat niet als gemeente."),
        ("363;2024;0,12", "waarde", "0,12 lijkt een deel van 1. Schrijf 12 voor 12%."),
        ("363;2024;onbekend", "waarde", "‘onbekend’ is geen getal."),
        ("363;2019;12", "meting", "‘eenzaam-2019’ bestaat niet als meting."),
        ("363;2024;;3,2", "meting", "‘afstand-2024’ bestaat niet als meting."),
    ]

    run = bring(client, COLUMNS + good_and("0344;2024;12", wrong))

    assert refused(run) == told(wrong)
    assert (run.state, figures()) == ("gecontroleerd", {})


def test_of_a_row_with_several_figures_the_refused_one_is_kept_to_mend(client):
    MeasurementFactory(indicator__slug="straten")

    run = bring(client, "gemeentecode;jaar;eenzaam;straten\n363;2024;veel;50\n", only_good="on")

    assert run.rows.get(outcome="geweigerd").cells == ["eenzaam-2024", "GM0363", "veel"]
    assert figures() == {("straten-2024", "GM0363"): 50}


def test_the_first_two_columns_may_have_capitals(client):
    bring(client, "Gemeentecode;Jaar;eenzaam\n363;2024;12\n")

    assert figures() == {HERE: 12}
