"""Two to four practice examples side by side: what was asked, what is told, what stands in the rows."""

import pytest

from initiatives.models import Initiative
from tests.factories import (
    FigureFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    ParticipationFactory,
    SourceFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.queries import number_of_queries
from tests.review_factories import BACKWARDS, HOSTILE

pytestmark = pytest.mark.django_db


def compared(client, *slugs):
    """The answer for these slugs of examples."""
    response = client.get("/vergelijk/voorbeelden/", {"voorbeeld": slugs})
    assert response.status_code == 200
    return response


def page(client, *slugs):
    return compared(client, *slugs).content.decode()


def test_examples_stand_side_by_side_without_rows_that_nobody_fills(client):
    one = InitiativeFactory(slug="een", goal="Lezen", year=2020, target_groups=[TargetGroupFactory(name="Ouderen")])
    other = InitiativeFactory(slug="twee", lessons="Begin klein.", cost_band="geen", is_national=True)

    response = compared(client, "twee", "een")

    told = {line.label: line.texts for line in response.context["lines"]}
    assert response.context["compared"] == [other, one]
    assert (told["Doel"], told["Geleerde lessen"]) == (["Niet bekend", "Lezen"], ["Begin klein.", "Niet bekend"])
    assert (told["Voor wie"], told["Kosten"]) == (["Niet bekend", "Ouderen"], ["Geen kosten", "Niet bekend"])
    assert (told["Waar"], told["Gegevens uit"]) == (["In het hele land", "Niet bekend"], ["Niet bekend", "2020"])
    assert {"Aanleiding", "Aanpak", "Inzet", "Resultaten", "Bronnen"}.isdisjoint(told)


def test_an_example_that_is_not_on_the_site_does_not_leak(client):
    for slug in ("een", "twee"):
        InitiativeFactory(slug=slug)
    hidden = InitiativeFactory(slug="drie", title="Geheim", goal="Geheim")

    for state in ("concept", "ingezonden", "gearchiveerd"):
        Initiative.objects.filter(pk=hidden.pk).update(publication_state=state)
        found = page(client, "een", "drie", "twee")

        assert (state, "Geheim" in found) == (state, False)
        assert "‘drie’ kennen we niet, of bestaat niet meer." in found


def test_a_fifth_example_is_left_out_and_told(client):
    slugs = [InitiativeFactory().slug for _ in range(5)]

    response = compared(client, *slugs)

    assert [each.slug for each in response.context["compared"]] == slugs[:4]
    assert f"Deze staan er niet bij: {slugs[4]}." in response.content.decode()


def test_too_few_examples_ask_for_more(client):
    one = InitiativeFactory(title="Leesclub").slug

    assert "Kies twee tot vier voorbeelden." in page(client)
    assert "Kies nog een voorbeeld om naast ‘Leesclub’ te zetten." in page(client, one)


def test_nonsense_in_the_address_is_no_error_of_ours(client):
    there = [InitiativeFactory(), InitiativeFactory()]
    slugs = ["\x00", "x" * 3000, "😀", "' OR 1=1 --", "een voorbeeld"]

    responses = {slug: compared(client, there[0].slug, slug, there[1].slug) for slug in slugs}

    assert [slug for slug, response in responses.items() if response.context["compared"] != there] == []


def test_hostile_text_is_shown_as_text(client):
    slugs = [InitiativeFactory(title=text, goal=text).slug for text in (HOSTILE, BACKWARDS)]

    found = page(client, *slugs, "<script>alert(1)</script>")

    assert ("<img src=x" in found, "<script>alert(1)" in found) == (False, False)


def test_examples_cost_the_same_for_2_and_4(client):
    def one():
        initiative = InitiativeFactory(
            themes=[ThemeFactory()], places=[MunicipalityFactory()], target_groups=[TargetGroupFactory()]
        )
        ParticipationFactory(initiative=initiative, organisation=LibraryFactory(), role="trekker")
        ParticipationFactory(initiative=initiative)
        FigureFactory(initiative=initiative)
        initiative.sources.add(SourceFactory())
        return initiative.slug

    slugs = [one() for _ in range(4)]
    two = number_of_queries(lambda: compared(client, *slugs[:2]))

    assert number_of_queries(lambda: compared(client, *slugs)) == two
