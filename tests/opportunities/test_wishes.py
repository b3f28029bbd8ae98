"""What a municipality and its parties want with a theme, and how that is told."""

import pytest

from opportunities.choices import Policy, PolicyDocumentKind
from opportunities.models import PolicyDocument
from opportunities.wishes import Mention, wishes_of
from tests.factories import MunicipalityFactory, ThemeFactory
from tests.opportunity_factories import PassageFactory, PolicyDocumentFactory
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db

YEAR = 2026
READ = {"read_on": "2026-02-01"}


@pytest.fixture
def municipality():
    return MunicipalityFactory()


@pytest.fixture
def theme():
    return ThemeFactory(name="Eenzaamheid")


def wishes(municipality):
    return wishes_of([municipality.pk], YEAR)[municipality.pk]


def level(municipality, *themes):
    return wishes(municipality).level({theme.pk for theme in themes})


def programme(municipality, party, *themes, **fields):
    """The programme of a party that mentions these themes."""
    kind = PolicyDocumentKind.PROGRAMME
    document = PolicyDocumentFactory(municipality=municipality, kind=kind, party=party, **fields)
    for theme in themes:
        PassageFactory(document=document, theme=theme)
    return document


def paper(municipality, **weights):
    """A paper of the municipality itself; ``weights`` are passages about new themes, by name."""
    document = PolicyDocumentFactory(municipality=municipality)
    return document, [
        PassageFactory(document=document, theme=ThemeFactory(name=name), weight=weight).theme
        for name, weight in weights.items()
    ]


def test_without_documents_nothing_is_known(municipality, theme):
    assert level(municipality, theme) == Policy.UNKNOWN
    assert wishes(municipality).summary() == []


def test_what_the_municipality_writes_is_its_policy(municipality):
    levels = {"genoemd": Policy.MENTIONED, "speerpunt": Policy.PRIORITY}

    for kind in ("coalitieakkoord", "beleidsnota"):
        document, themes = PolicyDocumentFactory(municipality=municipality, kind=kind), {}
        for weight in levels:
            themes[weight] = PassageFactory(document=document, weight=weight).theme

        assert {weight: level(municipality, theme) for weight, theme in themes.items()} == levels


def test_a_priority_goes_before_a_mention_of_another_theme_or_document(municipality):
    _, [one] = paper(municipality, A="speerpunt")
    _, [other] = paper(municipality, B="genoemd")

    assert [level(municipality, *themes) for themes in ([one], [other], [one, other])] == [
        Policy.PRIORITY,
        Policy.MENTIONED,
        Policy.PRIORITY,
    ]


def test_not_mentioned_needs_a_document_that_was_read_to_the_end(municipality, theme):
    document, _ = paper(municipality, A="genoemd")
    before = level(municipality, theme)
    PolicyDocument.objects.filter(pk=document.pk).update(**READ)

    assert [before, level(municipality, theme)] == [Policy.UNKNOWN, Policy.ABSENT]


def test_a_programme_that_was_read_to_the_end_does_not_make_it_not_mentioned(municipality, theme):
    programme(municipality, "A", ThemeFactory(), **READ)

    assert level(municipality, theme) == Policy.UNKNOWN


@pytest.mark.parametrize(
    ("speaking", "silent", "expected"),
    [(1, 0, Policy.MENTIONED), (1, 1, Policy.MENTIONED), (1, 2, Policy.UNKNOWN), (2, 3, Policy.UNKNOWN)],
)
def test_a_theme_of_half_of_the_parties_counts_as_mentioned(municipality, theme, speaking, silent, expected):
    for place in range(speaking + silent):
        programme(municipality, f"Partij {place}", *[theme][: place < speaking], **READ)

    assert level(municipality, theme) == expected


def test_a_priority_of_all_parties_is_no_priority_of_the_municipality(municipality, theme):
    PassageFactory(document=programme(municipality, "A"), theme=theme, weight="speerpunt")

    assert level(municipality, theme) == Policy.MENTIONED


def test_fewer_than_half_of_the_parties_beside_a_document_that_was_read_is_not_mentioned(municipality, theme):
    PolicyDocumentFactory(municipality=municipality, **READ)
    for party, themes in [("A", [theme]), ("B", []), ("C", [])]:
        programme(municipality, party, *themes)

    assert level(municipality, theme) == Policy.ABSENT


def test_parties_that_speak_of_different_parts_count_together_for_the_whole(municipality):
    one, other, third = ThemeFactory.create_batch(3)
    for party, theme in [("A", one), ("B", other), ("C", third), ("D", third)]:
        programme(municipality, party, theme)

    assert [level(municipality, one), level(municipality, one, other)] == [Policy.UNKNOWN, Policy.MENTIONED]


