"""Figures that a curator brings in, in our own layout: taken, or refused with the row and the reason."""

import pytest

from opportunities.models import IndicatorValue
from tests.factories import MunicipalityFactory, ProvinceFactory
from tests.opportunities.imports import figures, good_and, municipalities, refused, told
from tests.opportunity_factories import IndicatorFactory, IndicatorValueFactory, MeasurementFactory
from tests.role_factories import national_curator, province_curator
from tests.spreadsheets.import_runs import bring_in, page, press, start_address, upload

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
MODEL = "opportunities.indicatorvalue"
SHORT = "meting;gemeente;waarde\n"
LONG = "meting;gemeente;waarde;teller;noemer\n"
HERE, THERE = ("eenzaam-2024", "GM0363"), ("eenzaam-2024", "GM0344")


@pytest.fixture(autouse=True)
def measurement():
    """A percentage of 2024, of two municipalities; ``afstand`` is no share and ``zeldzaam`` is at most 5%."""
    MunicipalityFactory(cbs_code="GM0363", name="Amsterdam")
    MunicipalityFactory(cbs_code="GM0344", name="Utrecht")
    MeasurementFactory(indicator=IndicatorFactory(slug="afstand", per=None, unit="km", highest=None))
    MeasurementFactory(indicator=IndicatorFactory(slug="zeldzaam", name="Ziekte", highest=5))
    return MeasurementFactory(indicator=IndicatorFactory(slug="eenzaam", name="Eenzaamheid"))


@pytest.fixture(autouse=True)
def curator(client):
    client.force_login(national_curator())


def bring(client, text, **fields):
    return bring_in(client, text, model=MODEL, **fields)


def lines(rows):
    return "".join(f"{row}\n" for row in rows)


def of_each_its_own(wrong):
    """Every wrong row about a municipality of its own: a second figure of one is refused for that."""
    codes = municipalities(len(wrong))
    return [(row.format(code=code), *rest) for code, (row, *rest) in zip(codes, wrong, strict=True)]


def test_a_new_figure_is_made_and_a_known_one_changed(client, measurement):
    run = bring(client, f"{SHORT}eenzaam-2024;GM0363;11\n")

    run = bring(client, f"{SHORT}eenzaam-2024;GM0363;12\neenzaam-2024;GM0344;9\n")

    assert (run.state, run.counts) == ("klaar", {"veranderd": 1, "nieuw": 1})
    assert figures() == {HERE: 12, THERE: 9}


def test_the_preview_names_what_a_row_is_about_where_the_file_has_codes(client):
    run = upload(client, f"{SHORT}eenzaam-2024;GM0363;11\neenzaam-2024;GM9999;11\n", model=MODEL)

    assert list(run.rows.values_list("label", flat=True)) == [
        "Eenzaamheid, 2024 · Amsterdam",
        "Eenzaamheid, 2024 · GM9999",
    ]


def test_the_same_file_twice_changes_nothing(client):
    bring(client, f"{LONG}eenzaam-2024;GM0363;12,5;25;200\n")

    assert bring(client, f"{LONG}eenzaam-2024;GM0363;12,5;25;200\n").counts == {"gelijk": 1}


def test_a_number_may_be_written_as_people_do(client):
    written = ["12,5", "12.5", "12,50", "12,5%", "12,5 %", " 12,5 ", "+12,5"]
    codes = municipalities(len(written))

    bring(client, SHORT + lines(f"eenzaam-2024;{code};{value}" for code, value in zip(codes, written, strict=True)))

    assert figures() == {("eenzaam-2024", code): 12.5 for code in codes}


def test_what_cannot_be_is_refused_with_row_and_reason(client):
    wrong = [
        ("eenzaam-2024;GM9999;12", "gemeente", "‘GM9999’ bestaat niet als gemeente."),
        ("eenzaam-2024;363;12", "gemeente", "‘363’ bestaat niet als gemeente."),
        ("onbekend-2024;{code};12", "meting", "‘onbekend-2024’ bestaat niet als meting."),
        ("eenzaam-2024;{code};100,1", "waarde", "100,1 kan niet: Eenzaamheid ligt niet boven 100."),
        ("eenzaam-2024;{code};-1", "waarde", "-1 kan niet: Eenzaamheid ligt niet onder 0."),
        ("eenzaam-2024;{code};0,12", "waarde", "0,12 lijkt een deel van 1. Schrijf 12 voor 12%."),
        ("eenzaam-2024;{code};0.125%", "waarde", "0,125 lijkt een deel van 1. Schrijf 12,5 voor 12,5%."),
        ("eenzaam-2024;{code};twaalf", "waarde", "‘twaalf’ is geen getal."),
        ("eenzaam-2024;{code};1e2", "waarde", "‘1e2’ is geen getal."),
        ("eenzaam-2024;{code};NaN", "waarde", "‘NaN’ is geen getal."),
        ("eenzaam-2024;{code};", "waarde", "Vul een waarde in, of bij een deel de teller en de noemer."),
        ("zeldzaam-2024;{code};5,1", "waarde", "5,1 kan niet: Ziekte ligt niet boven 5."),
    ]

    run = bring(client, SHORT + good_and("eenzaam-2024;GM0344;9", of_each_its_own(wrong)))

    assert refused(run) == told(wrong)
    assert (run.state, figures()) == ("gecontroleerd", {})


