"""What an example brought over all who took it over: how many, the middle of at least three, who stopped and why."""

from datetime import date
from functools import partial

import pytest
from django.utils import timezone

from opportunities.comparing_examples import taken_over_in_words
from opportunities.models import Service
from opportunities.notes.cases import case_of
from opportunities.notes.footnotes import Footnotes
from tests.factories import InitiativeFactory, LibraryFactory, PartnerFactory, ThemeFactory
from tests.opportunities.notes import content, footnote, utrecht
from tests.opportunity_factories import AdoptionReportFactory, ServiceFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)


@pytest.fixture
def example():
    return InitiativeFactory(slug="taalcafe", title="Taalcafé")


def does(example, **more):
    """A library that took the example over."""
    return ServiceFactory(
        **{"example": example, "provider": LibraryFactory(), "level": "vast", "confirmed_on": timezone.localdate()}
        | more
    )


def with_figures(example, reached, **more):
    return AdoptionReportFactory(service=does(example), reached=reached, **more)


def brought(example, today=TODAY):
    return Service.objects.brought(today).get(example.pk)


def test_a_confirmation_fades_after_15_months_and_counts_for_18(example):
    fresh, faded, gone = date(2025, 8, 30), date(2025, 8, 29), date(2025, 5, 29)
    services = [does(example, confirmed_on=day) for day in (fresh, faded, date(2025, 5, 30), gone, None)]

    found = brought(example)

    assert [(each.pk, each.has_faded) for each in found.running] == [
        (services[0].pk, False),
        (services[1].pk, True),
        (services[2].pk, True),
    ]
    assert [each.pk for each in found.silent] == [services[3].pk, services[4].pk]
    assert (found.count, found.confirmed_count) == (3, 0)


def test_what_the_public_may_not_see_counts_nowhere(example):
    for state in ("onbevestigd", "ingezonden", "gearchiveerd"):
        does(example, publication_state=state)

    assert brought(example) is None


def test_organisations_are_counted_once_and_called_what_they_are(example):
    library = LibraryFactory()
    does(example, provider=library)
    does(example, provider=library)
    assert brought(example).doers == "1 bibliotheek doet"

    does(example)
    assert brought(example).doers == "2 bibliotheken doen"

    does(example, provider=PartnerFactory())
    assert brought(example).doers == "3 organisaties doen"


def test_there_is_no_middle_of_fewer_than_three_organisations(example):
    for reached in (10, 40):
        with_figures(example, reached)
    again = does(example, provider=Service.objects.first().provider)
    AdoptionReportFactory(service=again, reached=90)
    assert (brought(example).reached, brought(example).has_middles) == (None, False)

    third = with_figures(example, 60, year=2024, cost=5, cost_how="geschat")

    found = brought(example)
    assert (found.reached.value, found.reached.count, found.reached.years) == (50, 3, "2024 tot en met 2025")
    assert (found.cost, found.outcomes) == (None, [])

    AdoptionReportFactory(service=third.service, year=2026, reached=100)  # only the newest of each counts
    assert brought(example).reached.value == 65


def test_figures_of_who_stopped_or_fell_silent_do_not_count(example):
    for reached in (10, 20, 30):
        with_figures(example, reached, outcome=reached, outcome_how="geteld")
    stopped = does(example, level="gestopt", until_year=2025, stop_reason="Geen geld meer")
    silent = does(example, confirmed_on=date(2025, 1, 1))
    for service in (stopped, silent):
        AdoptionReportFactory(service=service, reached=900)

    found = brought(example)

    assert (found.reached.value, found.stoppers) == (20, "1 bibliotheek stopte")
    assert [(middle.value, middle.unit) for middle in found.outcomes] == [(20, "mensen geholpen met hun vraag")]


def test_the_page_of_the_example_tells_it(client, example):
    page = client.get(example.get_absolute_url()).content.decode()
    assert "Hier staat nog niemand die dit ook doet." in page
    assert "/praktijkvoorbeelden/taalcafe/wij-doen-dit-ook/" in page
    for reached in (10, 38, 90):
        with_figures(example, reached, cost=4100, cost_how="administratie")
    does(example, level="gestopt", until_year=2025, stop_reason="Geen geld <b>meer</b>")

    page = " ".join(client.get(example.get_absolute_url()).content.decode().split())

    told = [
        "3 bibliotheken doen dit ook.",
        "mediaan 38 per jaar",
        "mediaan €&nbsp;4.100 per jaar",
        "1 bibliotheek stopte",
    ]
    assert [text for text in [*told, "in 2025: Geen geld &lt;b&gt;meer&lt;/b&gt;"] if text not in page] == []


