"""How the directory is doing: counted per province and period, drawn and as a file."""

import csv
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from desk.statistics import StatisticsForm, statistics_of
from initiatives.models import Initiative
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    ProvinceFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.queries import number_of_queries
from tests.review_factories import HOSTILE, led_by
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
STATES, THEMES, PHASES, FRESHNESS, COVERAGE, GROWTH = (
    "Voorbeelden naar stand", "Gepubliceerd naar thema", "Gepubliceerd naar fase", "Gepubliceerd naar hoe vers",
    "Gemeenten met een voorbeeld", "Ingevoerd per maand",
)  # fmt: skip


def counts(title, **chosen):
    tables = statistics_of(StatisticsForm(chosen or None), TODAY)
    return dict(next(table.rows for table in tables if table.title == title))


def entered(moment, **fields):
    """An example that was entered at this moment."""
    initiative = InitiativeFactory(**fields)
    Initiative.objects.filter(pk=initiative.pk).update(created_at=moment)
    return initiative


def rows(response):
    return list(csv.reader(response.content.decode("utf-8-sig").splitlines(), delimiter=";"))


def test_states_are_counted_each():
    for state in ("concept", "gepubliceerd", "gepubliceerd"):
        InitiativeFactory(publication_state=state)

    assert counts(STATES) == {"Concept": 1, "Ingezonden": 0, "Gepubliceerd": 2, "Gearchiveerd": 0}


def test_themes_count_their_parts_once_and_only_what_is_published():
    main = ThemeFactory(name="Leren")
    parts = [ThemeFactory(parent=main), ThemeFactory(parent=main)]
    InitiativeFactory(themes=[main, *parts])
    InitiativeFactory(themes=parts[:1])
    InitiativeFactory(themes=parts, publication_state="concept")
    ThemeFactory(name="Werk")

    assert counts(THEMES) == {"Leren": 2, "Werk": 0}


def test_phases_and_freshness():
    library = LibraryFactory()
    InitiativeFactory(phase="pilot")
    InitiativeFactory(phase="gestopt")
    InitiativeFactory(confirmed_on=date(2026, 1, 1), confirmed_by=library)

    assert {name: count for name, count in counts(PHASES).items() if count} == {
        "Niet bekend": 1,
        "Pilot": 1,
        "Gestopt": 1,
    }
    assert counts(FRESHNESS) == {"Bevestigd": 1, "Nog niet bevestigd": 1, "Afgerond": 1}


def test_a_municipality_that_ended_counts_for_where_it_went():
    now, old = MunicipalityFactory(), MunicipalityFactory(valid_until=date(2022, 3, 24))
    SuccessionFactory(predecessor=old, successor=now)
    MunicipalityFactory()
    InitiativeFactory(places=[old])

    assert counts(COVERAGE) == {"Met voorbeeld": 1, "Zonder voorbeeld": 1}


def test_months_are_those_of_our_own_clock():
    entered(datetime(2025, 12, 31, 23, 30, tzinfo=UTC))

    assert counts(GROWTH) == {"jan 2026": 1}


def test_a_province_counts_its_own():
    here, there = ProvinceFactory(slug="hier"), ProvinceFactory(slug="daar")
    led_by(LibraryFactory(province=here), places=[MunicipalityFactory(province=here)])
    led_by(LibraryFactory(province=there), places=[MunicipalityFactory(province=there)])
    InitiativeFactory(is_national=True)

    assert counts(STATES, province="hier")["Gepubliceerd"] == 1
    assert counts(COVERAGE, province="hier") == {"Met voorbeeld": 1, "Zonder voorbeeld": 0}


