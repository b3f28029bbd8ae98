"""Synonyms and searched words in the curators' room."""

import pytest
from django.urls import reverse

from search.models import SearchedWord, Synonym
from tests.documents import Reader
from tests.factories import InitiativeFactory
from tests.role_factories import national_curator
from tests.search_factories import SearchedWordFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
WORDS = reverse("admin:search_searchedword_changelist")


@pytest.fixture
def curator(client):
    client.force_login(national_curator())
    return client


def shown(client, query=""):
    return sorted(row.word for row in client.get(WORDS + query).context["cl"].result_list)


def found(words):
    response = Reader().get("/praktijkvoorbeelden/", {"q": words})
    return [document.title for document in response.context["page"]]


def save_synonym(client, **values):
    form = {"word": "bieb", "meaning": "bibliotheek", "note": ""} | values
    return client.post(reverse("admin:search_synonym_add"), form)


def test_a_two_way_synonym_works_at_once_both_ways(curator):
    InitiativeFactory(title="In de bieb")
    InitiativeFactory(title="In de bibliotheek")
    assert found("bieb") == ["In de bieb"]

    save_synonym(curator, is_two_way="on")

    assert sorted(found("bieb")) == sorted(found("bibliotheek")) == ["In de bibliotheek", "In de bieb"]


def test_a_one_way_synonym_works_in_one_direction(curator):
    InitiativeFactory(title="In de bieb")
    InitiativeFactory(title="In de bibliotheek")

    save_synonym(curator)

    assert sorted(found("bieb")) == ["In de bibliotheek", "In de bieb"]
    assert found("bibliotheek") == ["In de bibliotheek"]


def test_a_synonym_that_is_taken_away_no_longer_works(client):
    user = national_curator()
    user.is_superuser = True
    user.save()
    client.force_login(user)
    InitiativeFactory(title="In de bibliotheek")
    save_synonym(client)
    assert found("bieb") == ["In de bibliotheek"]

    client.post(reverse("admin:search_synonym_delete", args=[Synonym.objects.get().pk]), {"post": "yes"})

    assert found("bieb") == []


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"meaning": ""}, "Dit veld is verplicht."),
        ({"meaning": "Bieb"}, "Een woord is geen synoniem van zichzelf."),
    ],
)
def test_a_bad_synonym_is_explained(curator, values, sentence):
    response = save_synonym(curator, **values)

    assert sentence in response.content.decode()
    assert Synonym.objects.count() == 0


def test_words_of_one_or_two_searches_stay_out_of_sight(curator):
    SearchedWordFactory(word="vaak", searches=3, without_result=3)
    SearchedWordFactory(word="jansen", searches=2, without_result=2)

    assert shown(curator) == ["vaak"]


def test_the_list_to_do_has_words_without_result_and_without_click(curator):
    SearchedWordFactory(word="niets", searches=3, without_result=3, opened=1)
    SearchedWordFactory(word="ongeopend", searches=3, without_result=0, opened=0)
    SearchedWordFactory(word="goed", searches=30, without_result=1, opened=9)
    SearchedWordFactory(word="klaar", searches=3, without_result=3, is_done=True)

    assert shown(curator, "?stand=te-doen") == ["niets", "ongeopend"]


def test_a_word_leads_to_a_synonym_and_to_a_question_for_colleagues(curator):
    SearchedWordFactory(word="schuldhulp")

    page = curator.get(WORDS).content.decode()

    assert "/beheer/search/synonym/add/?word=schuldhulp" in page
    assert "mailto:?subject=Wie%20heeft%20een%20voorbeeld%20over%20schuldhulp%3F" in page


def test_words_are_marked_as_done(curator):
    word = SearchedWordFactory()

    curator.post(WORDS, {"action": "mark_done", "_selected_action": [word.pk]})

    assert SearchedWord.objects.get().is_done is True
