"""Words that were searched for are counted by themselves, and nothing else is kept."""

from datetime import date

import pytest
from django.utils import timezone

from search import learning
from search.learning import MOST_NEW_OF_ONE
from search.models import SearchedWord
from tests.documents import write_documents
from tests.evidence_factories import DocumentFactory
from tests.factories import InitiativeFactory
from tests.search.conftest import taken_back

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
RESULTS = "http://testserver/zoeken/?q="


@pytest.fixture
def taalhuis():
    initiative = InitiativeFactory(title="Taalhuis", slug="taalhuis")
    write_documents()
    return initiative


def counted_after(client, address, query=None, headers=None):
    """What one request counts, which is taken back."""
    with taken_back():
        client.get(address, query, headers=headers)
        return counted()


def counted():
    """``{word: (searches, without result, opened)}``."""
    rows = SearchedWord.objects.values_list("word", "searches", "without_result", "opened")
    return {word: tuple(counts) for word, *counts in rows}


@pytest.mark.parametrize("address", ["/zoeken/", "/praktijkvoorbeelden/"])
def test_every_word_of_a_search_is_counted_by_itself(client, taalhuis, address):
    client.get(address, {"q": "Taalhuis in de bieb"})

    assert counted() == {"taalhuis": (1, 0, 0), "bieb": (1, 1, 0)}


def test_the_count_goes_up_and_is_of_this_month(client, taalhuis):
    for _ in range(3):
        client.get("/zoeken/", {"q": "taalhuis"})

    assert counted() == {"taalhuis": (3, 0, 0)}
    assert SearchedWord.objects.get().month == timezone.localdate().replace(day=1)


def test_another_month_is_another_row(client, taalhuis):
    SearchedWord.objects.create(word="taalhuis", month=date(2020, 1, 1), searches=5)

    client.get("/zoeken/", {"q": "taalhuis"})

    assert set(SearchedWord.objects.values_list("searches", flat=True)) == {5, 1}


def test_only_words_of_letters_are_counted(client, taalhuis):
    expected = {
        "jan@postbus.nl": ["jan", "postbus"],
        "0612345678": [],
        "1234ab": [],
        "taal2": [],
        "ab": [],
        "a" * 41: [],
        "a" * 40: ["a" * 40],
        "de het": [],
        "-werk": [],
        "taal taal TAAL": ["taal"],
        '"taal werk"': ["taal", "werk"],
        "e-mail": [],
        "café": ["cafe"],
    }

    assert {text: sorted(counted_after(client, "/zoeken/", {"q": text})) for text in expected} == expected


def test_a_search_without_result_is_counted_as_such(client, taalhuis):
    client.get("/zoeken/", {"q": "zwembad"})
    client.get("/zoeken/", {"q": "taalhuis"})

    assert counted() == {"zwembad": (1, 1, 0), "taalhuis": (1, 0, 0)}


def test_words_are_in_vain_by_themselves_whichever_filters_are_chosen(client, taalhuis):
    client.get("/praktijkvoorbeelden/", {"q": "taalhuis", "jaar": "1999"})

    assert counted() == {"taalhuis": (1, 0, 0)}


def test_a_code_of_our_own_texts_is_counted_though_it_has_digits(client, taalhuis):
    InitiativeFactory(title="NT2 in de bieb")
    write_documents()

    client.get("/zoeken/", {"q": "nt2 b7"})

    assert counted() == {"nt2": (1, 0, 0)}


def test_the_same_search_is_not_counted_again(client, taalhuis):
    again = {
        "another page": ({"pagina": "2"}, {}),
        "another order": ({"sorteer": "naam"}, {"Referer": RESULTS + "taalhuis"}),
        "with a filter": ({"fase": "pilot"}, {"Referer": RESULTS + "taalhuis"}),
        "while typing": ({}, {"HX-Request": "true"}),
    }

    found = {
        name: counted_after(client, "/praktijkvoorbeelden/", {"q": "taalhuis", **query}, headers=headers)
        for name, (query, headers) in again.items()
    }

    assert found == dict.fromkeys(again, {})


