"""What we fill in for a note follows what somebody chooses, and what somebody typed stays."""

import pytest

from opportunities.choices import Audience
from tests.factories import InitiativeFactory, ThemeFactory
from tests.opportunities.levels import needs
from tests.opportunities.notes import MAKE, draft, examples, keep, preview, sent, themes, utrecht

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def municipality():
    return utrecht()


@pytest.fixture
def two_themes(municipality):
    """Two themes with an example each; the note begins with the first."""
    for name, need in [("veel", "hoog"), ("weinig", "laag")]:
        theme = ThemeFactory(slug=name)
        needs(municipality, theme, need)
        InitiativeFactory(slug=f"over-{name}", themes=[theme], phase="lopend", approach="Zo.")


def test_a_theme_that_goes_takes_our_example_along(client, two_themes):
    data = draft(client, thema=["veel"])

    changed = sent(client, data, thema=["weinig"])

    assert (data.getlist("voorbeeld"), changed.getlist("voorbeeld")) == (["over-veel"], ["over-weinig"])


def test_an_example_that_somebody_chose_stays(client, two_themes):
    by_hand = examples(1)
    data = draft(client, thema=["veel"], voorbeeld=by_hand)
    beside_ours = sent(client, draft(client, thema=["veel"]), voorbeeld=["over-veel", *by_hand])

    changed = [sent(client, each, thema=["weinig"]) for each in (data, beside_ours)]

    assert [each.getlist("voorbeeld") for each in changed] == [by_hand, [*by_hand, "over-weinig"]]


def test_an_example_of_ours_that_somebody_took_out_does_not_return(client, two_themes):
    data = draft(client, thema=["veel"])

    changed = sent(client, data, voorbeeld=[], thema=["veel", "weinig"])

    assert changed.getlist("voorbeeld") == ["over-weinig"]


def test_a_change_that_was_kept_knows_what_was_ours(client, two_themes):
    data = draft(client, thema=["veel"])
    kept = client.post(MAKE, {name: data.getlist(name) for name in data})
    address = kept.url.replace("beheer", "wijzigen")
    data = client.get(address).context["draft"].data

    changed = client.post(address, {name: data.getlist(name) for name in data} | {"thema": "weinig", "stap": "bekijk"})

    assert changed.context["draft"].data.getlist("voorbeeld") == ["over-weinig"]


def test_while_typing_the_form_gets_what_changed(client, two_themes):
    data = draft(client, thema=["veel"])
    values = {name: data.getlist(name) for name in data}

    pages = [
        client.post(MAKE, values | changes, headers=HTMX).content.decode()
        for changes in ({"titel": "Beter"}, {"thema": "weinig"}, {"publiek": "uwv"})
    ]

    assert ['id="id_voorbeeld"' in page for page in pages] == [False, True, False]
    assert ['id="eigen-woorden"' in page for page in pages] == [False, False, True]


def test_our_words_go_with_the_audience_and_the_theme(client):
    lonely, debts = ThemeFactory(slug="eenzaamheid", name="Eenzaamheid"), ThemeFactory(slug="schulden", name="Schulden")
    data = draft(client, thema=[lonely.slug])

    for_uwv = sent(client, data, publiek="uwv")
    of_debts = sent(client, data, thema=[debts.slug])

    assert "mensen die zich eenzaam voelen" in data["voorstel"]
    assert "De gemeente betaalt één jaar mee." in data["voorstel"]
    assert for_uwv["voorstel"].startswith("Kies samen: we zoeken een groep werkzoekenden uit")
    assert for_uwv["vraag"].startswith("Een vast spreekuur in de bibliotheek")
    assert "een geldspreekuur in de bibliotheek" in of_debts["voorstel"]
    assert of_debts["meten"].endswith("Heb je nu hulp bij je geldzorgen?")


def test_every_audience_has_three_steps_with_a_heading(client):
    chosen = themes(1)

    for audience in Audience:
        steps = preview(client, thema=chosen, publiek=audience)["steps"]
        assert (audience, len(steps), all(step["head"] for step in steps)) == (audience, 3, True)


def test_words_of_somebody_stay_whoever_it_is_for(client):
    own = {"voorstel": "Eigen stap", "meten": "Eigen maat", "vraag": "Eigen vraag"}

    changed = sent(client, draft(client, thema=themes(1), **own), publiek="uwv", thema=themes(1))

    assert {name: changed[name] for name in own} == own


def test_uwv_comes_for_who_looks_for_work(client, municipality):
    for name, need in [("veel", "hoog"), ("werk-en-inkomen", "laag")]:
        needs(municipality, ThemeFactory(slug=name), need)

    chosen = [draft(client, publiek=audience).getlist("thema") for audience in ("wethouder", "uwv")]

    assert chosen == [["veel"], ["werk-en-inkomen", "veel"]]


def test_own_questions_stay_whoever_it_is_for(client):
    note, _ = keep(client, publiek="uwv", vraag="Een eigen vraag")

    assert note.content["asks"] == ["Een eigen vraag"]
