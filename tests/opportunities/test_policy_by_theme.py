"""Reading a document of policy theme by theme: the most telling sentences first, nothing for words that say little."""

import pytest

from initiatives.models import Theme
from tests.factories import ThemeFactory
from tests.opportunities.policy_texts import address
from tests.opportunity_factories import PassageFactory, PolicyDocumentFactory
from tests.queries import number_of_queries
from tests.role_factories import national_curator
from tests.search_factories import SynonymFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def curator(client):
    client.force_login(national_curator())


def by_theme(client, text):
    """{name of a theme: (sentences that are shown, sentences that are folded away)}."""
    response = client.get(address(PolicyDocumentFactory(text=text)), {"toon": "themas"})
    return {each.theme.name: (texts_of(each.first), texts_of(each.others)) for each in response.context["themes"]}


def texts_of(suggested):
    return [each.sentence.text for each in suggested]


def test_themes_stand_in_order_with_three_sentences_and_the_others_folded_away(client):
    ThemeFactory(name="Mantelzorg", position=2)
    ThemeFactory(name="Eenzaamheid", position=1)
    text = "Mantelzorg telt. " + " ".join(f"Wij doen {number} dingen tegen eenzaamheid." for number in range(1, 6))

    [(first, lonely), (second, cared)] = by_theme(client, text).items()

    assert (first, second) == ("Eenzaamheid", "Mantelzorg")
    assert [len(lonely[0]), len(lonely[1])] == [3, 2]
    assert cared == (["Mantelzorg telt."], [])


@pytest.mark.parametrize(
    ("better", "others", "synonym"),
    [
        pytest.param("Werk geeft iedereen een inkomen hier.", "Iedereen krijgt hier weer werk.", None, id="more words"),
        pytest.param("Wie werk mist, krijgt hulp.", "Het jeugdwerk groeit dit jaar.", None, id="whole words"),
        pytest.param("Er komt meer inkomen voor allen.", "Inkomen telt.", None, id="longer"),
        pytest.param("Elke uitkering komt op tijd.", "Ieder inkomen telt hier mee.", "uitkering", id="seldom"),
    ],
)
def test_the_most_telling_sentence_stands_first(client, better, others, synonym):
    ThemeFactory(name="Werk en inkomen")
    if synonym:
        SynonymFactory(word="inkomen", meaning=synonym)

    [(first, folded)] = by_theme(client, f"{others}\n{others}\n{others}\n{others}\n{better}").values()

    assert (first[0], len(first + folded)) == (better, 5)


def test_what_stands_under_a_heading_about_the_theme_comes_first(client):
    ThemeFactory(name="Eenzaamheid")
    text = "# Bestuur\nOok wij kennen eenzaamheid van dichtbij.\n# Eenzaamheid\nWij gaan eenzaamheid te lijf."

    [(first, _)] = by_theme(client, text).values()

    assert first == ["Wij gaan eenzaamheid te lijf.", "Ook wij kennen eenzaamheid van dichtbij."]


def test_an_ordinary_word_in_another_form_and_a_table_of_contents_say_nothing(client):
    ThemeFactory(name="Werk en inkomen")
    text = "# Inhoudsopgave\nWerk en inkomen 12\n# Bestuur\nWe werken aan vertrouwen.\nAan het werk!"

    assert by_theme(client, text) == {"Werk en inkomen": (["Aan het werk!"], [])}


def test_a_press_marks_it_and_one_goes_on_at_that_theme(client):
    theme = ThemeFactory(name="Eenzaamheid")
    document = PolicyDocumentFactory(text="[bladzijde 3]\n# Zorg\nTegen eenzaamheid doen wij veel.")
    here = f"{address(document)}?toon=themas"
    page = client.get(here).content.decode()

    answer = client.post(
        here,
        {"theme": theme.pk, "quote": "Tegen eenzaamheid.", "weight": "speerpunt", "place": "Zorg", "page": "3"},
    )
    after = client.get(here).content.decode()

    assert "Bladzijde 3." in page
    assert answer.url == f"{here}#thema-{theme.pk}"
    assert f'id="thema-{theme.pk}"' in after
    assert "Gemarkeerd als speerpunt: Tegen eenzaamheid." in " ".join(after.split())


def test_themes_of_which_nothing_is_found_are_named_together(client):
    for name in ("Mantelzorg", "Eenzaamheid"):
        ThemeFactory(name=name)
    document = PolicyDocumentFactory(text="Niets.")
    silent = client.get(address(document), {"toon": "themas"}).content.decode()
    PassageFactory(document=document, theme=Theme.objects.get(name="Mantelzorg"))

    marked = client.get(address(document), {"toon": "themas"}).content.decode()

    assert "Bij deze thema’s vonden we geen zin: Eenzaamheid en Mantelzorg." in silent
    assert "Bij deze thema’s vonden we geen zin: Eenzaamheid." in marked


def test_it_costs_the_same_for_1_and_3_themes_with_passages(client):
    document = PolicyDocumentFactory(text="Tegen eenzaamheid. Voor mantelzorg. Met vrijwilligers.")
    PassageFactory(document=document, theme=ThemeFactory(name="Eenzaamheid"))

    def queries():
        return number_of_queries(lambda: client.get(address(document), {"toon": "themas"}))

    one = queries()
    for name in ("Mantelzorg", "Vrijwilligers"):
        PassageFactory(document=document, theme=ThemeFactory(name=name))

    assert queries() == one
