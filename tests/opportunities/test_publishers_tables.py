"""Each table of a publisher goes through the real import: recognised, shown, confirmed; the files are made up by us."""

import csv
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from opportunities.models import IndicatorValue, Measurement
from tests.factories import MunicipalityFactory
from tests.opportunities.imports import figures
from tests.opportunity_factories import IndicatorFactory
from tests.role_factories import national_curator
from tests.spreadsheets.import_runs import page, press, upload

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
TABLES = Path(__file__).parent / "tables"
MODEL = "opportunities.indicatorvalue"


@pytest.fixture(autouse=True)
def places(client):
    """Two municipalities that do not exist, and a national curator who is logged in."""
    client.force_login(national_curator())
    MunicipalityFactory(cbs_code="GM9901", name="Voorbeeldstad")
    MunicipalityFactory(cbs_code="GM9902", name="Testdam")


def indicators(*slugs):
    for slug in slugs:
        IndicatorFactory(slug=slug, highest=None)


def bring(client, name, content=None):
    """The run, what its preview said, and what is stored after the confirmation."""
    run = upload(client, content or (TABLES / name).read_bytes(), model=MODEL, name=name)
    before = IndicatorValue.objects.count()
    told = page(client, run)
    press(client, run, "bevestigen")
    return run, (before, told), figures()


def test_the_table_of_rivm_on_adults_wide_and_long(client):
    indicators("severely_lonely_pct_18plus", "informal_carer_pct_18plus")

    run, (before, told), wide = bring(client, "50120NED_TypedDataSet_voorbeeld.csv")
    long_run, _, _ = bring(client, "50120NED_Observations_voorbeeld.csv")

    lonely, carer = "severely_lonely_pct_18plus-2022", "informal_carer_pct_18plus-2022"
    assert (run.layout, run.state, before) == ("tabel-breed", "klaar", 0)
    assert wide == {(lonely, "GM9901"): 11.1, (carer, "GM9901"): 22.2, (carer, "GM9902"): 22.3}
    assert (long_run.layout, long_run.counts) == ("tabel-lang", {"gelijk": 2})
    for sentence in (
        "Overgeslagen: 2 van iets anders dan een gemeente.",
        "Overgeslagen: 2 van een deel van de mensen, of een marge.",
        "Overgeslagen: 1 zonder cijfer.",
        "Geen indicator van ons: Roker_11.",
    ):
        assert sentence in told


def test_the_table_of_rivm_on_young_adults_is_not_taken_for_that_on_adults(client):
    indicators(
        "young_adults_difficulty_making_ends_meet_pct",
        "young_adults_has_debts_pct",
        "difficulty_making_ends_meet_pct_18plus",
    )

    _, _, found = bring(client, "50140NED_TypedDataSet_voorbeeld.csv")

    ends_meet, debts = "young_adults_difficulty_making_ends_meet_pct-2024", "young_adults_has_debts_pct-2024"
    assert found == {(ends_meet, "GM9901"): 33.3, (ends_meet, "GM9902"): 33.4, (debts, "GM9901"): 44.4}
    source = Measurement.objects.get(slug=debts).source
    assert source.title == "RIVM StatLine 50140NED, Gezondheidsmonitor jongvolwassenen 2024 (GGD’en, RIVM)"


def test_the_core_figures_of_cbs(client):
    indicators("population", "population_density_per_km2", "urbanity_class")

    _, _, found = bring(client, "85984NED_TypedDataSet_voorbeeld.csv")

    assert {value for (_, code), value in found.items() if code == "GM9901"} == {11_111, 111, 1}
    assert len(found) == 6


