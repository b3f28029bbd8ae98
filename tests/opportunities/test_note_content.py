"""What stands in a note: every figure and every claim with its source, and as it was on the day it was kept."""

import pytest

from tests.factories import (
    InitiativeFactory,
    MunicipalityFactory,
    SourceFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.opportunities.levels import needs
from tests.opportunities.notes import CALCULATION, MAKE, content, footnote, keep, typed, utrecht
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


def numbers(made):
    """Every number of a footnote that stands in the note."""
    found = [case["note"] for case in made["cases"]]
    for row in made["table"]["rows"]:
        found += [row["figure_note"], *(cell["note"] for cell in row["cells"])]
    if made["calculation"]:
        found += made["calculation"]["notes"]
    return [number for number in found if number]


def told(made):
    """The only row of the table: what stands in which column, and the note at it."""
    [row] = made["table"]["rows"]
    return {cell["column"]: (cell["text"], cell["note"]) for cell in row["cells"]}


# --- figures ----------------------------------------------------------------------------------------
def test_a_figure_has_the_middle_of_the_country_and_a_footnote_with_source_and_year(client, figure):
    made = content(client)

    [row] = made["table"]["rows"]
    assert row["figure"] == "Lezers, % van iedereen, 2024"
    assert told(made) == {
        "In Utrecht": ("30%", None),
        "Midden van Nederland": ("15%", None),
        "Behoefte": ("Hoog", None),
    }
    assert footnote(made, row["figure_note"]) == "Lezers, 2024. Bron: Lezen in Nederland, CBS, 1 maart 2025."


def test_codes_of_another_year_are_told(client, figure):
    figure.measurement.codes_year = 2025
    figure.measurement.save()

    made = content(client)

    assert footnote(made, made["table"]["rows"][0]["figure_note"]).endswith("1 maart 2025. Gemeenten van 2025.")


def test_figures_of_before_a_merger_are_told_as_such(client, municipality, figure):
    ended = MunicipalityFactory(name="Vleuten", valid_until="2025-01-01")
    SuccessionFactory(predecessor=ended, successor=municipality, takes_effect_on="2025-01-01")
    IndicatorValueFactory(measurement=figure.measurement, municipality=ended, value=3)

    made = content(client)

    note = footnote(made, made["table"]["rows"][0]["figure_note"])
    assert "Oude indeling (2024): Utrecht 30% en Vleuten 3%. We tellen dat niet op." in note


def test_what_nobody_knows_is_left_out_and_asked(client, taal):
    made = content(client)

    assert made["table"] == {
        "columns": [],
        "rows": [{"theme": "Taal", "figure": "", "figure_note": None, "cells": []}],
    }
    assert made["unknown"] == ["Wat wil de gemeente met taal?", "En wat is er al?"]
    assert made["core"][0] == "We praten graag met je over taal in Utrecht."


def test_what_is_known_of_one_theme_is_asked_of_another(client, municipality, taal):
    zorg = ThemeFactory(slug="zorg", name="Zorg")
    PassageFactory(document__municipality=municipality, theme=zorg)

    made = content(client, thema=["taal", "zorg"])

    cells = {row["theme"]: [cell["text"] for cell in row["cells"]] for row in made["table"]["rows"]}
    assert (made["table"]["columns"], cells) == (["Beleid"], {"Taal": ["vragen we je"], "Zorg": ["Genoemd"]})
    assert made["unknown"] == ["Wat wil de gemeente met taal?", "Wat is er al rond deze twee thema’s?"]


def test_the_figures_of_a_note_stay_those_of_its_day(client, figure):
    note, _ = keep(client)
    client.force_login(national_curator())
    run = bring_in(client, "meting;gemeente;waarde\nlezers-2024;GM0344;1\n", model="opportunities.indicatorvalue")

    page = client.get(note.get_absolute_url()).content.decode()

    assert run.counts == {"veranderd": 1}
    assert ("Lezers in Utrecht: 30% van iedereen" in page, " 1% van iedereen" in page) == (True, False)
    assert told(content(client))["In Utrecht"] == ("1%", None)


# --- policy and supply ------------------------------------------------------------------------------
def test_policy_is_told_with_document_years_and_page(client, municipality, taal):
    document = {"document__municipality": municipality, "document__title": "Coalitieakkoord"}
    PassageFactory(**document, document__until_year=2030, theme=taal, told="Utrecht wil dat iedereen leest.", page=12)

    made = content(client)

    level, note = told(made)["Beleid"]
    passage = "Utrecht wil dat iedereen leest. Coalitieakkoord, Gemeente Utrecht, 2026–2030, bladzijde 12."
    assert (level, footnote(made, note)) == ("Genoemd", passage)
    assert "Het beleid van de gemeente noemt taal." in made["core"]


def test_a_priority_is_shown_by_the_passage_that_makes_it_one(client, municipality, taal):
    passage = PassageFactory(document__municipality=municipality, theme=taal, told="Ook lezen.", page=1)
    PassageFactory(document=passage.document, theme=taal, told="Lezen gaat voor.", weight="speerpunt", page=2)

    made = content(client)

    level, note = told(made)["Beleid"]
    assert level == "Speerpunt"
    assert "Lezen gaat voor." in footnote(made, note)
    assert "In het beleid van de gemeente is taal een speerpunt." in made["core"]


def test_what_only_parties_want_is_shown_by_what_they_say(client, municipality, taal):
    programme = {"document__kind": "verkiezingsprogramma", "document__party": "Lezerspartij"}
    PassageFactory(document__municipality=municipality, **programme, theme=taal, told="Lezen.")

    made = content(client)

    level, note = told(made)["Beleid"]
    assert level == "Genoemd"
    assert "Lezerspartij" in footnote(made, note)
    assert "beleid" not in " ".join(made["core"])


def test_supply_is_told_with_how_old_that_is(client, municipality, taal):
    ServiceFactory(municipality=municipality, name="Taalhuis", themes=[taal])
    InitiativeFactory(title="Leeskring", places=[municipality], themes=[taal], phase="lopend", year=2019)
    for state in ("ingezonden", "gearchiveerd"):
        ServiceFactory(municipality=municipality, name=f"Geheim {state}", themes=[taal], publication_state=state)
    InitiativeFactory(title="Geheim", places=[municipality], themes=[taal], phase="lopend", publication_state="concept")

    made = content(client)

    level, note = told(made)["Aanbod nu"]
    assert level == "Beperkt"
    assert footnote(made, note).startswith("Aanbod: Taalhuis (bijgewerkt 20")
    assert footnote(made, note).endswith("Leeskring (gegevens uit 2019).")
    assert "Geheim" not in str(made)


def test_that_there_is_nothing_is_told_with_who_looked_and_when(client, municipality, taal):
    source = SourceFactory(title="Sociale kaart")
    SupplyCheckFactory(municipality=municipality, theme=taal, checked_on="2026-02-01", source=source)

    made = content(client)

    level, note = told(made)["Aanbod nu"]
    assert level == "Geen"
    assert "Sociale kaart" in footnote(made, note)


# --- the rest ---------------------------------------------------------------------------------------
def test_a_calculation_has_both_its_sources(client, taal):
    made = content(client, **CALCULATION)

    assert made["calculation"]["outcome"] == "Het levert de gemeente tussen €\u00a06.400 en €\u00a049.600 per jaar op."
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

    rows = content(client, thema=["zorg", "taal"])["table"]["rows"]

    assert [(row["theme"], row["cells"][-1]["text"]) for row in rows] == [("Taal", "Kans"), ("Zorg", "vragen we je")]


def test_own_words_stand_there_as_typed_without_empty_lines(client, taal):
    own = {"voorstel": " A \r\n\r\nKies: b  c\r\n", "meten": "M", "vraag": "C"}
    own |= {"van": "Directeur", "publiek_naam": "Wethouder Zorg", "bibliotheek": "De Boekenkast"}

    made = content(client, titel="Titel", contact_naam="Ada", contact_telefoon="030-1", **own)

    assert made["steps"] == [{"head": "", "text": "A"}, {"head": "Kies", "text": "B c"}]
    assert (made["title"], made["measures"], made["asks"], made["library"]) == ("Titel", ["M"], ["C"], "De Boekenkast")
    assert (made["by"], made["audience"], made["contact"]) == ("Directeur", "Wethouder Zorg", ["Ada", "030-1"])


def test_without_a_title_one_is_made(client, taal):
    ThemeFactory(slug="zorg", name="Zorg")

    assert content(client, thema=["taal", "zorg"])["title"] == "Taal en zorg in Utrecht"


def test_what_is_shown_beforehand_is_what_is_kept(client, figure):
    shown = client.post(MAKE, typed(stap="bekijk")).context["content"]

    assert content(client) == shown
