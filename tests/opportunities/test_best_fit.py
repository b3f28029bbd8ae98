"""What the bitmaps of the search choose is what the plain rule chooses that sorts every example."""

from datetime import date
from random import Random

import pytest

from initiatives.models import Initiative, Participation
from opportunities.comparable import Lookalike
from opportunities.elsewhere import Recommendations
from partners.successions import Successions
from tests.documents import write_documents
from tests.factories import (
    ContactPersonFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    ParticipationFactory,
    SuccessionFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)
NOWHERE = 120  # as near as this is what happens in no municipality that is alike
EXAMPLES = 60
TEXTS = ("background", "goal", "materials", "cost_note", "effort", "lessons", "transferability")


class World:
    """Made-up examples of which it is known how much they tell, and where they are."""

    def __init__(self, seed):
        self.chance = Random(seed)  # noqa: S311 the same world in every run
        mains = ThemeFactory.create_batch(2)
        parts = [ThemeFactory(parent=main) for main in mains for _ in range(2)]
        self.themes = [*mains, *parts]
        self.places = MunicipalityFactory.create_batch(6)
        self.ended = MunicipalityFactory(valid_until="2020-01-01")
        SuccessionFactory(predecessor=self.ended, successor=self.places[1], takes_effect_on="2020-01-01")
        self.library, self.contact = LibraryFactory(), ContactPersonFactory()
        self.points, self.where = {}, {}
        for number in range(EXAMPLES):
            self.make(number)

    def some(self, things, most):
        return self.chance.sample(things, self.chance.randint(0, most))

    def make(self, number):
        told = self.some(TEXTS, 2)
        much = self.some(["results", "lead", "contact", "confirmed"], 4)
        fields = dict.fromkeys(told, "Iets.")
        if "results" in much:
            fields["results"] = "Veel."
        if "contact" in much:
            fields["contact"] = self.contact
        if "confirmed" in much:
            fields |= {"confirmed_on": "2026-01-01", "confirmed_by": self.library}
        year = self.chance.choice([None, 2014, 2020, 2025])
        places = self.some([*self.places, self.ended], 2)
        example = InitiativeFactory(
            slug=f"v-{number}", title=f"Voorbeeld {number:02}", approach="Zo.", year=year, places=places,
            themes=self.chance.sample(self.themes, 2), phase=self.chance.choice(["", "pilot", "idee"]), **fields,
        )  # fmt: skip
        if "lead" in much:
            ParticipationFactory(initiative=example, role=Participation.Role.LEAD)
        self.points[example.pk] = 100 * len(much) + len(told) + bool(year) + bool(example.phase)
        self.where[example.pk] = {self.places[1] if place == self.ended else place for place in places}

    def plainly(self, here, alike, theme):
        """Every example about the theme or its family, in the order of the rule."""
        nearness = {place: number for number, place in enumerate(alike)}
        family = {theme, *theme.subthemes.all()}
        wide = family
        if theme.parent:
            wide = {theme.parent, *theme.parent.subthemes.all()}
        keys = []
        for example in Initiative.objects.exclude(phase="idee"):
            about = set(example.themes.all())
            if about & wide and here not in self.where[example.pk]:
                near = min((nearness[place] for place in self.where[example.pk] if place in nearness), default=NOWHERE)
                is_wider = not about & family
                keys.append((is_wider, -self.points[example.pk], near, -(example.year or 0), example.title, example))
        return [example for *_, example in sorted(keys, key=lambda key: key[:-1])]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_chosen_examples_are_the_first_of_all_that_were_put_in_order(monkeypatch, seed):
    monkeypatch.setattr("opportunities.elsewhere.IN_TURN", 1)  # nobody takes turns: the order itself
    world = World(seed)
    write_documents()
    wrong = []
    for here in world.places:
        alike = [place for place in world.places if place != here]
        world.chance.shuffle(alike)
        lookalikes = [Lookalike(place.pk, far, ("grootte",)) for far, place in enumerate(alike)]
        known = Recommendations(here, TODAY, Successions.on(TODAY), lookalikes)
        for theme in world.themes:
            expected = world.plainly(here, alike, theme)
            found = known.about([theme], 8)
            if found != expected[:8] or known.first_for([theme]) != expected[:1]:
                wrong.append((here, theme, found, expected[:8]))

    assert wrong == []