def test_a_period_is_of_our_own_clock():
    entered(datetime(2024, 6, 1, tzinfo=UTC))
    entered(datetime(2025, 6, 1, tzinfo=UTC))
    entered(datetime(2025, 12, 31, 23, 30, tzinfo=UTC))
    periods = [
        ({}, 3),
        ({"since": 2025}, 2),
        ({"until": 2025}, 2),
        ({"since": 2025, "until": 2025}, 1),
        ({"since": 2030}, 0),
        ({"since": 2026, "until": 2025}, 3),
        ({"since": "x"}, 3),
    ]

    assert [(chosen, counts(STATES, **chosen)["Gepubliceerd"]) for chosen, _ in periods] == periods


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("since=2026&until=2025", "Dit jaar ligt voor het beginjaar."),
        ("province=weg", ""),
        ("since=abc", ""),
        ("since=99999", ""),
    ],
)
def test_what_cannot_be_chosen_is_explained(client, query, sentence):
    client.force_login(national_curator())

    response = client.get(f"{reverse('curator:statistics')}?{query}")

    assert response.status_code == 200
    assert response.context["form"].errors
    assert sentence in response.content.decode()


def test_the_page_draws_every_table_and_says_the_numbers(client):
    client.force_login(national_curator())
    InitiativeFactory(themes=[ThemeFactory(name=HOSTILE)])

    page = client.get(reverse("curator:statistics")).content.decode()

    assert page.count('<ul class="cur-bars"') == 7
    told = '<span>Gepubliceerd</span> <progress value="1" max="1" aria-label="Gepubliceerd">1</progress> <span>1</span>'
    assert told in page
    assert HOSTILE not in page


def test_an_empty_directory_has_a_page(client):
    client.force_login(national_curator())

    page = client.get(reverse("curator:statistics")).content.decode()

    assert "Er is niets ingevoerd in deze periode." in page


def test_the_longest_bar_is_full():
    for state in ("concept", "gepubliceerd", "gepubliceerd"):
        InitiativeFactory(publication_state=state)

    table = statistics_of(StatisticsForm(None), TODAY)[0]

    assert [(bar.label, bar.count, bar.most) for bar in table.bars] == [
        ("Concept", 1, 2),
        ("Ingezonden", 0, 2),
        ("Gepubliceerd", 2, 2),
        ("Gearchiveerd", 0, 2),
    ]


def test_the_file_has_the_same_numbers_as_the_page(client):
    client.force_login(national_curator())
    InitiativeFactory(themes=[ThemeFactory(name="Leren")])

    header, *found = rows(client.get(reverse("curator:statistics_csv")))

    tables = statistics_of(StatisticsForm(None), TODAY)
    assert header == ["overzicht", "wat", "aantal"]
    assert found == [[table.title, label, str(count)] for table in tables for label, count in table.rows]


def test_the_file_holds_no_formula(client):
    client.force_login(national_curator())
    formulas = ["=1+1", "+1", "-1", "@x", "\t=1", '=HYPERLINK("https://evil.example")']
    for name in formulas:
        ThemeFactory(name=name)

    found = rows(client.get(reverse("curator:statistics_csv")))

    assert [row for row in found if row[1].startswith(("=", "+", "-", "@", "\t"))] == []
    assert [name for name in formulas if [THEMES, f"'{name}", "0"] not in found] == []


def test_the_file_can_be_narrowed(client):
    client.force_login(national_curator())
    province = ProvinceFactory(slug="hier")
    led_by(LibraryFactory(province=province))
    InitiativeFactory()

    found = rows(client.get(f"{reverse('curator:statistics_csv')}?province=hier"))

    assert [STATES, "Gepubliceerd", "1"] in found


def test_curators_see_it_and_others_do_not(client):
    seen = []
    for user in (library_member(), province_curator(ProvinceFactory()), national_curator()):
        client.force_login(user)
        seen.append(
            [
                client.get(reverse(f"curator:{page}"), follow=True).status_code
                for page in ("statistics", "statistics_csv")
            ]
        )

    assert seen == [[403, 403], [200, 200], [200, 200]]


def test_the_page_costs_the_same_for_1_and_3(client):
    client.force_login(national_curator())

    def add():
        place, old = MunicipalityFactory(), MunicipalityFactory(valid_until=date(2022, 3, 24))
        SuccessionFactory(predecessor=old, successor=place)
        led_by(LibraryFactory(), themes=[ThemeFactory(parent=ThemeFactory())], places=[old])

    add()
    one = number_of_queries(lambda: client.get(reverse("curator:statistics")))
    add()
    add()

    assert number_of_queries(lambda: client.get(reverse("curator:statistics"))) == one
