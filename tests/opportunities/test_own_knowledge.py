"""What a director fills in in the kansenkaart on the page: it changes that page and the way on, and nothing else."""

import re
from html import unescape

import pytest

from initiatives.models import ChangeProposal
from opportunities.models import PolicyDocument, Service, SupplyCheck
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.opportunities.levels import needs
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db

KNOWN = {
    "weet-taal-beleid": "speerpunt",
    "weet-taal-bron": "Coalitieakkoord 2026",
    "weet-taal-aanbod": "beperkt",
    "weet-taal-wat": "Taalhuis, leeskring",
}


@pytest.fixture
def utrecht():
    return MunicipalityFactory(name="Utrecht", slug="utrecht")


@pytest.fixture(autouse=True)
def theme(utrecht):
    theme = ThemeFactory(slug="taal", name="Taal", parent=ThemeFactory(slug="leren", name="Leren"))
    needs(utrecht, theme)
    return theme


def page(client, **query):
    return unescape(client.get("/gemeenten/utrecht/", query).content.decode())


def row_of(html, slug):
    """The words of a row."""
    row = html.partition(f'id="rij-{slug}">')[2].partition("</tbody>")[0]
    return " ".join(re.sub("<[^>]+>", " ", row).split())


def test_the_kansenkaart_and_the_answer_change_at_once(client):
    before, after = page(client), page(client, **KNOWN)

    assert "Hoge behoefte" in row_of(before, "leren")
    assert "Grote kans" in row_of(after, "leren")
    assert "Grote kans" in after.partition('id="gesprek"')[2].partition("</section>")[0]


def test_a_level_shows_before_it_says_on_what_it_rests_and_the_form_asks(client):
    html = page(client, vul="taal", **{"weet-taal-beleid": "speerpunt", "weet-taal-aanbod": "geen"})

    assert "Grote kans" in row_of(html, "leren")
    assert "Schrijf in welk stuk dat staat." in html


def test_the_form_is_that_of_one_theme_and_keeps_what_is_known_of_others(client, utrecht):
    needs(utrecht, ThemeFactory(slug="geld", name="Geld"))

    html = page(client, vul="geld", **KNOWN)

    assert html.count('id="weet-zelf"') == 1
    assert "Wat weet jij van Geld?" in html
    for name, value in KNOWN.items():
        assert f'<input type="hidden" name="{name}" value="{value}">' in html


def test_the_note_takes_it_along(client):
    html = page(client, **KNOWN)
    address = re.search(r'href="(/gespreksnotitie/maken/[^"]+)"', html)[1]

    form = unescape(client.get(address).content.decode())

    assert 'value="Taalhuis, leeskring"' in form
    assert '<option value="speerpunt" selected>' in form


def test_it_can_be_shared_as_a_proposal_and_is_kept_nowhere(client):
    html = page(client, **KNOWN)

    assert "Deel het beleid bij taal" in html
    assert "Deel het aanbod bij taal" in html
    assert [model.objects.count() for model in (ChangeProposal, PolicyDocument, Service, SupplyCheck)] == [0] * 4
    assert "Speerpunt" not in row_of(page(client), "leren")


def test_nonsense_in_the_address_changes_nothing(client):
    plain = row_of(page(client), "leren")
    for query in (
        {"weet-taal-beleid": "onzin"},
        {"weet-taal-aanbod": "\0"},
        {"weet-x-beleid": "genoemd"},
        {"vul": "x"},
    ):
        assert row_of(page(client, **query), "leren") == plain


def test_it_costs_no_query(client):
    assert number_of_queries(lambda: page(client, **KNOWN)) == number_of_queries(lambda: page(client))
