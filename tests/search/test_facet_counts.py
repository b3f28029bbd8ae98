"""The filter form counts exactly, whatever is asked: as counting the examples one by one does."""

import pytest
from django.db import transaction

from initiatives.filters import InitiativeFilter
from partners.models import Organisation
from search.facets import MOST_SHOWN
from search.keeping import forget_index
from tests.documents import write_documents
from tests.factories import (
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    PartnerFactory,
    ProvinceFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.search.conftest import asked, seeded
from tests.search.facet_reading import shown_counts

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
KINDS_OF_ENTRIES = {"practice": "praktijkvoorbeeld", "idea": "idee"}
WORDS = ["", "koffie", "taal", "taal koffie", "koffie -taal", "zwembad", "taal zwembad"]


class KnownExamples:
    """Examples made by chance, and for each the keys of its facet values as we know them to be."""

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
        year, kind = self.chance.choice([None, 2014, 2019]), self.chance.choice(list(KINDS_OF_ENTRIES))
        InitiativeFactory(
            summary="Over " + " ".join(sorted(words)), phase=phase, year=year, themes=themes, places=places,
            target_groups=groups, partners=organisations, entry_kind=kind,
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
            "wat": {KINDS_OF_ENTRIES[kind]},
        }

    def choices(self):
        """A few random values of a few facets, sometimes one that does not exist."""
        facets = self.chance.sample(InitiativeFilter.facet_names, self.chance.randint(0, 3))
        chosen = {facet: self._values(facet) for facet in facets}
        return {facet: values for facet, values in chosen.items() if values}

    def _values(self, facet):
        there = sorted(set().union(*(row[facet] for row in self.rows)))
        return self.chance.sample([*there, "bestaat-niet"], min(2, len(there)))

    def found(self, text, chosen, but=None):
        """The rows with the words and a chosen value of every facet but one, counted one by one.

        Practice counts as chosen as long as nobody chooses what it is.
        """
        rows, chosen = self._with_words(text), {"wat": ["praktijkvoorbeeld"], **chosen}
        return [row for row in rows if all(row[name] & set(keys) for name, keys in chosen.items() if name != but)]

    def _with_words(self, text):
        wanted = {word for word in text.split() if word[0] != "-"}
        unwanted = {word[1:] for word in text.split() if word[0] == "-"}
        rows = [row for row in self.rows if not row["words"] & unwanted]
        known = wanted - {"zwembad"}
        if wanted and not known:
            return []
        return [row for row in rows if known <= row["words"]]


@pytest.fixture(scope="module", params=range(4), ids="seed {}".format)
def known(request, django_db_setup, django_db_blocker):
    """Examples made by another chance each time, for this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield KnownExamples(request.param)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def questions(known):
    """``(words, chosen values, filter set)`` of questions by chance."""
    forget_index()  # of the test before
    asked_by_chance = [(known.chance.choice(WORDS), known.choices()) for _ in range(25)]
    return [(text, chosen, asked(text, InitiativeFilter, **chosen)) for text, chosen in asked_by_chance]


def test_counts_are_exact_with_all_other_choices(known, questions):
    for text, chosen, filterset in questions:
        assert filterset.count == len(known.found(text, chosen)), (text, chosen)
        for name, facet in filterset.facets.items():
            rows = known.found(text, chosen, but=name)
            counted = {key: sum(key in row[name] for row in rows) for key in shown_counts(facet)}
            assert shown_counts(facet) == counted, (text, chosen, name)


def test_values_of_long_lists_are_those_that_some_document_has(known):
    facets = asked("", InitiativeFilter).facets

    for name in ("partner", "gemeente", "bibliotheek", "jaar"):
        assert set(shown_counts(facets[name])) == set().union(*(row[name] for row in known.rows))


def test_at_most_twelve_are_shown_and_the_chosen_ones_with_all_their_parts(questions):
    for text, chosen, filterset in questions:
        for name, facet in filterset.facets.items():
            shown = {value.key for whole in facet.shown for value in (whole, *whole.parts)}
            wanted = set(chosen.get(name, ())) & set(shown_counts(facet))
            assert wanted <= shown, (text, chosen, name)
            assert len(facet.shown) <= MOST_SHOWN + len(wanted), (text, chosen, name)
