"""Words that were searched for are marked where they stand, and every other character is text."""

from functools import cache

import pytest

from search.highlighting import LONGEST_LINE, marked, telling_line
from search.question import read_question
from search.synonyms import Synonyms
from tests.documents import write_documents
from tests.evidence_factories import CitationFactory
from tests.factories import InitiativeFactory, PartnerFactory, ThemeFactory

SYNONYMS = [("ouderen", "senioren", True), ("wmo", "wet maatschappelijke ondersteuning", True)]


@cache
def synonyms():
    """Made when a test asks: every process that collects tests would read the word lists."""
    return Synonyms(SYNONYMS)


def terms(text):
    return frozenset(read_question(text, synonyms()).terms_to_mark)


MARKED = [
    ("taal", "Over taal.", "Over <mark>taal</mark>."),
    ("bibliotheek", "Twee Bibliotheken!", "Twee <mark>Bibliotheken</mark>!"),
    ("lopen", "Zij loopt.", "Zij <mark>loopt</mark>."),
    ("huis", "Een taalhuis.", "Een <mark>taalhuis</mark>."),
    ("taalhuis", "Een huis voor taal", "Een <mark>huis</mark> voor <mark>taal</mark>"),
    ("ouderen", "Voor senioren", "Voor <mark>senioren</mark>"),
    ("senioren", "Voor ouderen", "Voor <mark>ouderen</mark>"),
    ("cafe", "In het café", "In het <mark>café</mark>"),
    ("themas", "De thema’s", "De <mark>thema’s</mark>"),
    ("e-mail", "Een e-mail", "Een <mark>e-mail</mark>"),
    ("taal -huis", "Taal, huis", "<mark>Taal</mark>, huis"),
    ('"taal werk"', "Taal en werk", "<mark>Taal</mark> en <mark>werk</mark>"),
    ("de", "De taal", "De taal"),
    ("", "De taal", "De taal"),
    ("taal", "", ""),
]


def test_every_form_part_and_synonym_is_marked():
    assert [(query, text, marked(text, terms(query))) for query, text, _ in MARKED] == MARKED


def test_the_telling_line_is_the_first_with_a_match():
    expected = {"Eerst iets.\nDan een huis.": "Dan een huis.", "Niets ervan": "", "": "", "Huis": "Huis"}

    assert {text: telling_line(text, terms("huis")) for text in expected} == expected


LONG_LINES = [
    "woord " * 200 + "huis" + " woord" * 200,
    "huis" + " woord" * 200,
    "woord " * 200 + "huis",
    "x" * 300 + " huis " + "y" * 300,
    "x" * 300 + "/huis/" + "y" * 300,
    "https://voorbeeld.nl/" + "pad/" * 40 + "huis en meer woorden erachter",
    "a/" * 3_000 + "huis",
    "kort " + "y/" * 300 + "huis",
]


def test_a_piece_of_a_long_line_is_short_and_has_the_match():
    for text in LONG_LINES:
        line = telling_line(text, terms("huis"))
        assert "<mark>huis</mark>" in marked(line, terms("huis")), text[:40]
        assert len(line) <= LONGEST_LINE + 4, text[:40]


@pytest.mark.django_db
def test_a_line_of_the_text_tells_why_something_was_found(client):
    InitiativeFactory(title="Busje", summary="Rijdt rond.", goal="Ouderen <b>drinken</b> koffie.")
    write_documents()

    page = client.get("/praktijkvoorbeelden/", {"q": "koffie"}).content.decode()

    assert "Ouderen &lt;b&gt;drinken&lt;/b&gt; <mark>koffie</mark>." in page


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/zoeken/", "/praktijkvoorbeelden/"])
def test_hostile_titles_are_text(client, address):
    InitiativeFactory(title="<img src=x onerror=alert(1)> taal", summary="<script>alert(2)</script> taal")
    write_documents()

    page = client.get(address, {"q": "taal <img src=x onerror=alert(1)>"}).content.decode()

    assert ("<img src=x" in page, "<script>alert(2)" in page, "<mark>taal</mark>" in page) == (False, False, True)


def test_text_around_a_marked_word_stays_text():
    found = marked('<b>taal</b> & "x"', terms("taal"))

    assert found == "&lt;b&gt;<mark>taal</mark>&lt;/b&gt; &amp; &quot;x&quot;"


def test_who_is_quoted_on_a_page_and_its_part_of_a_theme_tell_why_it_is_found(client):
    theme = ThemeFactory(name="Schulden", introduction="Over geld.")
    ThemeFactory(name="Toeslagen", introduction="Over regelingen.", parent=theme)
    values = {"initiative": None, "speaker": "Piet Jansen", "paraphrase": "Dat helpt."}
    CitationFactory(theme=theme, **values)
    CitationFactory(organisation=PartnerFactory(name="UWV", description="Werk."), **values)
    write_documents()

    jansen = client.get("/zoeken/", {"q": "jansen"}).content.decode()
    toeslagen = client.get("/zoeken/", {"q": "toeslagen", "thema": theme.slug}).content.decode()

    assert jansen.count("Dat helpt. Piet <mark>Jansen</mark>") == 2
    assert '<p class="found__line"><mark>Toeslagen</mark></p>' in toeslagen
