"""What runs, runs only as long as somebody confirmed it: pages, cards, comparisons and downloads say so alike."""

from datetime import date

import pytest
from django.utils import timezone

from initiatives.models import Initiative
from initiatives.phases import phase_in_words
from tests.documents import Reader
from tests.factories import InitiativeFactory, LibraryFactory, ThemeFactory
from tests.markup import squeezed

TODAY = date(2026, 11, 28)
LIEP = "Liep in 2014; of het nog zo is, weten we niet"


def words(phase, year=2014, confirmed_on=None):
    return phase_in_words(phase, Initiative.Phase(phase).label, year, confirmed_on, TODAY)


def test_what_nobody_confirmed_is_told_of_then():
    assert {phase: words(phase) for phase in Initiative.Phase.values} == {
        "": "Niet bekend",
        "idee": "Idee",
        "pilot": "Was een pilot in 2014; hoe het verder ging, weten we niet",
        "lopend": LIEP,
        "structureel": "Was vast aanbod in 2014; of het nog zo is, weten we niet",
        "gestopt": "Gestopt",
    }


def test_without_a_year_it_was_earlier():
    assert words("lopend", year=None) == "Liep eerder; of het nog zo is, weten we niet"


def test_a_confirmation_holds_three_years():
    days = {date(2026, 11, 28): "Loopt", date(2023, 11, 29): "Loopt", date(2023, 11, 28): LIEP, "2024-02-29": "Loopt"}

    assert {day: words("lopend", confirmed_on=day) for day in days} == days


@pytest.mark.django_db
@pytest.mark.postgresql
def test_every_page_says_the_same():
    client, theme = Reader(), ThemeFactory(slug="werk")
    fields = {"phase": "lopend", "year": 2014, "themes": [theme]}
    InitiativeFactory(slug="oud", **fields)
    today = timezone.localdate()
    InitiativeFactory(slug="vers", **fields, confirmed_on=today, confirmed_by=LibraryFactory())
    pages = [
        "/praktijkvoorbeelden/oud/",
        "/praktijkvoorbeelden/",
        "/themas/werk/",
        "/vergelijk/voorbeelden/?voorbeeld=oud&voorbeeld=vers",
        "/praktijkvoorbeelden/csv/",
    ]

    answers = {page: client.get(page) for page in pages}

    bodies = {page: answer.getvalue() if answer.streaming else answer.content for page, answer in answers.items()}
    assert [page for page, body in bodies.items() if LIEP not in body.decode()] == []
    fresh = squeezed(client.get("/praktijkvoorbeelden/vers/"))
    assert ("<dd>Loopt<small>in 2014</small></dd>" in fresh, LIEP in fresh) == (True, False)


@pytest.mark.django_db
@pytest.mark.postgresql
def test_no_filter_promises_that_something_runs():
    InitiativeFactory(phase="lopend")

    page = Reader().get("/praktijkvoorbeelden/?fase=lopend")

    assert page.context["filter"].chips == [("Loopt of liep", "")]
