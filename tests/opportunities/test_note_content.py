"""What stands in a note: every figure and every claim with its source, and as it was on the day it was kept."""

import pytest

from tests.factories import InitiativeFactory, MunicipalityFactory, SourceFactory, SuccessionFactory, ThemeFactory
from tests.opportunities.levels import needs
from tests.opportunities.notes import CALCULATION, MAKE, content, keep, typed, utrecht
from tests.opportunity_factories import IndicatorValueFactory, PassageFactory, ServiceFactory, SupplyCheckFactory
from tests.role_factories import national_curator
from tests.spreadsheets.import_runs import bring_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def municipality():
    return utrecht(cbs_code="GM0344")


@pytest.fixture
def taal():
    return ThemeFactory(slug="taal", name="Taal")


@pytest.fixture
def figure(municipality, taal):
    """30% lezers, more than elsewhere, measured in 2024 and published by CBS."""
    value = needs(municipality, taal, name="Lezers", slug="lezers", unit="% van iedereen")
    source = value.measurement.source
    source.title, source.publisher, source.published_on = "Lezen in Nederland", "CBS", "2025-03-01"
    source.save()
    return value


def footnote(made, number):
    """The text behind a number in the note."""
    return made["footnotes"][number - 1]


def numbers(made):
    """Every number of a footnote that stands in the note."""
    rows = [row[name] for row in made["rows"] for name in ("figure_note", "policy_note", "supply_note")]
    calculated = made["calculation"]["notes"] if made["calculation"] else []
    return [number for number in [*rows, *(case["note"] for case in made["cases"]), *calculated] if number]


# --- figures ----------------------------------------------------------------------------------------
def test_a_figure_has_the_middle_of_the_country_and_a_footnote_with_source_and_year(client, figure):
    made = content(client)

    [row] = made["rows"]
    assert row["figure"] == "Lezers: 30% van iedereen (middelste gemeente: 15%)"
    assert footnote(made, row["figure_note"]) == "Lezers, 2024. Bron: Lezen in Nederland, CBS, 1 maart 2025."


def test_codes_of_another_year_are_told(client, figure):
    figure.measurement.codes_year = 2025
    figure.measurement.save()

    made = content(client)

    assert footnote(made, made["rows"][0]["figure_note"]).endswith("1 maart 2025. Gemeenten van 2025.")


def test_figures_of_before_a_merger_are_told_as_such(client, municipality, figure):
    ended = MunicipalityFactory(name="Vleuten", valid_until="2025-01-01")
    SuccessionFactory(predecessor=ended, successor=municipality, takes_effect_on="2025-01-01")
    IndicatorValueFactory(measurement=figure.measurement, municipality=ended, value=3)

    made = content(client)

    told = footnote(made, made["rows"][0]["figure_note"])
    assert "Oude indeling (2024): Utrecht 30% en Vleuten 3%. We tellen dat niet op." in told


def test_what_nobody_knows_is_told_as_not_known(client, taal):
    [row] = content(client)["rows"]

    assert [row[level] for level in ("need", "policy", "supply")] == ["Niet bekend"] * 3
    assert [row[name] for name in ("figure", "figure_note", "policy_note", "supply_note")] == ["", None, None, None]


def test_the_figures_of_a_note_stay_those_of_its_day(client, figure):
    note, _ = keep(client)
    client.force_login(national_curator())
    run = bring_in(client, "meting;gemeente;waarde\nlezers-2024;GM0344;1\n", model="opportunities.indicatorvalue")

    page = client.get(note.get_absolute_url()).content.decode()

    assert run.counts == {"veranderd": 1}
    assert ("Lezers: 30% van iedereen" in page, "Lezers: 1% van iedereen" in page) == (True, False)
    assert content(client)["rows"][0]["figure"].startswith("Lezers: 1% van iedereen")


# --- policy and supply ------------------------------------------------------------------------------
def test_policy_is_told_with_document_years_and_page(client, municipality, taal):
    document = {"document__municipality": municipality, "document__title": "Coalitieakkoord"}
    PassageFactory(**document, document__until_year=2030, theme=taal, told="Utrecht wil dat iedereen leest.", page=12)

    made = content(client)

    [row] = made["rows"]
    told = "Utrecht wil dat iedereen leest. Coalitieakkoord, Gemeente Utrecht, 2026–2030, bladzijde 12."
    assert (row["policy"], footnote(made, row["policy_note"])) == ("Genoemd", told)


def test_a_priority_is_shown_by_the_passage_that_makes_it_one(client, municipality, taal):
    passage = PassageFactory(document__municipality=municipality, theme=taal, told="Ook lezen.", page=1)
    PassageFactory(document=passage.document, theme=taal, told="Lezen gaat voor.", weight="speerpunt", page=2)

    made = content(client)

    [row] = made["rows"]
    assert row["policy"] == "Speerpunt"
    assert "Lezen gaat voor." in footnote(made, row["policy_note"])


