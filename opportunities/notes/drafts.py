"""What is in the form of a note at first: what the address says, what was chosen before, and what fits."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from django.http import QueryDict

from initiatives.models import Initiative, Theme
from opportunities import basket
from opportunities.choices import Audience
from opportunities.matrix_rows import Row
from partners.models import Municipality
from visitors.asked import without_nul

from .addresses import published_slugs
from .audiences import default_texts, every_default
from .forms import MOST_EXAMPLES, MOST_THEMES
from .knowledge import Knowledge
from .material import Material, most_promising_first
from .theme_choices import best_themes, first_theme_for

MOST_SUGGESTIONS = 8
MOST_PROPOSED = 2  # examples: more takes the room of the proposal
OWN_WORDS = ("voorstel", "meten", "vraag")  # fields that we fill in
PROPOSED = "vast"  # the examples that we chose ourselves
PROPOSED_FOR = "vast_bij"  # the themes for which we did
FILLED_IN = ("gemeente", "publiek", "thema", "voorbeeld", PROPOSED, PROPOSED_FOR)


class NoteDraft:
    """The choices of a note in the making, for a municipality of today: ``data`` is what the form takes."""

    def __init__(self, material: Material, data: QueryDict) -> None:
        self.material = material
        self.municipality = material.municipality
        self.matrix = material.matrix
        self.data = without_nul(data)
        self.has_new_themes = False  # since the examples were chosen
        self.has_new_words = False  # because the audience or the theme is another

    @classmethod
    def from_address(
        cls,
        request,
        municipality: Municipality,
        today: date,
    ) -> "NoteDraft":
        """A new draft from an address and what was put aside before; what is left open gets what fits best."""
        draft = cls(
            Material.of(municipality, today),
            QueryDict(mutable=True),
        )
        query = without_nul(request.GET)
        slugs = query.getlist("voorbeeld")
        for initiative in basket.still_there(request):
            slugs.append(initiative.slug)
        audience = query.get("publiek", "")
        themes = query.getlist("thema")
        draft.fill_in(audience, themes, published_slugs(slugs))
        for name, value in query.items():
            if name not in FILLED_IN:
                draft.data[name] = value
        return draft

    @classmethod
    def from_form(
        cls,
        municipality: Municipality,
        data: QueryDict,
        today: date,
    ) -> "NoteDraft":
        """A draft from what was posted, in which what we filled in follows the audience and the themes."""
        draft = cls(
            Material.of(municipality, today),
            data,
        )
        draft.follow_themes()
        draft.renew_words()
        return draft

    # --- what is chosen -------------------------------------------------------------------------------
    @property
    def audience(self) -> str:
        """For whom the note is."""
        return self.data.get("publiek", "")

    @property
    def themes(self) -> list[str]:
        """The slugs of the chosen themes."""
        return self.data.getlist("thema")

    @property
    def examples(self) -> list[str]:
        """The slugs of the chosen examples."""
        return self.data.getlist("voorbeeld")

    @property
    def proposed_examples(self) -> list[str]:
        """The slugs of those that we chose ourselves, also where somebody took them out since."""
        return self.data.getlist(PROPOSED)

    @property
    def proposed_for(self) -> list[str]:
        """The slugs of the themes for which we chose them."""
        return self.data.getlist(PROPOSED_FOR)

    def fill_in(
        self,
        audience: str,
        themes: list[str],
        examples: list[str],
    ) -> None:
        """Take over what was asked for (slugs), and choose the rest."""
        data = self.data
        data["gemeente"] = self.municipality.slug
        data["publiek"] = audience
        if audience not in Audience.values:
            data["publiek"] = Audience.ALDERMAN
        chosen_themes = themes[:MOST_THEMES]
        if not chosen_themes:
            chosen_themes = best_themes(self.matrix, self.audience)
        data.setlist("thema", chosen_themes)
        if examples:
            data.setlist("voorbeeld", examples[:MOST_EXAMPLES])
            data.setlist(PROPOSED_FOR, self.themes)
        else:
            self.propose_examples()
        data.update(default_texts(self.audience, self.first_theme()))

    @cached_property
    def knowledge(self) -> Knowledge:
        """What somebody may know of each chosen theme."""
        return Knowledge(
            self.data,
            self.chosen_rows()[:MOST_THEMES],
        )

    @property
    def material_with_knowledge(self) -> Material:
        """The material with what somebody knows themselves."""
        if not self.knowledge.is_filled_in:
            return self.material
        return replace(self.material, known=self.knowledge.by_theme)

    @property
    def proposed(self) -> dict[str, list[str]]:
        """The examples that we chose, and the themes for which we did."""
        return {
            PROPOSED: self.proposed_examples,
            PROPOSED_FOR: self.proposed_for,
        }

    def proposed_in(self, choices: dict) -> dict[str, list[str]]:
        """The same as far as it is in these choices, to be kept with them."""
        kept = choices["voorbeeld"]
        proposed = [slug for slug in self.proposed_examples if slug in kept]
        return {
            PROPOSED: proposed,
            PROPOSED_FOR: choices["thema"],
        }

    def chosen_rows(self) -> list[Row]:
        """The rows of the kansenkaart of the chosen themes, the most promising first."""
        chosen = self.themes
        rows = [row for row in self.matrix.every_row if row.theme.slug in chosen]
        return most_promising_first(rows)

    def themes_in_order(self) -> list[Theme]:
        """The chosen themes, the most promising first."""
        return [row.theme for row in self.chosen_rows()]

    def first_theme(self) -> Theme | None:
        """The theme that the proposal is about."""
        return first_theme_for(self.audience, self.themes_in_order())

    def fitting_examples(self) -> list[str]:
        """Slugs of one example for each chosen theme, of a single theme of more."""
        themes = self.themes_in_order()
        recommendations = self.material.recommendations
        examples: Sequence[Initiative | None]
        if len(themes) == 1:
            examples = recommendations.about(themes, MOST_PROPOSED)
        else:
            examples = recommendations.first_for(themes)
        return [example.slug for example in examples if example]

    def propose_examples(
        self,
        by_hand: Collection[str] = (),
        refused: Collection[str] = (),
    ) -> None:
        """Choose what fits the themes beside what somebody chose, and remember that these are ours."""
        passed_over = {*by_hand, *refused}
        fitting = [slug for slug in self.fitting_examples() if slug not in passed_over]
        free_places = max(MOST_EXAMPLES - len(by_hand), 0)
        room = min(MOST_PROPOSED, free_places)
        proposed = fitting[:room]
        self.data.setlist("voorbeeld", [*by_hand, *proposed])
        self.data.setlist(PROPOSED, proposed)
        self.data.setlist(PROPOSED_FOR, self.themes)

    def follow_themes(self) -> None:
        """Let the examples that we chose go with the themes; what somebody chose by hand stays."""
        if not self.proposed_for or set(self.proposed_for) == set(self.themes):
            return
        self.has_new_themes = True
        proposed = self.proposed_examples
        chosen = self.examples
        by_hand = [slug for slug in chosen if slug not in proposed]
        refused = [slug for slug in proposed if slug not in chosen]
        if by_hand and not proposed:
            self.data.setlist(PROPOSED_FOR, self.themes)
        else:
            self.propose_examples(by_hand, refused)

    def renew_words(self) -> None:
        """Let words that are ours go with the audience and the first theme; what somebody wrote stays."""
        texts = default_texts(self.audience, self.first_theme())
        for name in OWN_WORDS:
            typed = self.data.get(name, "").replace("\r\n", "\n")
            if typed in every_default(name) and typed != texts[name]:
                self.data[name] = texts[name]
                self.has_new_words = True

    def chosen_examples(self) -> list[Initiative]:
        """The examples that are chosen, in that order."""
        chosen = self.examples
        by_slug = Initiative.objects.published().in_bulk(chosen, field_name="slug")
        return [by_slug[slug] for slug in chosen if slug in by_slug]

    def other_examples(self) -> list[Initiative]:
        """What else fits the themes."""
        themes = self.themes_in_order()
        fitting = self.material.recommendations.about(themes, MOST_SUGGESTIONS)
        chosen = self.examples
        return [initiative for initiative in fitting if initiative.slug not in chosen]

    def other_rows(self) -> list[Row]:
        """The rows of the themes that are not chosen, main themes with their parts below."""
        chosen = self.themes
        return [row for row in self.matrix.every_row if row.theme.slug not in chosen]
