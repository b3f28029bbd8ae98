"""A list is narrowed by the typed name of a library or municipality, for who has no JavaScript to find one with."""

import pytest

from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory
from tests.review_factories import led_by
from tests.role_factories import national_curator

pytestmark = pytest.mark.django_db
LIST = "/beheer/initiatives/initiative/"


def titles(client, question):
    return {initiative.title for initiative in client.get(LIST + question).context["cl"].result_list}


def test_two_typed_names_narrow_a_list_and_come_back(client):
    client.force_login(national_curator())
    hoorn, venlo = MunicipalityFactory(name="Hoorn"), MunicipalityFactory(name="Venlo")
    library = LibraryFactory(name="Westfriese Bibliotheken")
    led_by(library, title="A", places=[hoorn])
    led_by(library, title="B", places=[venlo])
    InitiativeFactory(title="C", places=[hoorn])
    typed = "?organisations__id__exact=&organisations__naam=westfriese&places__id__exact=&places__naam=hoorn"

    found = {
        question: titles(client, question)
        for question in (
            typed,
            "?places__naam=+",
            "?places__naam=hoorn",
            "?organisations__naam=niemand",
            f"{typed}&q=A",
        )
    }

    assert list(found.values()) == [{"A"}, {"A", "B", "C"}, {"A", "C"}, set(), {"A"}]
    page = client.get(LIST + typed).content.decode()
    assert 'name="organisations__naam" value="westfriese"' in page
    assert 'name="places__naam" value="hoorn"' in page


def test_a_typed_name_beside_a_chosen_one_narrows_further(client):
    client.force_login(national_curator())
    hoorn, venlo = MunicipalityFactory(name="Hoorn"), MunicipalityFactory(name="Venlo")
    InitiativeFactory(title="A", places=[hoorn, venlo])
    InitiativeFactory(title="B", places=[venlo])

    assert titles(client, f"?places__id__exact={venlo.pk}&places__naam=hoorn") == {"A"}
