"""What a note tells of the examples in it: where and when, what came of them, and the source."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, SourceFactory, ThemeFactory
from tests.opportunities.notes import content, footnote, utrecht

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def municipality():
    return utrecht()


@pytest.fixture
def taal():
    return ThemeFactory(slug="taal", name="Taal")


def confirmed(day):
    return {"confirmed_on": day, "confirmed_by": LibraryFactory()}


def test_an_example_has_its_place_and_a_footnote_with_source_and_year(client, taal):
    example = InitiativeFactory(
        slug="taalhuis", title="Taalhuis", year=2019, places=[MunicipalityFactory(name="Zeist")]
    )
    example.sources.add(SourceFactory(title="Een artikel", author="Jo", publisher="Bibliotheekblad"))

    made = content(client, voorbeeld=["taalhuis"])

    [case] = made["cases"]
    source = "Taalhuis: gegevens uit 2019. Bron: Een artikel, Jo, Bibliotheekblad."
    assert (case["title"], case["where"], footnote(made, case["note"])) == ("Taalhuis", "Zeist", source)


def test_a_long_summary_ends_at_a_word(client, taal):
    InitiativeFactory(slug="lang", summary="woord " * 49 + "einde")

    [case] = content(client, voorbeeld=["lang"])["cases"]

    lead, _, summary = case["summary"].partition(": ")
    assert (lead, len(summary) <= 222, summary[-8:]) == ("Zo werd het beschreven", True, " woord …")


def test_of_a_long_summary_whole_sentences_are_left(client, taal):
    first = "Een zin van veertig letters of wat meer."
    InitiativeFactory(slug="lang", summary=f"{first} {'woord ' * 40}".strip(), year=2019)

    [case] = content(client, voorbeeld=["lang"])["cases"]

    assert case["summary"] == f"Zo werd het in 2019 beschreven: {first}"


def test_a_result_is_told_where_it_says_something(client, taal):
    InitiativeFactory(slug="a", title="A", results="Zestig mensen vonden werk. Meer weten we niet.")
    InitiativeFactory(slug="b", title="B", results="Het artikel geeft geen cijfers. Toch was het mooi.")

    cases = content(client, voorbeeld=["a", "b"])["cases"]

    assert [case["result"] for case in cases] == ["Zestig mensen vonden werk.", ""]


def test_an_example_of_the_municipality_itself_is_not_elsewhere(client, municipality, taal):
    InitiativeFactory(slug="hier", themes=[taal], places=[municipality])
    InitiativeFactory(slug="daar", themes=[taal], places=[MunicipalityFactory()])

    cores = [" ".join(content(client, voorbeeld=[slug])["core"]) for slug in ("hier", "daar")]

    assert ["Hieronder staat wat elders al is gedaan rond taal." in core for core in cores] == [False, True]


def test_what_was_confirmed_lately_is_told_as_of_now(client, taal):
    today = timezone.localdate()
    lately = today - timedelta(days=300)
    InitiativeFactory(
        slug="nu", themes=[taal], places=[MunicipalityFactory()], summary="Samen lezen.", **confirmed(lately)
    )

    made = content(client, voorbeeld=["nu"])

    [case] = made["cases"]
    assert (case["state"], case["summary"]) == (f"bevestigd in {lately.year}", "Samen lezen.")
    assert made["cases_heading"] == "Wat nu al gebeurt"
    assert "Hieronder staat wat elders al gebeurt rond taal." in made["core"]