def test_a_share_that_is_not_its_parts_is_refused(client):
    wrong = [
        (";abc;100", "teller", "‘abc’ is geen getal."),
        (";12;veel", "noemer", "‘veel’ is geen getal."),
        (";12;", "waarde", "Vul een waarde in, of bij een deel de teller en de noemer."),
        (";12;0", "waarde", "Vul een waarde in, of bij een deel de teller en de noemer."),
        (";120;100", "waarde", "120 kan niet: Eenzaamheid ligt niet boven 100."),
        (";12;10000", "waarde", "0,12 lijkt een deel van 1. Schrijf 12 voor 12%."),
        ("12;61;200", "waarde", "Teller en noemer geven 30,5, niet 12."),
        ("12;12;", "noemer", "Geef teller en noemer allebei: de teller niet onder 0, de noemer erboven."),
        ("12;;100", "teller", "Geef teller en noemer allebei: de teller niet onder 0, de noemer erboven."),
        ("12;12;0", "noemer", "Geef teller en noemer allebei: de teller niet onder 0, de noemer erboven."),
    ]
    wrong = [(f"eenzaam-2024;{{code}};{cells}", column, reason) for cells, column, reason in wrong]

    run = bring(client, LONG + good_and("eenzaam-2024;GM0344;9;9;100", of_each_its_own(wrong)))

    assert refused(run) == told(wrong)
    assert (run.state, figures()) == ("gecontroleerd", {})


def test_a_share_without_a_value_is_computed(client):
    bring(client, f"{LONG}eenzaam-2024;GM0363;;25;200\n")

    assert list(IndicatorValue.objects.values_list("value", "numerator", "denominator")) == [(12.5, 25, 200)]


def test_what_was_computed_is_unchanged_the_second_time(client):
    for _ in range(2):
        run = bring(client, f"{LONG}eenzaam-2024;GM0363;;25;200\n")

    assert run.counts == {"gelijk": 1}


def test_what_is_no_share_is_not_computed(client):
    run = bring(client, f"{LONG}afstand-2024;GM0363;;25;200\n")

    assert refused(run) == [(2, "waarde", "Vul een waarde in, of bij een deel de teller en de noemer.")]


def test_a_share_may_differ_from_its_parts_by_rounding(client):
    bring(client, f"{LONG}eenzaam-2024;GM0363;12;249;2000\n")

    assert figures() == {HERE: 12}


def test_of_a_file_that_mixes_two_ways_of_writing_only_the_fraction_is_refused(client):
    run = bring(client, f"{SHORT}eenzaam-2024;GM0363;0,12\neenzaam-2024;GM0344;12\n", only_good="on")

    assert refused(run) == [(2, "waarde", "0,12 lijkt een deel van 1. Schrijf 12 voor 12%.")]
    assert figures() == {THERE: 12}


def test_a_figure_below_1_is_taken_of_what_is_rare_or_no_percentage_and_nought_of_anything(client):
    bring(client, SHORT + lines(["zeldzaam-2024;GM0363;0,12", "afstand-2024;GM0363;0,9", "eenzaam-2024;GM0363;0"]))

    assert figures() == {("zeldzaam-2024", "GM0363"): 0.12, ("afstand-2024", "GM0363"): 0.9, HERE: 0}


def test_a_second_value_of_one_municipality_and_year_is_refused(client):
    run = bring(client, f"{SHORT}eenzaam-2024;GM0363;12\neenzaam-2024;GM0344;9\neenzaam-2024;GM0363;13\n")

    assert refused(run) == [(4, "", "Dit bestand heeft al een cijfer van deze gemeente in dit jaar.")]


def test_a_municipality_must_have_been_there_in_the_year_of_the_codes(client):
    MunicipalityFactory(cbs_code="GM0001", name="Net begonnen", valid_from="2024-01-01")
    MunicipalityFactory(cbs_code="GM0002", name="Nog niet begonnen", valid_from="2024-01-02")
    MunicipalityFactory(cbs_code="GM0003", name="Net opgeheven", valid_until="2024-01-01")
    MunicipalityFactory(cbs_code="GM0004", name="Nog niet opgeheven", valid_until="2024-01-02")

    run = bring(client, SHORT + lines(f"eenzaam-2024;GM000{number};12" for number in range(1, 5)), only_good="on")

    assert refused(run) == [
        (3, "gemeente", "Nog niet begonnen bestond niet op 1 januari 2024."),
        (4, "gemeente", "Net opgeheven bestond niet op 1 januari 2024."),
    ]
    assert figures() == {("eenzaam-2024", "GM0001"): 12, ("eenzaam-2024", "GM0004"): 12}


def test_the_page_tells_row_column_and_reason(client):
    run = upload(client, f"{SHORT}eenzaam-2024;GM0344;9\neenzaam-2024;GM0363;twaalf\n", model=MODEL)

    shown = page(client, run, uitkomst="geweigerd")

    assert '<td class="cur-line">3</td>' in shown
    assert "<strong>waarde:</strong> ‘twaalf’ is geen getal." in shown


def test_a_refused_row_keeps_the_others_out_until_that_is_chosen(client, measurement):
    IndicatorValueFactory(measurement=measurement, municipality__cbs_code="GM0001", value=5)
    run = bring(client, f"{SHORT}eenzaam-2024;GM0363;12\neenzaam-2024;GM0001;500\n")
    before = figures()

    press(client, run, "opnieuw", only_good="ja")
    press(client, run, "bevestigen")

    assert before == {("eenzaam-2024", "GM0001"): 5}
    assert figures() == {("eenzaam-2024", "GM0001"): 5, HERE: 12}


def test_figures_are_for_national_curators(client):
    client.force_login(province_curator(ProvinceFactory()))

    assert client.get(start_address(MODEL)).status_code == 403
