"""The rekenhulp: a range, with everything it rests on, from numbers as people here write them."""

from decimal import Decimal

from django.test import Client

from opportunities.calculation import CLAIM, Assumptions
from opportunities.calculation_forms import CalculationForm
from tests.factories import SourceFactory
from tests.opportunities.notes import ASSUMPTIONS

PAGE = "/rekenhulp/"


def assumptions(**changes):
    """12 participants of whom 20 to 40% succeed, 6,000 to 12,000 euro each, for 8,000 euro."""
    values = {"participants": 12, "success_low": 20, "success_high": 40, "saving_low": 6000, "saving_high": 12_000}
    return Assumptions(**{name: Decimal(value) for name, value in ({**values, "costs": 8000} | changes).items()})


def form(**changes):
    return CalculationForm(ASSUMPTIONS | changes)


# --- the numbers ----------------------------------------------------------------------------------------------
def test_what_is_left_at_least_and_at_most():
    expected = [
        ({}, (6_400, 49_600)),
        ({"costs": 0}, (14_400, 57_600)),
        ({"costs": 20_000}, (-5_600, 37_600)),
        ({"costs": 60_000}, (-45_600, -2_400)),
        ({"success_low": 0, "costs": 0}, (0, 57_600)),
        ({"participants": 3, "success_low": "12.5", "success_high": 100, "costs": 250}, (2_000, 35_750)),
    ]

    calculated = [(changes, assumptions(**changes)) for changes, _ in expected]

    assert [(changes, (each.lowest, each.highest)) for changes, each in calculated] == expected


def test_the_outcome_in_words_rounded_to_hundreds():
    expected = [
        ({}, "Het levert de gemeente tussen €\u00a06.400 en €\u00a049.600 per jaar op."),
        ({"costs": 60_000}, "Het kost de gemeente tussen €\u00a02.400 en €\u00a045.600 per jaar."),
        (
            {"costs": 20_000},
            "Het kan de gemeente €\u00a05.600 per jaar kosten, en het kan haar €\u00a037.600 per jaar opleveren.",
        ),
        ({"costs": 14_400}, "Het levert de gemeente tussen €\u00a00 en €\u00a043.200 per jaar op."),
        ({"costs": 57_600}, "Het kost de gemeente tussen €\u00a00 en €\u00a043.200 per jaar."),
        ({"costs": 8_049}, "Het levert de gemeente tussen €\u00a06.400 en €\u00a049.600 per jaar op."),
        ({"costs": 8_051}, "Het levert de gemeente tussen €\u00a06.300 en €\u00a049.500 per jaar op."),
    ]

    assert [(changes, assumptions(**changes).in_words) for changes, _ in expected] == expected


def test_the_sums_are_told_low_first():
    assert assumptions(success_low="12.5", costs=20_000).sums == [
        "12 deelnemers × 12,5% × €\u00a06.000 − €\u00a020.000 kosten = −€\u00a011.000",
        "12 deelnemers × 40% × €\u00a012.000 − €\u00a020.000 kosten = €\u00a037.600",
    ]


# --- what is typed --------------------------------------------------------------------------------------------
def test_numbers_are_read_as_people_here_write_them():
    fields = {
        "saving_high": "besparing_tot",
        "success_high": "slagen_tot",
        "participants": "deelnemers",
        "costs": "kosten",
    }
    expected = [
        ("saving_high", "12.000", 12_000),
        ("saving_high", "€ 12.000", 12_000),
        ("saving_high", "€12.000,50", Decimal("12000.5")),
        ("saving_high", "12 000", 12_000),
        ("saving_high", "1.000.000", 1_000_000),
        ("saving_high", "€\u00a012.000", 12_000),
        ("success_high", "62,5", Decimal("62.5")),
        ("success_high", "62,5%", Decimal("62.5")),
        ("success_high", "62.5 %", Decimal("62.5")),
        ("participants", "1.200", 1200),
        ("costs", "0", 0),
    ]

    forms = [(name, typed, form(**{fields[name]: typed})) for name, typed, _ in expected]

    assert [dict(filled.errors) for *_, filled in forms] == [{}] * len(expected)
    assert [(name, typed, getattr(filled.assumptions, name)) for name, typed, filled in forms] == expected


