"""Forms longer than a screen: what is wrong is said on top, parts have links, long texts can be read."""

import html

import pytest
from django.urls import reverse

from initiatives.models import Initiative
from tests import factories
from tests.filled_forms import filled_in
from tests.role_factories import administrator

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client):
    client.force_login(administrator())
    return client


@pytest.fixture
def initiative():
    return factories.InitiativeFactory(themes=[factories.ThemeFactory()])


def address(initiative):
    return reverse("admin:initiatives_initiative_change", args=[initiative.pk])


def sent(client, initiative, **changed):
    """The page that comes back, without white space between words."""
    values = filled_in(client.get(address(initiative)).content.decode(), "initiative_form")
    answer = client.post(address(initiative), values | changed)
    return html.unescape(" ".join(answer.content.decode().split()))


def test_every_mistake_is_on_top_with_a_link_to_its_field(client, initiative):
    factories.FigureFactory(initiative=initiative)

    page = sent(client, initiative, **{"title": "", "figures-0-label": ""})

    assert '<li><a href="#id_title">Titel</a>: Dit veld is verplicht.</li>' in page
    assert '<a href="#id_figures-0-label">Cijfers, ' in page


def test_what_is_wrong_with_two_fields_is_said_at_the_one_that_is_empty(client, initiative):
    page = sent(client, initiative, confirmed_on="2026-01-01")

    sentence = "Geef bij een bevestiging de datum en de organisatie."
    assert f'<li><a href="#id_confirmed_by">Bevestigd door</a>: {sentence}</li>' in page
    assert page.count(sentence) == 2


def test_what_is_wrong_with_two_filled_fields_is_said_at_the_last(client, initiative):
    page = sent(client, initiative, start_year="2020", end_year="2010")

    assert '<li><a href="#id_end_year">Gestopt in jaar</a>: ' in page


def test_the_parts_of_a_form_have_links(client, initiative):
    page = client.get(address(initiative)).content.decode()

    assert '<a href="#id_background">Het verhaal</a>' in page
    assert 'href="#figures-group"' in page


def test_a_summary_has_room_and_stays_one_line(client, initiative):
    page = client.get(address(initiative)).content.decode()
    sent(client, initiative, summary="Samen\r\nlezen.")

    assert '<textarea name="summary"' in page
    assert Initiative.objects.get(pk=initiative.pk).summary == "Samen lezen."
