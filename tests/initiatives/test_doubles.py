"""Which examples may be one and the same: alike in title, with a theme or library in common."""

from itertools import combinations

import pytest
from rapidfuzz import fuzz

from curation.alike import sorted_words
from initiatives.doubles import Titles, doubles_of, find_doubles
from initiatives.models import Initiative, LikelyDouble
from tests.factories import InitiativeFactory, LibraryFactory, PartnerFactory, ThemeFactory
from tests.queries import number_of_queries
from tests.review_factories import LikelyDoubleFactory, led_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme():
    return ThemeFactory()


def pairs():
    return list(LikelyDouble.objects.order_by("pk").values_list("one__title", "other__title", "reason"))


def doubles_with_one_theme(*titles):
    """The titles of what looks like the first of these examples, that have a theme in common."""
    theme = ThemeFactory()
    first, *_ = [InitiativeFactory(title=title, themes=[theme]) for title in titles]
    return [double.other.title for double in doubles_of(first)]


def test_titles_that_are_alike_with_the_same_theme():
    alike = [
        ("Walk & Talk Haarlem", "Walk and Talk Haarlem"),
        ("Taalcafé De Kring", "Taalcafe de kring"),
        ("Digitaal Café voor ouderen", "Voor ouderen: digitaal café"),
        ("TAALPUNT AMSTERDAM", "taalpunt amsterdam!"),
        ("Wandelen en praten Haarlem", "Wandelen en praten Haarlemmermeer"),
    ]

    assert {pair: doubles_with_one_theme(*pair) for pair in alike} == {pair: [pair[1]] for pair in alike}


def test_titles_that_are_not_alike():
    pairs = [
        ("Walk & Talk", "Digitaal Café"),
        ("Taalcafé Utrecht", "Taalcafé Maastricht"),
        ("Lezen", "Lessen in koken"),
    ]

    assert {pair: doubles_with_one_theme(*pair) for pair in pairs} == dict.fromkeys(pairs, [])


def test_titles_that_are_only_alike_need_something_in_common():
    first = InitiativeFactory(title="Wandelen en praten Haarlem", themes=[ThemeFactory()])
    InitiativeFactory(title="Wandelen en praten Haarlemmermeer", themes=[ThemeFactory()])

    assert doubles_of(first) == []


def test_the_same_title_needs_nothing_in_common():
    first, second = InitiativeFactory(title="Walk & Talk"), InitiativeFactory(title="Walk & talk!")

    [double] = doubles_of(first)
    assert (double.other, double.score, double.reason) == (second, 100, "bijna dezelfde titel")


def test_the_same_lead_library_is_something_in_common(theme):
    library = LibraryFactory()
    first = led_by(library, title="Walk & Talk Haarlem", themes=[theme])
    led_by(library, title="Walk and Talk Haarlem", themes=[theme])

    assert [double.reason for double in doubles_of(first)] == ["zelfde bibliotheek, zelfde thema"]


def test_the_same_partner_is_nothing_in_common():
    partner = PartnerFactory()
    first = led_by(partner, title="Wandelen en praten Haarlem")
    led_by(partner, title="Wandelen en praten Haarlemmermeer")

    assert doubles_of(first) == []


def test_what_is_archived_is_no_double(theme):
    first = InitiativeFactory(title="Walk & Talk", themes=[theme])
    InitiativeFactory(title="Walk & Talk", themes=[theme], publication_state="gearchiveerd")

    assert doubles_of(first) == []


def test_titles_without_any_of_our_letters_are_not_all_the_same(theme):
    first = InitiativeFactory(title="قراءة", themes=[theme])
    InitiativeFactory(title="مقهى اللغة", themes=[theme])
    find_doubles()

    assert (doubles_of(first), pairs()) == ([], [])


def test_words_are_compared_in_order_of_the_alphabet_without_the_small_ones():
    assert sorted_words("Ünïe: de Bieb!") == "bieb unie"


def test_the_night_keeps_each_pair_once_the_oldest_first(theme):
    for title in ("Walk & Talk Hoorn", "Walk and Talk Hoorn", "Iets heel anders"):
        InitiativeFactory(title=title, themes=[theme])

    find_doubles()
    find_doubles()

    assert pairs() == [("Walk & Talk Hoorn", "Walk and Talk Hoorn", "zelfde thema")]


def test_a_pair_that_is_no_longer_alike_goes(theme):
    first = InitiativeFactory(title="Walk & Talk", themes=[theme])
    InitiativeFactory(title="Walk & Talk", themes=[theme])
    find_doubles()

    Initiative.objects.filter(pk=first.pk).update(title="Taalcafé")
    find_doubles()

    assert pairs() == []


def test_what_a_curator_called_different_stays_so(theme):
    first, second = (InitiativeFactory(title="Walk & Talk", themes=[theme]) for _ in range(2))
    LikelyDoubleFactory(one=first, other=second, is_dismissed=True)

    find_doubles()

    assert list(LikelyDouble.objects.values_list("is_dismissed", flat=True)) == [True]


def test_the_score_and_what_they_share_follow_the_examples(theme):
    first = InitiativeFactory(title="Walk & Talk")
    InitiativeFactory(title="Walk & Talk", themes=[theme])
    find_doubles()

    first.themes.add(theme)
    find_doubles()

    assert pairs() == [("Walk & Talk", "Walk & Talk", "zelfde thema")]


def test_comparing_costs_the_same_for_1_and_3(theme):
    first = InitiativeFactory(title="Walk & Talk", themes=[theme])
    InitiativeFactory(title="Walk & Talk", themes=[theme])
    one = number_of_queries(lambda: doubles_of(first)), number_of_queries(lambda: list(Titles().pairs()))
    InitiativeFactory.create_batch(2, title="Walk & Talk", themes=[theme])

    three = number_of_queries(lambda: doubles_of(first)), number_of_queries(lambda: list(Titles().pairs()))
    assert three == one


def test_what_is_compared_less_gives_the_same_pairs_as_comparing_all():
    """Some share a theme, some a library, some nothing; titles of each differ little, much, or not."""
    themes, library = [ThemeFactory(), ThemeFactory()], LibraryFactory()
    for number, title in enumerate(["Wandelen en praten Haarlem", "Lezen", "Digitaal café voor ouderen in Hoorn"]):
        for variant in (
            title,
            f"{title}mermeer",
            title.replace("e", "é"),
            f"{title}!",
            title.replace("d", "t"),
            "Iets",
        ):
            InitiativeFactory(title=variant, themes=[themes[number % 2]])
            InitiativeFactory(title=variant)
            led_by(library, title=variant)
    titles = Titles()

    plain = {}
    for one, other in combinations(titles.titles, 2):
        score = fuzz.ratio(titles.titles[one], titles.titles[other])
        has_something = titles.themes[one] & titles.themes[other] or titles.leads[one] & titles.leads[other]
        if score >= 95 or (score >= 84 and has_something):
            plain[one, other] = round(score)
    assert dict(titles.pairs()) == plain
