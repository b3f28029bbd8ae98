"""Reading a document of policy with its text beside it: what may be about a theme, and who may."""

from datetime import date

import pytest

from opportunities.models import Passage, PolicyDocument
from tests.factories import ProvinceFactory, ThemeFactory
from tests.opportunities.policy_texts import TEXT, address, agreement, mark, sentences_of
from tests.opportunity_factories import PassageFactory, PolicyDocumentFactory
from tests.queries import number_of_queries
from tests.review_factories import HOSTILE
from tests.role_factories import library_member, national_curator, province_curator
from tests.search_factories import SynonymFactory

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


def suggested(client, text, **fields):
    """{sentence: names of themes} of a document with this text."""
    response = client.get(address(PolicyDocumentFactory(text=text, **fields)))
    return {each.text: [theme.name for theme in each.themes] for each in sentences_of(response)}


# --- what may be about a theme ----------------------------------------------------------------------------
def test_a_sentence_with_the_name_of_a_theme_is_suggested_and_others_are_not(client, curator, theme):
    assert suggested(client, TEXT) == {
        "We doen iets aan eenzaamheid.": ["Eenzaamheid"],
        "Ook de straten worden mooier!": [],
        "Iedereen telt mee.": [],
    }


def test_other_forms_of_the_words_count_too(client, curator):
    forms = {
        "Vrijwilligers": "Een vrijwilliger is onmisbaar.",
        "Schulden": "Wie een schuld heeft, krijgt hulp.",
        "Mantelzorg": "MANTELZORG VERDIENT STEUN",
        "Digitale vaardigheden": "Niet iedereen is digitaal vaardig.",
        "Werk en inkomen": "Iedereen aan het werk!",
        "Gezondheid": "Wij kiezen voor gezondheidsbeleid.",
    }
    for name in forms:
        ThemeFactory(name=name)

    assert suggested(client, "\n\n".join(forms.values())) == {text: [name] for name, text in forms.items()}


def test_a_synonym_of_the_curators_counts_too(client, curator, theme):
    SynonymFactory(word="alleenstaanden", meaning="eenzaamheid")

    assert suggested(client, "We bezoeken alleenstaanden.") == {"We bezoeken alleenstaanden.": ["Eenzaamheid"]}


def test_a_sentence_is_about_at_most_three_themes(client, curator):
    for name in ("Werk", "Zorg", "Taal", "Geld"):
        ThemeFactory(name=name)

    [themes] = suggested(client, "Werk, zorg, taal en geld.").values()

    assert len(themes) == 3


def test_any_text_can_be_read(client, curator, theme):
    texts = ["", " \r\n \r\n", "...", "!?!?\n.", "😀", "x" * 100_000, "a. " * 2000]

    answers = [client.get(address(PolicyDocumentFactory(text=text))).status_code for text in texts]

    assert answers == [200] * 7


def test_without_a_text_the_page_says_what_to_do(client, curator):
    page = client.get(address(PolicyDocumentFactory(text=""))).content.decode()

    assert "Er is nog geen tekst." in page


def test_pages_and_headings_are_told_with_the_sentences(client, curator, theme):
    text = "Vooraf.\n[bladzijde 3]\n# Zorg\nTegen eenzaamheid. Voor groen.\n# Geld\nSparen.\n[bladzijde 4]\nMeer."

    sections = client.get(address(PolicyDocumentFactory(text=text))).context["sections"]

    told = [(each.page, each.heading, each.begins_page, len(each.paragraphs)) for each in sections]
    assert told == [
        (None, "", False, 1),
        (3, "Zorg", True, 1),
        (3, "Geld", False, 1),
        (4, "Geld", True, 1),
    ]


def test_only_sentences_with_a_suggestion_can_be_shown(client, curator, theme):
    document = PolicyDocumentFactory(text="[bladzijde 3]\n# Zorg\nTegen eenzaamheid. Voor groen.\n# Geld\nSparen.")

    response = client.get(address(document), {"toon": "voorstellen"})

    assert [each.text for each in sentences_of(response)] == ["Tegen eenzaamheid."]
    assert "Bladzijde 3" in response.content.decode()


