"""What those who took an example over told, on a map and in the rekenhulp: never of fewer than three."""

from functools import partial

import pytest

from opportunities.calculation_forms import CalculationForm
from opportunities.models import Service
from opportunities.notes.content import calculation_of
from opportunities.notes.footnotes import Footnotes
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, SuccessionFactory
from tests.opportunities.notes import ASSUMPTIONS
from tests.opportunities.test_brought import TODAY, does, with_figures
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db
OFFERED = "/rekenhulp/?voorbeeld=taalcafe"
SOURCE = "Mediaan bij wie ‘Taalcafé’ ook doet: {} (3 organisaties, 2025), eigen opgave aan Bieb Netwerk"
OF_PEOPLE = SOURCE.format("38 mensen in een jaar")
OF_COST = SOURCE.format("€\u00a04.100 in een jaar")


@pytest.fixture
def example():
    return InitiativeFactory(slug="taalcafe", title="Taalcafé")


def told_by(example, count):
    """So many organisations told what a year brought."""
    for reached in (10, 38, 90)[:count]:
        with_figures(example, reached, cost=4100, cost_how="administratie")


# --- the map ------------------------------------------------------------------------------------------------
def readings(example):
    drawn = Service.objects.brought(TODAY)[example.pk].map
    return {area.municipality.name: (area.reading.shade, area.reading.text) for area in drawn.areas}


def test_the_map_says_who_does_it_where_and_where_it_stopped(example):
    gouda, edam = (
        MunicipalityFactory(name="Gouda", cbs_code="GM0513"),
        MunicipalityFactory(name="Edam", cbs_code="GM0385"),
    )
    over = {"level": "gestopt", "until_year": 2025}
    does(example, municipality=gouda, provider=LibraryFactory(name="Bieb Gouda"))
    does(example, municipality=gouda, provider=LibraryFactory(name="Bieb Oud"), **over)
    does(example, municipality=edam, provider=LibraryFactory(name="Bieb Edam"), **over)

    assert readings(example) == {"Gouda": ("3", "Bieb Gouda"), "Edam": ("1", "Bieb Edam, gestopt")}


def test_what_was_told_of_a_municipality_that_ended_stands_in_that_of_today(example):
    ended = MunicipalityFactory(name="Oud")
    SuccessionFactory(predecessor=ended, successor=MunicipalityFactory(name="Gouda", cbs_code="GM0513"))
    does(example, municipality=ended, provider=LibraryFactory(name="Bieb Gouda"))

    assert readings(example) == {"Gouda": ("3", "Bieb Gouda")}


def test_who_fell_silent_and_who_cannot_be_drawn_is_on_no_map(client, example):
    does(example, confirmed_on=None, municipality=MunicipalityFactory(cbs_code="GM0513"))
    does(example, municipality=MunicipalityFactory(cbs_code="GM9999"))

    assert Service.objects.brought(TODAY)[example.pk].map is None
    assert "map__drawing" not in client.get(example.get_absolute_url()).content.decode()


def test_the_map_stands_on_the_page_of_the_example_and_on_that_of_all(client, example):
    does(example, municipality=MunicipalityFactory(name="Gouda", cbs_code="GM0513"))
    other = InitiativeFactory(title="Anders")
    does(other, municipality=MunicipalityFactory(name="Edam", cbs_code="GM0385"))

    pages = [client.get(path).content.decode() for path in (example.get_absolute_url(), "/wat-het-bracht/")]

    assert ["Kaart: Waar dit gebeurt" in page for page in pages] == [True, True]
    assert [">Edam:" in page for page in pages] == [False, True]


# --- the rekenhulp ------------------------------------------------------------------------------------------
def test_the_rekenhulp_offers_medians_and_takes_them_over_when_asked(client, example):
    told_by(example, 3)
    assert OFFERED in client.get(example.get_absolute_url()).content.decode()
    assert OFFERED in client.get("/wat-het-bracht/").content.decode()

    offered = client.get(OFFERED)
    page = offered.content.decode()
    assert ["mediaan 38 mensen in een jaar (3 organisaties, 2025)" in page, OF_PEOPLE in page] == [True, False]
    assert offered.context["form"]["deelnemers"].value() is None

    taken = client.get(f"{OFFERED}&neem_over=1&slagen_van=20&deelnemers=5")
    form = taken.context["form"]
    names = ("deelnemers", "deelnemers_bron", "kosten", "kosten_bron", "slagen_van")
    assert [form[name].value() for name in names] == ["38", OF_PEOPLE, "4.100", OF_COST, "20"]
    assert (taken.status_code, taken.context["assumptions"]) == (200, None)


def test_nothing_is_offered_of_fewer_than_three_or_of_what_nobody_may_see(client, example):
    told_by(example, 2)
    hidden = InitiativeFactory(slug="concept", publication_state="concept")
    told_by(hidden, 3)

    pages = [client.get(f"/rekenhulp/?voorbeeld={slug}&neem_over=1") for slug in ("taalcafe", "concept", "niets")]

    assert [(page.status_code, page.context["suggestion"]) for page in pages] == [(200, None)] * 3
    assert "Reken hiermee" not in client.get(example.get_absolute_url()).content.decode()


def test_a_median_with_which_nobody_can_calculate_is_not_offered(client, example):
    for _ in range(3):
        with_figures(example, 0)

    assert client.get(OFFERED).context["suggestion"] is None


def test_where_numbers_are_from_stands_with_the_outcome_and_in_a_note(client, example):
    typed = ASSUMPTIONS | {"deelnemers_bron": OF_PEOPLE, "kosten_bron": "Begroting <b>2026</b>"}

    page = client.get("/rekenhulp/", typed).content.decode()
    form = CalculationForm(typed)
    notes = Footnotes()
    assert form.is_valid()
    calculation_of(form.assumptions, notes)

    for told in (page, " ".join(notes.texts)):
        assert f"Aantal deelnemers: {OF_PEOPLE}" in told
    assert "Kosten per jaar: Begroting &lt;b&gt;2026&lt;/b&gt;" in page
    assert "deelnemers_bron=Mediaan+bij" in page


def test_a_source_fits_in_its_field_however_long_the_title(client):
    long = InitiativeFactory(slug="taalcafe", title="Een heel lange naam " * 8)
    told_by(long, 3)
    form = client.get(f"{OFFERED}&neem_over=1").context["form"]

    assert [len(form[name].value()) <= 200 for name in ("deelnemers_bron", "kosten_bron")] == [True, True]


def test_offering_asks_as_much_for_three_as_for_six(client, example):
    told_by(example, 3)
    ask = partial(client.get, OFFERED)
    of_three = number_of_queries(ask)
    told_by(example, 3)

    assert number_of_queries(ask) == of_three