def test_as_many_queries_for_one_as_for_three(client, example):
    with_figures(example, 1)
    ask = partial(client.get, example.get_absolute_url())
    for_one = number_of_queries(ask)
    for _ in range(2):
        with_figures(example, 2)

    assert number_of_queries(ask) == for_one


def test_a_comparison_and_a_note_say_it_with_where_it_is_from(client, example):
    for reached in (10, 38, 90):
        with_figures(example, reached)
    does(example, level="gestopt", until_year=2025)
    other = InitiativeFactory(slug="anders")
    told = "3 bibliotheken doen dit ook. Mediaan 38 mensen per jaar (3 organisaties, 2025). 1 bibliotheek stopte ermee."

    lines = client.get("/vergelijk/voorbeelden/?voorbeeld=taalcafe&voorbeeld=anders").context["lines"]
    notes = Footnotes()
    taken_over = taken_over_in_words([example, other], TODAY)
    case_of(example, notes, TODAY, taken_over[0])
    utrecht()
    made = content(client, voorbeeld=["taalcafe"])

    assert (lines[-1].label, lines[-1].texts) == ("Wie dit ook doet, naar eigen opgave", [told, "Niet bekend"])
    assert f"{told} Bron: eigen opgave aan Bieb Netwerk, november 2026." in notes.texts[0]
    assert f"{told} Bron: eigen opgave aan Bieb Netwerk" in footnote(made, made["cases"][0]["note"])


# --- Wat het bracht -----------------------------------------------------------------------------------------
def page_of(client, query=""):
    return " ".join(client.get(f"/wat-het-bracht/{query}").content.decode().split())


def test_the_page_of_all_examples_says_how_it_starts_and_then_what_it_brought(client, example):
    assert "Hier staat nog niemand die een voorbeeld ook doet." in page_of(client)
    hidden = InitiativeFactory(title="Concept", publication_state="concept")
    does(hidden)
    for reached in (9, 10, 250):
        with_figures(example, reached)

    page = page_of(client)

    rows = ["1 voorbeeld. 3 bibliotheken doen daar nu iets van.", "<td>10</td>", "Nog te weinig cijfers"]
    bars = [
        f'<th scope="row">{label}</th> <td> <span>1</span>' for label in ("minder dan 10", "10 tot 25", "250 of meer")
    ]
    assert [text for text in rows + bars if text not in page] == []
    assert "Concept" not in page


def test_it_is_narrowed_by_theme_and_province_and_kept_as_a_file(client, example):
    main = ThemeFactory(slug="meedoen")
    part = ThemeFactory(slug="werk", parent=main)
    service = does(example, themes=[part])
    does(InitiativeFactory(title="Elders"))
    here = service.municipality.province.slug

    faults = []
    for query in (f"?thema=meedoen&provincie={here}", "?thema=werk", f"?provincie={here}"):
        page = page_of(client, query)
        if "#ook" not in page or "Elders" in page:
            faults.append(query)
        file = client.get(f"/wat-het-bracht/csv/{query}").content.decode()
        if file.splitlines()[1] != "Taalcafé;1;1;0;Nog te weinig cijfers;Nog te weinig cijfers;Nog te weinig cijfers":
            faults.append(file)

    assert faults == []
    answers = [client.get(f"/wat-het-bracht/{end}").status_code for end in ("?thema=niets", "?provincie=x", "pdf/")]
    assert answers == [404, 404, 404]


def test_the_page_asks_as_much_for_one_example_as_for_three(client, example):
    with_figures(example, 1)
    ask = partial(client.get, "/wat-het-bracht/")
    for_one = number_of_queries(ask)
    for _ in range(2):
        with_figures(InitiativeFactory(), 1)

    assert number_of_queries(ask) == for_one
