"""Words in the overview."""

import pytest

from tests.documents import Reader
from tests.factories import InitiativeFactory, MunicipalityFactory, PartnerFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def client():
    return Reader()


def titles(client, words):
    response = client.get("/praktijkvoorbeelden/", {"q": words})
    return [initiative.title for initiative in response.context["page"]]


def test_words_are_found_in_text_partner_place_and_theme(client):
    InitiativeFactory(
        title="Busje",
        summary="Ouderen drinken koffie.",
        places=[MunicipalityFactory(name="Hilversum")],
        partners=[PartnerFactory(name="Senver")],
        themes=[ThemeFactory(name="Eenzaamheid")],
    )
    InitiativeFactory(title="Anders")

    for words in ["busje", "koffie", "hilversum", "senver", "eenzaamheid", "senver koffie", '"drinken koffie"']:
        assert titles(client, words) == ["Busje"], words


def test_an_alias_of_a_municipality_is_found(client):
    place = MunicipalityFactory(name="'s-Gravenhage")
    place.aliases.create(name="Den Haag")
    InitiativeFactory(title="Gevonden", places=[place])

    assert titles(client, "den haag") == ["Gevonden"]


def test_a_word_in_the_title_comes_first(client):
    InitiativeFactory(title="Anders", summary="Iets met taal.")
    InitiativeFactory(title="Taal", summary="Iets.")

    assert titles(client, "taal") == ["Taal", "Anders"]


def test_a_minus_excludes(client):
    InitiativeFactory(title="Taal en werk")
    InitiativeFactory(title="Taal")

    assert titles(client, "taal -werk") == ["Taal"]


def test_drafts_are_not_found(client):
    InitiativeFactory(title="Geheim", publication_state="concept")

    assert titles(client, "geheim") == []


def test_odd_words_are_no_error(client):
    odd = ["'", '"', "&|!()", ":*", "a" * 200, "😀", "\u202e", "%", "de het een"]

    answers = {words: client.get("/praktijkvoorbeelden/", {"q": words}).status_code for words in odd}

    assert answers == dict.fromkeys(odd, 200)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("a" * 201, "Zoek met hooguit 200 tekens."), ("taal\x00", "Er staat een teken in dat geen tekst is.")],
)
def test_words_that_cannot_be_searched_are_explained(client, words, sentence):
    InitiativeFactory()

    response = client.get("/praktijkvoorbeelden/", {"q": words})

    assert response.context["filter"].words_problem == sentence
    assert response.context["filter"].count == 0
