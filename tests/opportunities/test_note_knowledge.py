"""What a director fills in for their own note: used in it, kept with it, and shared only by their own hand."""

import pytest

from initiatives.models import ChangeProposal
from opportunities.models import PolicyDocument, Service, SupplyCheck
from tests.factories import ThemeFactory
from tests.opportunities.levels import needs
from tests.opportunities.notes import MAKE, content, keep, typed, utrecht

pytestmark = pytest.mark.django_db
KNOWN = {
    "weet-taal-beleid": "speerpunt",
    "weet-taal-bron": "Coalitieakkoord 2026",
    "weet-taal-aanbod": "beperkt",
    "weet-taal-wat": "Taalhuis, leeskring",
}


@pytest.fixture(autouse=True)
def theme():
    theme = ThemeFactory(slug="taal", name="Taal")
    needs(utrecht(), theme)
    return theme


def cells_of(made):
    """{column: text} of the only row of the table."""
    (row,) = made["table"]["rows"]
    return {cell["column"]: cell["text"] for cell in row["cells"]}


def test_the_note_uses_what_its_maker_knows_and_says_who_says_so(client):
    made = content(client, **KNOWN)

    cells = cells_of(made)
    assert (cells["Beleid"], cells["Aanbod nu"], cells["Kans"]) == ("Speerpunt", "Beperkt", "Grote kans")
    assert "Taal, beleid volgens de bibliotheek: Coalitieakkoord 2026." in made["footnotes"]
    assert "Taal, aanbod volgens de bibliotheek: Taalhuis, leeskring." in made["footnotes"]
    assert "In het beleid van de gemeente is taal een speerpunt." in made["core"]
    assert made["unknown"] == []


def test_without_it_the_note_asks(client):
    made = content(client)

    assert "Beleid" not in cells_of(made)
    assert made["unknown"] == ["Wat wil de gemeente met taal?", "En wat is er al?"]


def test_not_mentioned_is_no_policy_in_the_core(client):
    made = content(client, **KNOWN | {"weet-taal-beleid": "niet-genoemd"})

    assert cells_of(made)["Beleid"] == "Niet genoemd"
    assert [sentence for sentence in made["core"] if "beleid van de gemeente" in sentence] == []


def test_it_is_kept_with_the_note_only(client):
    keep(client, **KNOWN)

    assert [model.objects.count() for model in (ChangeProposal, PolicyDocument, Service, SupplyCheck)] == [0] * 4
    assert "Speerpunt" not in client.get("/gemeenten/utrecht/taal/").content.decode()


def test_changing_the_note_shows_it_again(client):
    _, address = keep(client, **KNOWN)

    page = client.get(address.replace("/beheer/", "/wijzigen/")).content.decode()

    assert 'value="Taalhuis, leeskring"' in page
    assert '<option value="speerpunt" selected>' in page


def test_the_preview_changes_at_once(client):
    answer = client.post(MAKE, typed(**KNOWN), headers={"HX-Request": "true"}).content.decode()

    assert "Grote kans" in answer


def test_a_level_asks_on_what_it_rests(client):
    wrong = [
        ({"weet-taal-beleid": "genoemd"}, "Schrijf in welk stuk dat staat."),
        ({"weet-taal-aanbod": "ruim"}, "Schrijf wat er is."),
        ({"weet-taal-beleid": "onzin"}, "onzin"),
        ({"weet-taal-wat": "x" * 201}, "200"),
    ]
    faults = []
    for fields, told in wrong:
        answer = client.post(MAKE, typed(**fields))
        if answer.status_code != 422 or told not in answer.content.decode():
            faults.append((fields, answer.status_code))

    assert faults == []


def test_no_supply_needs_no_words(client):
    assert cells_of(content(client, **{"weet-taal-aanbod": "geen"}))["Aanbod nu"] == "Geen"


def test_what_is_known_is_shared_through_a_form_that_begins_with_it(client):
    _, address = keep(client, **KNOWN)
    page = client.get(address).content.decode()
    ways = [part.split('"')[0].replace("&amp;", "&") for part in page.split('href="') if part.startswith("/vul-aan/")]
    policy, supply = (client.get(way).content.decode() for way in ways)

    assert 'value="Coalitieakkoord 2026"' in policy
    assert '<option value="speerpunt" selected>' in policy
    assert "Taalhuis\nleeskring" in supply
    assert ChangeProposal.objects.count() == 0


def test_what_is_not_known_of_a_theme_leads_to_the_form_of_a_note(client):
    page = client.get("/gemeenten/utrecht/taal/").content.decode()

    assert page.count('href="/gespreksnotitie/maken/?gemeente=utrecht&amp;thema=taal#weet"') == 2


def test_who_knows_nothing_has_nothing_to_share(client):
    _, address = keep(client)

    assert "Deel dit met de redactie" not in client.get(address).content.decode()
