import pytest
from django.test import Client

from initiatives.models import LibraryOffer
from tests.documents import Reader, write_documents
from tests.event_factories import EventFactory
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalDutyFactory,
    MunicipalityFactory,
    ParticipationFactory,
    SourceFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return Reader()


def test_list_counts_published_examples_of_a_theme_and_its_parts_once(client):
    main = ThemeFactory()
    part = ThemeFactory(parent=main)
    InitiativeFactory(themes=[main, part])
    InitiativeFactory(themes=[part], publication_state="concept")

    response = client.get("/themas/")

    assert [(theme, theme.initiative_count) for theme in response.context["themes"]] == [(main, 1)]


def test_detail_shows_examples_of_its_parts(client):
    main = ThemeFactory()
    initiative = InitiativeFactory(themes=[ThemeFactory(parent=main)])
    InitiativeFactory(themes=[main], publication_state="concept")

    response = client.get(main.get_absolute_url())

    assert [each.title for each in response.context["initiatives"]] == [initiative.title]
    assert "Alle 1 met filters" not in response.content.decode()


def test_an_offer_links_to_its_example_only_when_that_is_published(client):
    theme = ThemeFactory()
    draft = InitiativeFactory(publication_state="concept")
    LibraryOffer.objects.create(theme=theme, text="Taalcafé", initiative=draft, source=SourceFactory())

    page = client.get(theme.get_absolute_url()).content.decode()

    assert "Taalcafé" in page
    assert draft.get_absolute_url() not in page


def test_unknown_theme_is_not_there(client):
    assert client.get("/themas/bestaat-niet/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_3_queries(django_assert_num_queries, count):
    for theme in ThemeFactory.create_batch(count):
        ThemeFactory(parent=theme)
    write_documents()
    Client().get("/themas/")

    with django_assert_num_queries(3):
        Client().get("/themas/")


@pytest.mark.parametrize("count", [1, 3])
def test_detail_costs_16_queries(django_assert_num_queries, count):
    theme = ThemeFactory()
    ThemeFactory.create_batch(count, parent=theme)
    ThemeFactory.create_batch(count)
    for initiative in InitiativeFactory.create_batch(count, themes=[theme]):
        LibraryOffer.objects.create(theme=theme, text=initiative.title, initiative=initiative, source=SourceFactory())
        MunicipalDutyFactory(theme=theme)

    theme.meetings.add(*EventFactory.create_batch(count))

    write_documents()
    Client().get(theme.get_absolute_url())
    with django_assert_num_queries(16):
        Client().get(theme.get_absolute_url())


def test_a_theme_without_examples_leads_to_its_neighbours_that_have_some(client):
    whole = ThemeFactory(name="Geheel")
    empty = ThemeFactory(parent=whole)
    ThemeFactory(parent=whole, name="Ook leeg")
    InitiativeFactory(themes=[ThemeFactory(parent=whole, name="Buurman")])
    InitiativeFactory(themes=[empty], entry_kind="idea")
    InitiativeFactory(themes=[ThemeFactory(name="Ver weg")])

    neighbours = client.get(empty.get_absolute_url()).context["neighbours"]

    assert [(each.name, each.initiative_count) for each in neighbours] == [("Geheel", 1), ("Buurman", 1)]
    assert client.get(whole.get_absolute_url()).context["neighbours"] == []


def test_a_theme_with_only_an_idea_leads_to_what_that_is_about_too(client):
    empty, known, silent = ThemeFactory(), ThemeFactory(name="Digitale overheid"), ThemeFactory()
    InitiativeFactory(themes=[empty, known, silent], entry_kind="idea")
    InitiativeFactory(themes=[empty, silent], entry_kind="idea", publication_state="concept")
    InitiativeFactory(themes=[known])

    page = client.get(empty.get_absolute_url())

    assert [(theme.name, theme.initiative_count) for theme in page.context["shared_themes"]] == [
        ("Digitale overheid", 1)
    ]
    assert "Digitale overheid (1)" in page.content.decode()
    assert list(client.get(known.get_absolute_url()).context["shared_themes"]) == []


def test_the_fullest_examples_come_first_and_at_most_twelve(client):
    theme = ThemeFactory()
    InitiativeFactory.create_batch(12, themes=[theme])
    fullest = InitiativeFactory(title="Zz", themes=[theme], approach="Zo.", goal="Dit.", results="Veel.")

    response = client.get(theme.get_absolute_url())

    assert response.context["initiatives"][0].title == fullest.title
    assert len(response.context["initiatives"]) == 12
    assert "Alle 13 met filters" in response.content.decode()


def test_a_part_without_examples_leads_on_to_those_of_its_main_theme_and_who_leads_them(client):
    part = ThemeFactory(parent=ThemeFactory())
    library = LibraryFactory()
    nearby = InitiativeFactory(themes=[part.parent])
    ParticipationFactory(initiative=nearby, organisation=library, role="trekker")
    InitiativeFactory(themes=[part.parent], publication_state="concept")

    context = client.get(part.get_absolute_url()).context

    assert list(context["nearby"]) == [nearby]
    assert context["who_may_know"] == [library]


def test_a_theme_leads_to_itself_in_a_municipality(client):
    theme = ThemeFactory(slug="taal")
    MunicipalityFactory(name="Utrecht", slug="utrecht")

    assert 'name="thema" value="taal"' in client.get(theme.get_absolute_url()).content.decode()
    found = {
        slug: client.get("/gemeenten/", {"zoek": "Utrecht", "thema": slug}).url for slug in ("taal", "weg", "\x00")
    }
    assert found == {"taal": "/gemeenten/utrecht/taal/", "weg": "/gemeenten/utrecht/", "\x00": "/gemeenten/utrecht/"}
