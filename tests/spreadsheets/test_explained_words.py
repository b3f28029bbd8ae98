"""A word that the site does not know is explained once, for all rows and for the next file of the same curator."""

import pytest
from django.urls import reverse

from initiatives.models import Initiative
from spreadsheets.models import ExplainedWord
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.markup import squeezed
from tests.role_factories import national_curator
from tests.spreadsheets.import_runs import page, press, upload

pytestmark = pytest.mark.django_db

INITIATIVES = "initiatives.initiative"
FILE = "titel;samenvatting;themas;fase\nA;S;Budget;Draait\nB;S;budget, Overig;Draait\nC;S;;Test\n"
WORDS = reverse("admin:initiatives_initiative_words")


@pytest.fixture
def run(client, curator):
    ThemeFactory(slug="schulden", name="Schulden")
    return upload(client, FILE, model=INITIATIVES)


def explain(client, run):
    """Say what the four words mean."""
    return press(
        client,
        run,
        "woorden",
        **{"woord-0": "=schulden", "woord-1": "=lopend", "woord-2": "leeg", "woord-3": "overslaan"},
    )


def test_each_unknown_word_is_listed_once_and_its_meaning_goes_for_all_rows(client, run):
    listed = run.unknown_words
    refused = dict(run.counts)

    explain(client, run)
    press(client, run, "bevestigen")

    assert listed == [["themas", "Budget", 2], ["fase", "Draait", 2], ["themas", "Overig", 1], ["fase", "Test", 1]]
    assert (refused, run.counts, run.state) == ({"geweigerd": 3}, {"nieuw": 2, "overgeslagen": 1}, "klaar")
    entries = Initiative.objects.filter(themes__slug="schulden", phase="lopend")
    assert set(entries.values_list("title", flat=True)) == {"A", "B"}


def test_what_was_read_as_something_else_is_told_with_its_row(client, run):
    explain(client, run)

    told = [row.remarks for row in run.rows.all()]
    assert "‘Budget’ lees je als Schulden." in told[0]
    assert "‘Overig’ laat je leeg." in told[1]
    assert told[2] == ["fase: ‘Test’: zo’n rij sla je over."]
    assert "Overgeslagen: 1" in squeezed(client.get(run.get_absolute_url()))


def test_the_next_file_of_the_same_curator_knows_the_words_and_that_of_another_does_not(client, run):
    explain(client, run)

    again = upload(client, FILE.replace("Budget", "BUDGET"), model=INITIATIVES)
    client.force_login(national_curator(email="ander@voorbeeld.nl"))
    of_another = upload(client, FILE, model=INITIATIVES)

    assert (again.unknown_words, again.counts) == ([], {"nieuw": 2, "overgeslagen": 1})
    assert (len(of_another.unknown_words), of_another.counts) == (4, {"geweigerd": 3})


def test_an_explained_word_is_seen_and_can_be_forgotten_by_its_curator_only(client, run):
    explain(client, run)
    word = ExplainedWord.objects.get(word="Budget")
    shown = squeezed(client.get(WORDS))

    client.force_login(national_curator(email="ander@voorbeeld.nl"))
    client.post(WORDS, {"woord": word.pk})
    kept = ExplainedWord.objects.count()
    client.force_login(run.user)
    client.post(WORDS, {"woord": word.pk})

    assert "Budget" in shown
    assert "Schulden" in shown
    assert (kept, ExplainedWord.objects.count()) == (4, 3)
    assert client.post(WORDS, {"woord": "x"}).status_code == 302


def test_a_meaning_that_was_not_offered_is_refused_and_what_is_left_open_stays_unknown(client, run):
    wrong = client.post(reverse("admin:import_woorden", args=[run.pk]), {"woord-0": "=bestaat-niet"})
    press(client, run, "woorden", **{"woord-1": "=lopend"})

    assert "woord-0" in wrong.context["form"].errors
    assert [word for _, word, _ in run.unknown_words] == ["Budget", "Overig", "Test"]


def test_a_name_that_two_have_can_be_explained_too(client, curator):
    for code in ("GM0001", "GM0002"):
        MunicipalityFactory(cbs_code=code, name="Bergen")
    run = upload(client, "titel;samenvatting;gemeenten\nA;S;Bergen\n", model=INITIATIVES)

    offered = client.get(reverse("admin:import_woorden", args=[run.pk])).content.decode()
    press(client, run, "woorden", **{"woord-0": "=GM0002"})

    assert "Bergen (GM0001)" in offered
    assert run.counts == {"nieuw": 1}
    assert "‘Bergen’ lees je als Bergen (GM0002)." in page(client, run)
