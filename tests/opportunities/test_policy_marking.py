"""Marking a passage in a document of policy, and noting that it was read."""

import pytest
from django.utils import timezone

from opportunities.models import Passage, PolicyDocument
from tests.factories import ThemeFactory
from tests.opportunities.policy_texts import address, agreement, mark, sentences_of
from tests.opportunity_factories import PolicyDocumentFactory
from tests.role_factories import national_curator

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    return agreement()


@pytest.fixture
def theme():
    return ThemeFactory(name="Eenzaamheid")


@pytest.fixture
def curator(client):
    user = national_curator()
    client.force_login(user)
    return user


# --- marking ----------------------------------------------------------------------------------------------
def test_a_suggested_sentence_is_marked_with_one_press(client, curator, document, theme):
    page = client.get(address(document)).content.decode()

    response = mark(client, document, theme, weight="speerpunt")

    assert '<input type="hidden" name="quote" value="We doen iets aan eenzaamheid.">' in page
    assert response.url == address(document)
    fields = ("document", "theme", "quote", "weight", "page")
    expected = (document.pk, theme.pk, "We doen iets aan eenzaamheid.", "speerpunt", None)
    assert list(Passage.objects.values_list(*fields)) == [expected]


def test_a_passage_can_be_told_with_its_page_and_place(client, curator, document, theme):
    mark(client, document, theme, told="Meer bezoek.", quote="", place="Zorg", page="12")

    fields = ("told", "quote", "place", "page")
    assert list(document.passages.values_list(*fields)) == [("Meer bezoek.", "", "Zorg", 12)]


def test_a_very_long_sentence_is_cut_to_what_a_passage_holds(client, curator, theme):
    document = PolicyDocumentFactory(text=f"Over eenzaamheid {'x' * 700}")
    [sentence] = sentences_of(client.get(address(document)))

    mark(client, document, theme, quote=sentence.quote)

    assert len(Passage.objects.get().quote) == 600


def test_what_cannot_be_is_explained_and_nothing_is_marked(client, curator, document, theme):
    mistakes = [
        ({"theme": ""}, "Dit veld is verplicht"),
        ({"theme": "99999999"}, "Kies iets uit de lijst"),
        ({"theme": "\x00"}, "Er staat een teken in dat geen tekst is"),
        ({"told": "Wij lezen."}, "Vertel na wat er gezegd is"),
        ({"quote": "x" * 601}, "600"),
        ({"quote": "nul\x00"}, "Er staat een teken in dat geen tekst is"),
        ({"page": "drie"}, "Vul een heel getal in"),
        ({"page": "-1"}, "0"),
        ({"page": "99999"}, "32767"),
        ({"weight": "zwaar"}, "zwaar"),
    ]
    unexplained = []

    for wrong, sentence in mistakes:
        response = mark(client, document, theme, **wrong)
        [name] = wrong
        told = response.context["form"].errors.get(name, [""])[0]
        if sentence not in told or told not in response.content.decode().replace("&#x27;", "'"):
            unexplained.append((wrong, told))

    assert unexplained == []
    empty = mark(client, document, theme, quote="").content.decode()
    assert "Vertel een passage na, of markeer een zin." in empty
    assert Passage.objects.count() == 0


def test_the_same_sentence_twice_is_marked_once(client, curator, document, theme):
    for _ in range(2):
        response = mark(client, document, theme)

    assert response.status_code in (200, 302, 422)
    assert Passage.objects.count() == 1


def test_saying_that_all_was_read_notes_the_day(client, curator, document):
    response = client.post(address(document), {"read": "ja"}, follow=True)

    assert PolicyDocument.objects.get().read_on == timezone.localdate()
    page = response.content.decode()
    assert "Thema’s zonder passage tellen als ‘niet genoemd’." in page
    assert "Ik heb alles gelezen" not in page


def test_marking_says_nothing_about_having_read_it_all(client, curator, document, theme):
    mark(client, document, theme)

    assert PolicyDocument.objects.get().read_on is None