def test_what_only_parties_want_is_shown_by_what_they_say(client, municipality, taal):
    programme = {"document__kind": "verkiezingsprogramma", "document__party": "Lezerspartij"}
    PassageFactory(document__municipality=municipality, **programme, theme=taal, told="Lezen.")

    made = content(client)

    [row] = made["rows"]
    assert row["policy"] == "Genoemd"
    assert "Lezerspartij" in footnote(made, row["policy_note"])


def test_supply_is_told_with_how_old_that_is(client, municipality, taal):
    ServiceFactory(municipality=municipality, name="Taalhuis", themes=[taal])
    InitiativeFactory(title="Leeskring", places=[municipality], themes=[taal], phase="lopend", year=2019)
    for state in ("ingezonden", "gearchiveerd"):
        ServiceFactory(municipality=municipality, name=f"Geheim {state}", themes=[taal], publication_state=state)
    InitiativeFactory(title="Geheim", places=[municipality], themes=[taal], phase="lopend", publication_state="concept")

    made = content(client)

    [row] = made["rows"]
    told = footnote(made, row["supply_note"])
    assert row["supply"] == "Beperkt"
    assert told.startswith("Aanbod: Taalhuis (bijgewerkt 20")
    assert told.endswith("Leeskring (gegevens uit 2019).")
    assert "Geheim" not in str(made)


def test_that_there_is_nothing_is_told_with_who_looked_and_when(client, municipality, taal):
    source = SourceFactory(title="Sociale kaart")
    SupplyCheckFactory(municipality=municipality, theme=taal, checked_on="2026-02-01", source=source)

    made = content(client)

    [row] = made["rows"]
    assert row["supply"] == "Geen"
    assert "Sociale kaart" in footnote(made, row["supply_note"])


# --- the rest ---------------------------------------------------------------------------------------
def test_an_example_has_its_place_and_a_footnote_with_source_and_year(client, taal):
    example = InitiativeFactory(
        slug="taalhuis", title="Taalhuis", year=2019, places=[MunicipalityFactory(name="Zeist")]
    )
    example.sources.add(SourceFactory(title="Een artikel", author="Jo", publisher="Bibliotheekblad"))

    made = content(client, voorbeeld=["taalhuis"])

    [case] = made["cases"]
    told = "Taalhuis: gegevens uit 2019. Bron: Een artikel, Jo, Bibliotheekblad."
    assert (case["title"], case["where"], footnote(made, case["note"])) == ("Taalhuis", "Zeist", told)


def test_a_long_summary_ends_at_a_word(client, taal):
    InitiativeFactory(slug="lang", summary="woord " * 49 + "einde")

    [case] = content(client, voorbeeld=["lang"])["cases"]

    assert (len(case["summary"]) <= 222, case["summary"][-8:]) == (True, " woord …")


def test_a_calculation_has_both_its_sources(client, taal):
    made = content(client, **CALCULATION)

    assert made["calculation"]["outcome"] == "Het levert de gemeente tussen € 6.400 en € 49.600 per jaar op."
    assert [footnote(made, number) for number in made["calculation"]["notes"]] == [
        "Percentage dat slaagt: Verslag 2025",
        "Besparing per persoon: Eigen schatting",
    ]


def test_every_number_has_a_footnote_and_the_same_source_has_one_number(client, figure, taal):
    example = InitiativeFactory(slug="taalhuis")
    example.sources.add(SourceFactory())
    again = ThemeFactory(slug="lezen", name="Lezen", parent=taal)

    made = content(client, thema=[taal.slug, again.slug], voorbeeld=["taalhuis"], **CALCULATION)

    assert sorted(set(numbers(made))) == list(range(1, len(made["footnotes"]) + 1))
    assert len(set(made["footnotes"])) == len(made["footnotes"])


def test_the_largest_chance_comes_first(client, municipality, taal, figure):
    ThemeFactory(slug="zorg", name="Zorg")
    ServiceFactory(municipality=municipality, themes=[taal])

    rows = content(client, thema=["zorg", "taal"])["rows"]

    assert [(row["theme"], row["chance"]) for row in rows] == [("Taal", "Kans"), ("Zorg", "Nog geen cijfer")]


def test_own_words_stand_there_as_typed_without_empty_lines(client, taal):
    own = {"voorstel": " A \r\n\r\nB  b\r\n", "vraag": "C", "van": "Directeur", "publiek_naam": "Wethouder Zorg"}

    made = content(client, titel="Titel", contact_naam="Ada", contact_telefoon="030-1", **own)

    assert (made["title"], made["proposal"], made["asks"]) == ("Titel", ["A", "B b"], ["C"])
    assert (made["by"], made["audience"], made["contact"]) == ("Directeur", "Wethouder Zorg", ["Ada", "030-1"])


def test_without_a_title_one_is_made(client, taal):
    ThemeFactory(slug="zorg", name="Zorg")

    assert content(client, thema=["taal", "zorg"])["title"] == "Taal en zorg in Utrecht"


def test_what_is_shown_beforehand_is_what_is_kept(client, figure):
    shown = client.post(MAKE, typed(stap="bekijk")).context["content"]

    assert content(client) == shown
