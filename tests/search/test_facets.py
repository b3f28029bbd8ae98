"""The filter form: exact counts beside every value, which are shown at once, and the page with all of them."""

import pytest

from bieb_netwerk.search.codes import FACETS
from bieb_netwerk.search.facets import MOST_SHOWN
from bieb_netwerk.search.filters import InitiativeFilter, SearchFilter
from partners.models import Organisation
from tests.documents import write_documents
from tests.event_factories import EventFactory
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    PartnerFactory,
    ProvinceFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.search.conftest import asked, document_of, seeded

pytestmark = pytest.mark.django_db
WORDS = ["", "koffie", "taal", "taal koffie", "koffie -taal", "zwembad", "taal zwembad"]


class Country:
    """Random examples, and for each the keys of its facet values as we know them to be."""

    def __init__(self, seed):
        self.chance = chance = seeded(seed)
        provinces = [ProvinceFactory(slug=f"p{n}") for n in range(3)]
        places = [MunicipalityFactory(slug=f"g{n}", province=chance.choice(provinces)) for n in range(16)]
        themes = [ThemeFactory(slug=f"t{n}") for n in range(2)]
        themes += [ThemeFactory(slug=f"t{n}", parent=chance.choice(themes[:2])) for n in range(2, 6)]
        partners = [PartnerFactory(slug=f"a{n}", sector=chance.choice(Organisation.Sector.values)) for n in range(10)]
        partners += [
            PartnerFactory(slug=f"a{n}", parent=chance.choice(partners[:10]), sector="bedrijf") for n in range(10, 16)
        ]
        libraries, groups = [LibraryFactory(slug=f"b{n}") for n in range(14)], [TargetGroupFactory() for _ in range(3)]
        self.rows = [self._row(places, themes, partners, libraries, groups) for _ in range(40)]
        write_documents()

    def _row(self, places, themes, partners, libraries, groups):
        def some(things, most):
            return self.chance.sample(things, self.chance.randint(0, most))

        places, themes, groups = some(places, 2), some(themes, 2), some(groups, 2)
        organisations = some(partners, 2) + some(libraries, 1)
        words, phase = set(some(["koffie", "taal"], 2)), self.chance.choice(["", "pilot", "idee"])
        year = self.chance.choice([None, 2014, 2019])
        InitiativeFactory(
            summary="Over " + " ".join(sorted(words)), phase=phase, year=year, themes=themes, places=places,
            target_groups=groups, partners=organisations,
        )  # fmt: skip
        partners = [each for one in organisations if one.kind == "partner" for each in (one, one.parent) if each]
        return {
            "words": words,
            "thema": {each.slug for theme in themes for each in (theme, theme.parent) if each},
            "doelgroep": {group.slug for group in groups},
            "soort-partner": {each.sector for each in partners},
            "partner": {each.slug for each in partners},
            "provincie": {place.province.slug for place in places},
            "gemeente": {place.slug for place in places},
            "bibliotheek": {each.slug for each in organisations if each.kind == "bibliotheek"},
            "fase": {phase} - {""},
            "jaar": {str(year)} if year else set(),
        }

    def choices(self):
        """A few random values of a few facets, sometimes one that does not exist."""
        facets = self.chance.sample([facet for facet in FACETS if facet != "soort"], self.chance.randint(0, 3))
        chosen = {facet: self._values(facet) for facet in facets}
        return {facet: values for facet, values in chosen.items() if values}

    def _values(self, facet):
        there = sorted(set().union(*(row[facet] for row in self.rows)))
        return self.chance.sample([*there, "bestaat-niet"], min(2, len(there)))

    def found(self, text, chosen, but=None):
        """The rows with the words and a chosen value of every facet but one, counted one by one."""
        rows = self._with_words(text)
        return [row for row in rows if all(row[name] & set(keys) for name, keys in chosen.items() if name != but)]

    def _with_words(self, text):
        wanted = {word for word in text.split() if word[0] != "-"}
        unwanted = {word[1:] for word in text.split() if word[0] == "-"}
        rows = [row for row in self.rows if not row["words"] & unwanted]
        known = wanted - {"zwembad"}
        if wanted and not known:
            return []
        return [row for row in rows if known <= row["words"]]