def test_what_is_no_search_is_not_counted(client, taalhuis):
    addresses = ["/zoeken/", "/zoeken/suggesties/?q=taalhuis", "/zoeken/filter/thema/?q=taalhuis"]

    assert {address: counted_after(client, address) for address in addresses} == dict.fromkeys(addresses, {})


@pytest.mark.parametrize("results", [RESULTS, "http://testserver/praktijkvoorbeelden/?thema=a&q="])
def test_opening_a_result_is_counted(client, taalhuis, results):
    client.get(taalhuis.get_absolute_url(), headers={"Referer": results + "taalhuis+bieb"})

    assert counted() == {"taalhuis": (0, 0, 1), "bieb": (0, 0, 1)}


def test_opening_a_file_is_counted(client, taalhuis, settings):
    settings.MEDIA_ROOT.joinpath("documenten").mkdir(parents=True)
    settings.MEDIA_ROOT.joinpath("documenten/a.pdf").write_bytes(b"%PDF-1.4")
    document = DocumentFactory(slug="folder", file="documenten/a.pdf")

    b"".join(client.get(f"/documenten/{document.slug}/", headers={"Referer": RESULTS + "folder"}))

    assert counted() == {"folder": (0, 0, 1)}


def test_opening_something_else_is_not_counted(client, taalhuis):
    opened = [
        (RESULTS + "taalhuis", "/praktijkvoorbeelden/"),
        (RESULTS + "taalhuis", "/praktijkvoorbeelden/bestaat-niet/"),
        (RESULTS + "taalhuis", "/over/"),
        ("http://elders.nl/zoeken/?q=taalhuis", "/praktijkvoorbeelden/taalhuis/"),
        ("http://testserver/over/?q=taalhuis", "/praktijkvoorbeelden/taalhuis/"),
        ("http://testserver/zoeken/", "/praktijkvoorbeelden/taalhuis/"),
        ("", "/praktijkvoorbeelden/taalhuis/"),
    ]

    found = {each: counted_after(client, each[1], headers={"Referer": each[0]}) for each in opened}

    assert found == dict.fromkeys(opened, {})


def test_nothing_is_kept_of_who_searched(client, taalhuis):
    client.get("/zoeken/", {"q": "taalhuis"}, headers={"User-Agent": "Browser van Jan"}, REMOTE_ADDR="192.0.2.7")

    fields = {field.name for field in SearchedWord._meta.get_fields()}
    assert fields == {"id", "word", "month", "searches", "without_result", "opened", "is_done"}


# --- nonsense ---------------------------------------------------------------------------------------
def search_nonsense(client, visitor, searches=8):
    """Searches with ten words each, that nobody else uses; all of one visitor."""
    for search in range(searches):
        words = [f"xq{visitor}{chr(97 + search)}{chr(97 + word)}zz" for word in range(10)]
        client.get("/zoeken/", {"q": " ".join(words)}, REMOTE_ADDR=f"192.0.2.{ord(visitor)}")


def test_one_visitor_brings_only_so_many_words(client, taalhuis):
    search_nonsense(client, "a")
    after_one = len(counted())
    search_nonsense(client, "b")

    assert (after_one, len(counted())) == (MOST_NEW_OF_ONE, 2 * MOST_NEW_OF_ONE)


def test_all_visitors_together_bring_only_so_many_words(client, taalhuis, monkeypatch):
    monkeypatch.setattr(learning, "MOST_NEW_OF_ALL", 70)
    for visitor in "abc":
        search_nonsense(client, visitor)

    assert len(counted()) == 70


def test_words_that_were_searched_before_still_count(client, taalhuis):
    client.get("/zoeken/", {"q": "taalhuis"})
    search_nonsense(client, "a")

    client.get("/zoeken/", {"q": "taalhuis xqnieuw"}, REMOTE_ADDR="192.0.2.97")

    assert (counted()["taalhuis"][0], "xqnieuw" in counted()) == (2, False)