def test_a_suggestion_is_marked_with_its_page_and_heading_and_one_goes_on_there(client, curator, theme):
    document = PolicyDocumentFactory(text="[bladzijde 3]\n# Zorg\nVoor groen. Tegen eenzaamheid.")
    page = client.get(address(document)).content.decode()
    fields = {"place": "Zorg", "page": "3", "sentence": "2"}
    missing = [name for name, value in fields.items() if f'name="{name}" value="{value}"' not in page]

    answer = client.post(
        f"{address(document)}?toon=voorstellen",
        {"theme": theme.pk, "quote": "Tegen eenzaamheid.", "weight": "genoemd"} | fields,
    )

    assert missing == []
    assert answer.url == f"{address(document)}?toon=voorstellen#zin-2"
    assert list(document.passages.values_list("place", "page")) == [("Zorg", 3)]


def test_a_marked_sentence_is_told_in_our_own_words_beside_the_text(client, curator, document):
    passage = PassageFactory(document=document, told="", quote="Wij bezoeken iedereen.")
    here = address(document)

    wrong = client.post(here, {"passage": passage.pk, "told": "Wij bezoeken iedereen."}, follow=True)
    refused = Passage.objects.get().told
    client.post(here, {"passage": passage.pk, "told": "Utrecht wil dat iedereen bezoek krijgt."})
    missing = [client.post(here, {"passage": number, "told": "X."}).status_code for number in ("0", "x", "9" * 30)]

    assert "Vertel na wat er gezegd is" in wrong.content.decode()
    assert (refused, Passage.objects.get().told) == ("", "Utrecht wil dat iedereen bezoek krijgt.")
    assert missing == [404, 404, 404]


def test_markup_in_a_text_stays_text(client, curator, theme):
    document = PolicyDocumentFactory(title=HOSTILE, text=f"{HOSTILE} over eenzaamheid")
    PassageFactory(document=document, quote=HOSTILE)

    assert "<img src=x" not in client.get(address(document)).content.decode()


# --- who may ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("data", [{"quote": "Iets.", "weight": "genoemd"}, {"read": "ja"}])
def test_a_curator_of_another_province_looks_and_changes_nothing(client, document, theme, data):
    client.force_login(province_curator(ProvinceFactory()))

    page, answer = client.get(address(document)), client.post(address(document), {"theme": theme.pk} | data)

    assert (page.status_code, answer.status_code) == (200, 403)
    assert "Dit stuk hoort niet bij een provincie waar jij curator van bent." in page.content.decode()
    assert "Ik heb alles gelezen" not in page.content.decode()
    assert (Passage.objects.count(), PolicyDocument.objects.get().read_on) == (0, None)


def test_the_curator_of_its_province_marks(client, document, theme):
    client.force_login(province_curator(document.municipality.province))

    assert mark(client, document, theme).status_code == 302
    assert Passage.objects.count() == 1


def test_nobody_else_sees_it(client, document):
    answers = [client.get(address(document)).status_code]
    client.force_login(library_member())
    answers.append(client.get(address(document), follow=True).status_code)

    assert answers == [302, 403]


@pytest.mark.parametrize("number", [0, 10**6, 10**30])
def test_a_document_that_is_not_there_is_not_found(client, curator, number):
    assert client.get(f"/beheer/beleid/{number}/lezen/").status_code == 404


def test_the_list_of_curators_leads_to_it(client, curator, document):
    PolicyDocument.objects.update(read_on=date(2026, 1, 1))

    assert f'href="{address(document)}"' in client.get("/beheer/opportunities/policydocument/").content.decode()


def test_reading_costs_the_same_for_1_and_3_passages(client, curator, document):
    PassageFactory(document=document)
    one = number_of_queries(lambda: client.get(address(document)))
    PassageFactory.create_batch(2, document=document)

    assert number_of_queries(lambda: client.get(address(document))) == one