def shown_counts(facet):
    """``{key: count}`` of every value of a facet, parts too."""
    return {value.key: value.count for whole in facet.values for value in (whole, *whole.parts)}


@pytest.mark.parametrize("seed", range(4))
def test_counts_are_exact_with_all_other_choices(seed):
    country = Country(seed)

    for _ in range(25):
        text, chosen = country.chance.choice(WORDS), country.choices()
        filterset = asked(text, InitiativeFilter, **chosen)
        assert filterset.count == len(country.found(text, chosen)), (text, chosen)
        for name, facet in filterset.facets.items():
            rows = country.found(text, chosen, but=name)
            counted = {key: sum(key in row[name] for row in rows) for key in shown_counts(facet)}
            assert shown_counts(facet) == counted, (text, chosen, name)


def test_values_of_long_lists_are_those_that_some_document_has():
    country = Country(1)
    facets = asked("", InitiativeFilter).facets

    for name in ("partner", "gemeente", "bibliotheek", "jaar"):
        assert set(shown_counts(facets[name])) == set().union(*(row[name] for row in country.rows))


@pytest.mark.parametrize("seed", range(3))
def test_at_most_twelve_are_shown_and_the_chosen_ones(seed):
    country = Country(seed)

    for _ in range(20):
        chosen = country.choices()
        for name, facet in asked("", InitiativeFilter, **chosen).facets.items():
            shown = {value.key for whole in facet.shown for value in (whole, *whole.parts)}
            there = set(shown_counts(facet))
            wanted = set(chosen.get(name, ())) & there
            assert wanted <= shown
            assert len(shown) <= MOST_SHOWN + len(wanted)


def test_those_with_most_documents_are_shown():
    partners = [PartnerFactory(slug=f"a{number:02}", name=f"A{number:02}") for number in range(20)]
    for number, partner in enumerate(partners):
        for _ in range(1 + number % 10 // 8):
            InitiativeFactory(partners=[partner])

    facet = asked("", InitiativeFilter).facets["partner"]

    expected = {"a08", "a09", "a18", "a19"} | {f"a{number:02}" for number in range(8)}
    assert ({value.key for value in facet.shown}, facet.size, facet.has_more) == (expected, 20, True)


def test_parts_stand_under_the_whole():
    leren, uwv = ThemeFactory(slug="leren"), PartnerFactory(slug="uwv")
    InitiativeFactory(
        themes=[ThemeFactory(slug="taal", parent=leren)], partners=[PartnerFactory(slug="uwv-hoorn", parent=uwv)]
    )
    facets = asked("", InitiativeFilter).facets

    for name, whole, part in (("thema", "leren", "taal"), ("partner", "uwv", "uwv-hoorn")):
        [value] = facets[name].values
        assert (value.key, value.count, [(each.key, each.count) for each in value.parts]) == (whole, 1, [(part, 1)])


def test_choosing_the_whole_finds_the_parts():
    leren, uwv, province = ThemeFactory(slug="leren"), PartnerFactory(slug="uwv"), ProvinceFactory(slug="nh")
    initiative = InitiativeFactory(
        themes=[ThemeFactory(parent=leren)],
        partners=[PartnerFactory(parent=uwv)],
        places=[MunicipalityFactory(province=province)],
    )
    InitiativeFactory()
    write_documents()

    for query in ({"thema": "leren"}, {"partner": "uwv"}, {"provincie": "nh"}):
        assert list(asked("", InitiativeFilter, **query).found) == [document_of(initiative, "praktijkvoorbeeld").id]


def test_years_are_those_of_the_documents_newest_first():
    for year in (2014, 2019, None, 2014):
        InitiativeFactory(year=year)

    facet = asked("", InitiativeFilter).facets["jaar"]

    assert [(value.key, value.label, value.count) for value in facet.values] == [
        ("2019", "2019", 1),
        ("2014", "2014", 2),
    ]


def test_everything_is_counted_by_kind():
    InitiativeFactory(themes=[ThemeFactory()])
    LibraryFactory()
    EventFactory()

    facet = asked("", SearchFilter).facets["soort"]

    assert shown_counts(facet) == {
        "praktijkvoorbeeld": 1, "thema": 1, "gemeente": 0, "bibliotheek": 1, "partner": 0, "netwerk": 0,
        "bijeenkomst": 1, "document": 0,
    }  # fmt: skip