def test_without_a_source_an_assumption_is_an_estimate():
    filled = form(slagen_bron="", besparing_bron=" ")

    assert filled.is_valid()
    assert [filled.assumptions.success_source, filled.assumptions.saving_source] == ["Eigen schatting"] * 2


def test_a_range_has_two_ends_the_higher_one_last():
    lower = form(slagen_van="50"), form(besparing_van="12.001")
    no_range = form(slagen_van="40", besparing_van="12000")

    assert [dict(each.errors) for each in (*lower, no_range)] == [
        {"slagen_tot": ["Het hoogste percentage is lager dan het laagste."]},
        {"besparing_tot": ["Het hoogste bedrag is lager dan het laagste."]},
        {"slagen_tot": ["Vul twee verschillende getallen in. Niemand weet precies hoeveel mensen slagen."]},
    ]


def test_one_range_is_enough():
    assert [form(slagen_van="40").is_valid(), form(besparing_van="12000").is_valid()] == [True, True]


def test_a_number_that_cannot_be_is_a_sentence_and_no_error_of_ours(client, db):
    texts = ["-1", "9" * 300, "1e9", "NaN", "sNaN", "Infinity", "-0,01", "veel", "12,5,5", "\x00"]
    unexplained = []

    for name in ASSUMPTIONS:
        for text in texts:
            response = client.get(PAGE, ASSUMPTIONS | {name: text})
            found = response.status_code, response.context["assumptions"]
            if found != (422, None) or f'<a href="#id_{name}">' not in response.content.decode():
                unexplained.append((name, text, *found))

    assert unexplained == []


def test_what_is_left_out_is_asked_for(client, db):
    responses = [client.get(PAGE, ASSUMPTIONS | {name: ""}) for name in ASSUMPTIONS]

    assert [response.status_code for response in responses] == [422] * 6
    assert ["Dit klopt nog niet" in response.content.decode() for response in responses] == [True] * 6


def test_a_source_that_cannot_be_is_a_sentence(client, db):
    responses = [client.get(PAGE, ASSUMPTIONS | {"slagen_bron": text}) for text in ("x" * 201, "\x00")]

    assert [response.status_code for response in responses] == [422, 422]


# --- the page -------------------------------------------------------------------------------------------------
def test_at_first_the_page_asks_and_says_nothing_is_wrong(client, db):
    response = client.get(PAGE)

    page = response.content.decode()
    assert response.status_code == 200
    assert ("Dit klopt nog niet" in page, "De uitkomst" in page) == (False, False)
    assert 'value="12.000"' in page


def test_the_page_tells_outcome_sums_assumptions_and_sources(client, db):
    SourceFactory(slug="reactie-heijne-2016", title="Reactie op een artikel", url="https://voorbeeld.nl/heijne")

    page = client.get(PAGE, ASSUMPTIONS | {"slagen_bron": "Verslag 2025", "besparing_bron": CLAIM}).content.decode()

    assert "Het levert de gemeente tussen €\u00a06.400 en €\u00a049.600 per jaar op." in page
    assert "<li>12 deelnemers × 20% × €\u00a06.000 − €\u00a08.000 kosten = €\u00a06.400</li>" in page
    assert "Percentage dat slaagt: Verslag 2025" in page
    assert f"Besparing per persoon: {CLAIM}" in page
    assert "Aantal deelnemers:" not in page
    assert '<a href="https://voorbeeld.nl/heijne">Reactie op een artikel</a>' in page


def test_a_calculation_is_taken_into_a_note(client, db):
    page = client.get(PAGE, ASSUMPTIONS | {"slagen_bron": "A & B"}).content.decode()

    assert "/gespreksnotitie/maken/?deelnemers=12&amp;deelnemers_bron=&amp;slagen_van=20&amp;" in page
    assert "slagen_bron=A+%26+B" in page


def test_markup_in_what_was_typed_stays_text(client, db):
    page = client.get(PAGE, ASSUMPTIONS | {"slagen_bron": "<script>alert(1)</script>"}).content.decode()

    assert "<script>alert(1)" not in page


def test_calculating_costs_no_more_than_1_query(db, django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        Client().get(PAGE, ASSUMPTIONS)