def test_tables_that_call_our_indicators_by_name(client):
    IndicatorFactory(slug="debts", name="Huishoudens met problematische schulden")
    IndicatorFactory(slug="unemployment", name="Werkloosheid")
    IndicatorFactory(slug="distance", name="Afstand", short_name="afstand tot de bibliotheek", per=None, highest=None)

    found = {}
    for name in ("cbs_schulden", "waarstaatjegemeente", "bibliotheekmonitor"):
        _, _, found = bring(client, f"{name}_voorbeeld.csv")

    assert found == {
        ("debts-2025", "GM9901"): 11.1,
        ("unemployment-2025", "GM9901"): 3.3,
        ("distance-2025", "GM9901"): 1.1,
        ("distance-2025", "GM9902"): 2.2,
    }


def test_a_table_without_a_year_or_without_figures_is_refused_in_a_sentence(client):
    indicators("population")
    no_year = b"RegioS;Marges;population\nGM9901;MW00000;5\n"
    nothing = b"RegioS;Perioden;population\nPV20;2024JJ00;5\n"

    problems = [bring(client, "tabel.csv", content)[0].problem for content in (no_year, nothing)]

    assert problems == [
        "In dit bestand staat geen jaar: geen kolom Perioden of Jaar, en in de naam geen tabel die de site kent.",
        "In dit bestand staat geen cijfer van een gemeente dat de site kent.",
    ]


def test_a_forecast_is_left_out_and_told(client):
    indicators("population")
    content = b"RegioS;Perioden;population\nGM9901;2024JJ00;5\nGM9901;2098JJ00;6\n"

    _, (_, told), found = bring(client, "tabel.csv", content)

    assert found == {("population-2024", "GM9901"): 5}
    assert "Overgeslagen: 1 over een jaar dat nog moet komen." in told


def test_a_file_of_our_own_layout_is_still_ours(client):
    content = b"meting;gemeente;waarde\nonbekend-2024;GM9901;5\n"

    assert upload(client, content, model=MODEL).layout == ""


def test_units_behind_topics_are_read(client):
    indicators("population")
    behind = "Regio's;Perioden;Population (aantal)\nVoorbeeldstad;2024;11111\nBron: CBS\n"

    run, _, found = bring(client, "tabel.csv", behind.encode())

    assert (run.state, found) == ("klaar", {("population-2024", "GM9901"): 11_111})


def test_topics_a_line_above_their_units_are_read_as_the_portal_of_statline_writes_them(client):
    indicators("population")
    IndicatorFactory(slug="distance", name="Afstand tot de bibliotheek", per=None, highest=None)
    MunicipalityFactory(cbs_code="GM9903", name="Utrecht")
    sheet = Workbook()
    lines = (TABLES / "statline_volgens_tabelindeling_voorbeeld.csv").read_text().splitlines()
    for cells in csv.reader(lines, delimiter=";"):
        sheet.active.append(cells)
    xlsx = BytesIO()
    sheet.save(xlsx)

    told = {}
    for name, content in (("voorbeeld.csv", "\n".join(lines).encode()), ("voorbeeld.xlsx", xlsx.getvalue())):
        IndicatorValue.objects.all().delete()
        run, (_, preview), found = bring(client, name, content)
        told[name] = (run.state, run.header_line, found, "Overgeslagen: 1 zonder cijfer." in preview)

    figures_there = {
        ("population-2024", "GM9903"): 11_111,
        ("population-2024", "GM9902"): 22_222,
        ("distance-2024", "GM9903"): 1.1,
    }
    assert told == dict.fromkeys(("voorbeeld.csv", "voorbeeld.xlsx"), ("klaar", 4, figures_there, True))


def test_units_without_a_topic_of_ours_above_them_are_explained(client):
    indicators("population")
    unknown = ";;Iets anders\nRegio's;Perioden;aantal\nVoorbeeldstad;2024;11111\nBron: CBS\n"

    assert bring(client, "tabel.csv", unknown.encode())[0].problem == (
        "Geen kolom heet hier zoals een indicator van ons: aantal. Zet in de regel met de koppen boven elke kolom de "
        "naam van een indicator, of in de regel daarboven."
    )
