"""The page of one example."""

import pytest
from django.test import Client

from tests.documents import Reader, write_documents
from tests.event_factories import EventFactory
from tests.evidence_factories import DocumentFactory
from tests.factories import (
    FigureFactory,
    InitiativeFactory,
    MunicipalityFactory,
    ParticipationFactory,
    SourceFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.markup import squeezed

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return Reader()


@pytest.mark.parametrize("state", ["concept", "ingezonden", "gearchiveerd"])
def test_what_is_not_published_is_not_there(client, state):
    initiative = InitiativeFactory(publication_state=state)

    assert client.get(initiative.get_absolute_url()).status_code == 404


def test_a_document_that_was_archived_is_not_there(client):
    initiative = InitiativeFactory()
    for title, archived_on in (("Handreiking", None), ("Oude folder", "2020-01-01")):
        DocumentFactory(title=title, archived_on=archived_on).initiatives.add(initiative)

    page = squeezed(client.get(initiative.get_absolute_url()))

    assert ("Handreiking" in page, "Oude folder" in page) == (True, False)


def test_what_is_unknown_says_so(client):
    page = squeezed(client.get(InitiativeFactory().get_absolute_url()))

    assert "<dt>Vorm</dt><dd>Niet bekend" in page
    assert "<dt>Kosten</dt><dd>Niet bekend" in page


def test_a_figure_shows_value_period_kind_and_source(client):
    source = SourceFactory(title="Blog", published_on="2016-06-23")
    figure = FigureFactory(value=1500, label="bezoekers", period="per maand", kind="verwacht", source=source)

    page = squeezed(client.get(figure.initiative.get_absolute_url()))

    assert "bezoekers<br>per maand (verwacht)" in page
    assert "<dd>1.500</dd>" in page
    assert "Bron: Blog, 23 juni 2016" in page


def test_a_place_that_ended_is_named_as_then_and_now(client):
    weesp = MunicipalityFactory(name="Weesp", valid_until="2022-03-24")
    SuccessionFactory(predecessor=weesp, successor=MunicipalityFactory(name="Amsterdam"))
    initiative = InitiativeFactory(places=[weesp], year=2014)

    page = squeezed(client.get(initiative.get_absolute_url()))

    assert "in 2014 gemeente Weesp, sinds 24 maart 2022 Amsterdam" in page


def test_related_examples_share_a_theme_and_are_published(client):
    theme = ThemeFactory()
    initiative = InitiativeFactory(themes=[theme])
    related = InitiativeFactory(themes=[theme])
    InitiativeFactory(themes=[theme], publication_state="concept")
    InitiativeFactory(themes=[ThemeFactory()])

    response = client.get(initiative.get_absolute_url())

    assert list(response.context["related"]) == [related]


def test_what_people_wrote_is_shown_as_squeezed(client):
    initiative = InitiativeFactory(title="<script>alert(1)</script>", approach="<img src=x onerror=alert(1)>")

    page = squeezed(client.get(initiative.get_absolute_url()))

    assert "<script>alert" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_23_queries(django_assert_num_queries, count):
    initiative = InitiativeFactory(
        themes=ThemeFactory.create_batch(count), places=MunicipalityFactory.create_batch(count)
    )
    ParticipationFactory.create_batch(count, initiative=initiative)
    FigureFactory.create_batch(count, initiative=initiative)
    InitiativeFactory.create_batch(count, themes=initiative.themes.all())
    initiative.meetings.add(*EventFactory.create_batch(count))

    write_documents()
    Client().get(initiative.get_absolute_url())
    with django_assert_num_queries(23):
        response = Client().get(initiative.get_absolute_url())

    assert response.status_code == 200


def test_what_shares_most_themes_is_read_next_and_the_first_by_name_of_equals(client):
    one, two, three = ThemeFactory.create_batch(3)
    initiative = InitiativeFactory(title="Zelf", themes=[one, two, three])
    InitiativeFactory(title="A", themes=[one])
    InitiativeFactory(title="B", themes=[two])
    InitiativeFactory(title="D", themes=[one, two, ThemeFactory()])
    InitiativeFactory(title="C", themes=[two, three])

    related = client.get(initiative.get_absolute_url()).context["related"]

    assert [each.title for each in related] == ["C", "D", "A"]