def test_several_programmes_of_one_party_count_once(municipality, theme):
    programme(municipality, "A", theme)
    programme(municipality, "A", theme, from_year=2022)
    for party in "BC":
        programme(municipality, party)

    [mention] = wishes(municipality).mentions()

    assert level(municipality, theme) == Policy.UNKNOWN
    assert (mention.parties, mention.out_of) == (["A"], 3)


def test_only_documents_of_now_count(theme):
    counting = {(2022, 2025): 0, (2022, 2026): 1, (2022, None): 1, (2026, None): 1, (2027, None): 0}
    found = {}

    for first, last in counting:
        document = PolicyDocumentFactory(from_year=first, until_year=last, **READ)
        PassageFactory(document=document, theme=theme)
        wanted = wishes(document.municipality)
        found[first, last] = wanted.level({theme.pk}), len(wanted.documents), len(wanted.passages({theme.pk}))

    levels = [Policy.UNKNOWN, Policy.MENTIONED]
    assert found == {years: (levels[counts], counts, counts) for years, counts in counting.items()}


def test_documents_that_are_over_are_kept_apart_and_those_to_come_left_out(municipality, theme):
    over = PassageFactory(
        document__municipality=municipality, document__from_year=2022, document__until_year=2025, theme=theme
    )
    PassageFactory(document__municipality=municipality, document__from_year=2027, theme=theme)

    found = wishes(municipality)

    assert (found.documents, found.expired, found.expired_passages({theme.pk})) == ([], [over.document], [over])
    assert found.has_anything


def test_a_document_that_is_missing_says_nothing_about_a_theme(municipality, theme):
    missing = PolicyDocumentFactory(municipality=municipality, missing_because="Nog niet openbaar.")

    found = wishes(municipality)

    assert (found.documents, found.missing) == ([], [missing])
    assert (level(municipality, theme), found.has_anything) == (Policy.UNKNOWN, True)


def test_documents_of_another_municipality_do_not_count(municipality, theme):
    other = PassageFactory(theme=theme, document__read_on="2026-01-01").document.municipality
    programme(other, "A", theme)

    assert level(municipality, theme) == Policy.UNKNOWN
    assert wishes(municipality).mentions() == []


def test_passages_of_the_municipality_come_before_those_of_parties(municipality, theme):
    programme(municipality, "A", theme, ThemeFactory(), from_year=2026)
    PassageFactory(document=PolicyDocumentFactory(municipality=municipality, from_year=2022), theme=theme)

    assert [each.document.by for each in wishes(municipality).passages({theme.pk})] == [f"Gemeente {municipality}", "A"]


def test_how_many_parties_is_told_in_words():
    words = {
        (1, 1): "De ene partij",
        (1, 2): "1 van de 2 partijen",
        (2, 2): "Beide partijen",
        (5, 5): "Alle partijen",
        (4, 5): "Vrijwel alle partijen",
        (7, 9): "7 van de 9 partijen",
        (2, 5): "2 van de 5 partijen",
    }

    assert {counts: Mention(None, ["A"] * counts[0], counts[1]).in_words for counts in words} == words


def test_themes_of_most_parties_are_told_first_in_a_sentence_a_number(municipality):
    work, lonely, money, digital = (ThemeFactory(name=name) for name in ("Werk", "Eenzaamheid", "Geld", "Digitaal"))
    for party, themes in [("A", [work, lonely, money]), ("B", [work, lonely, money]), ("C", [work, lonely, digital])]:
        programme(municipality, party, *themes)

    assert wishes(municipality).summary() == [
        "Alle partijen noemen Eenzaamheid en Werk.",
        "2 van de 3 partijen noemen Geld.",
        "1 van de 3 partijen noemt Digitaal.",
    ]


def test_the_verb_follows_the_number_of_parties(municipality, theme):
    told = []
    for party in "AB":
        programme(municipality, party, theme)
        told += wishes(municipality).summary()

    assert told == ["De ene partij noemt Eenzaamheid.", "Beide partijen noemen Eenzaamheid."]


def test_costs_as_many_queries_for_three_as_for_one():
    places, themes = MunicipalityFactory.create_batch(3), ThemeFactory.create_batch(2)
    for place in places:
        programme(place, "A", *themes)
        for theme in themes:
            PassageFactory(document__municipality=place, theme=theme)

    def load(count):
        found = wishes_of([place.pk for place in places[:count]], YEAR).values()
        return [(each.summary(), [passage.document.by for passage in each.passages({themes[0].pk})]) for each in found]

    assert [number_of_queries(lambda count=count: load(count)) for count in (1, 3)] == [2, 2]
