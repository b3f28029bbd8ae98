"""What is in the form of a note at first: what the address says, what was chosen before, and what fits."""

from dataclasses import replace
from datetime import date
from functools import cached_property

from django.http import QueryDict

from initiatives.models import Initiative, Theme
from opportunities import basket
from opportunities.choices import CHANCES, Audience
from opportunities.matrix_rows import Row
from partners.models import Municipality
from partners.places import is_doubtful
from visitors.asked import readable, without_nul

from .audiences import default_texts, every_default
from .forms import MOST_EXAMPLES, MOST_THEMES
from .knowledge import KnowledgeForm, Known
from .material import Material, most_promising_first
from .theme_words import THEME_OF

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
        cls, request, municipality: Municipality, today: date
    ) -> "NoteDraft":
        """A new draft from an address and what was put aside before; what is left open gets what fits best."""
        draft = cls(Material.of(municipality, today), QueryDict(mutable=True))
        query = without_nul(request.GET)
        basket_slugs = [initiative.slug for initiative in basket.still_there(request)]
        examples = published_slugs([*query.getlist("voorbeeld"), *basket_slugs])
        draft.fill_in(query.get("publiek", ""), query.getlist("thema"), examples)
        for name, value in query.items():
            if name not in FILLED_IN:
                draft.data[name] = value
        return draft

    @classmethod
    def from_form(
        cls, municipality: Municipality, data: QueryDict, today: date
    ) -> "NoteDraft":
        """A draft from what was posted, in which what we filled in follows the audience and the themes."""
        draft = cls(Material.of(municipality, today), data)
        draft.follow_themes()
        draft.renew_words()
        return draft

    def fill_in(self, audience: str, themes: list[str], examples: list[str]) -> None:
        """Take over what was asked for (slugs), and choose the rest."""
        data = self.data
        data["gemeente"] = self.municipality.slug
        data["publiek"] = audience
        if audience not in Audience.values:
            data["publiek"] = Audience.ALDERMAN
        data.setlist("thema", themes[:MOST_THEMES] or self.best_themes())
        if examples:
            data.setlist("voorbeeld", examples[:MOST_EXAMPLES])
            data.setlist(PROPOSED_FOR, data.getlist("thema"))
        else:
            self.propose_examples()
        data.update(default_texts(data["publiek"], self.first_theme()))

    @cached_property
    def knowledge(self) -> list[KnowledgeForm]:
        """What somebody may know of each chosen theme, as forms."""
        return [
            KnowledgeForm(self.data, row) for row in self.chosen_rows()[:MOST_THEMES]
        ]

    def is_knowledge_right(self) -> bool:
        """Whether what somebody knows is complete."""
        return all(form.is_valid() for form in self.knowledge)

    @property
    def knows_something(self) -> bool:
        """Whether somebody filled in what they know."""
        return any(form.is_filled_in for form in self.knowledge)

    @property
    def knowledge_choices(self) -> dict[str, str]:
        """What somebody knows, to be kept with the note."""
        choices: dict[str, str] = {}
        for form in self.knowledge:
            choices |= form.choices
        return choices

    @property
    def told_material(self) -> Material:
        """The material with what somebody knows themselves."""
        if not self.knows_something:
            return self.material
        known: dict[int, Known] = {}
        for form in self.knowledge:
            if form.is_filled_in:
                known[form.row.theme.pk] = form.known
        return replace(self.material, known=known)

    @property
    def proposed(self) -> dict[str, list[str]]:
        """The examples that we chose, and the themes for which we did."""
        return {name: self.data.getlist(name) for name in (PROPOSED, PROPOSED_FOR)}

    def proposed_in(self, choices: dict) -> dict[str, list[str]]:
        """The same as far as it is in these choices, to be kept with them."""
        kept = [
            slug for slug in self.data.getlist(PROPOSED) if slug in choices["voorbeeld"]
        ]
        return {PROPOSED: kept, PROPOSED_FOR: choices["thema"]}

    def best_themes(self) -> list[str]:
        """Slugs of the three that the page of the municipality speaks of, where it has fewer what is a chance.

        What the audience is there for comes first.
        """
        striking = self.matrix.most_striking(MOST_THEMES)
        rows = []
        for row in self.matrix.rows:
            rows += row.parts or [row]
        chances = [row for row in rows if row.chance in CHANCES]
        best = [*striking, *most_promising_first(chances)] or rows
        slugs = list(dict.fromkeys(row.theme.slug for row in best))
        own = THEME_OF.get(self.data["publiek"])
        if own in [row.theme.slug for row in rows]:
            slugs = [own, *[slug for slug in slugs if slug != own]]
        return slugs[:MOST_THEMES]

    def chosen_rows(self) -> list[Row]:
        """The rows of the kansenkaart of the chosen themes, the most promising first."""
        chosen = self.data.getlist("thema")
        return most_promising_first(
            [row for row in self.matrix.every_row if row.theme.slug in chosen]
        )

    def first_theme(self) -> Theme | None:
        """The theme that the proposal is about: what the audience is there for, else the most promising one."""
        themes = [row.theme for row in self.chosen_rows()]
        own = THEME_OF.get(self.data.get("publiek"))
        for theme in themes:
            if theme.slug == own:
                return theme
        return themes[0] if themes else None

    def fitting_examples(self) -> list[str]:
        """Slugs of one example for each chosen theme, of a single theme of more."""
        themes = [row.theme for row in self.chosen_rows()]
        recommendations = self.material.recommendations
        if len(themes) == 1:
            return [
                example.slug for example in recommendations.about(themes, MOST_PROPOSED)
            ]
        return [
            example.slug for example in recommendations.first_for(themes) if example
        ]

    def propose_examples(
        self, by_hand: list[str] | None = None, refused: list[str] | None = None
    ) -> None:
        """Choose what fits the themes beside what somebody chose, and remember that these are ours."""
        chosen = by_hand or []
        passed_over = [*chosen, *(refused or [])]
        fitting = [slug for slug in self.fitting_examples() if slug not in passed_over]
        room = max(min(MOST_PROPOSED, MOST_EXAMPLES - len(chosen)), 0)
        proposed = fitting[:room]
        self.data.setlist("voorbeeld", [*chosen, *proposed])
        self.data.setlist(PROPOSED, proposed)
        self.data.setlist(PROPOSED_FOR, self.data.getlist("thema"))

    def follow_themes(self) -> None:
        """Let the examples that we chose go with the themes; what somebody chose by hand stays."""
        before = self.data.getlist(PROPOSED_FOR)
        themes = self.data.getlist("thema")
        if not before or set(before) == set(themes):
            return
        self.has_new_themes = True
        proposed = self.data.getlist(PROPOSED)
        chosen = self.data.getlist("voorbeeld")
        by_hand = [slug for slug in chosen if slug not in proposed]
        refused = [slug for slug in proposed if slug not in chosen]
        if by_hand and not proposed:
            self.data.setlist(PROPOSED_FOR, themes)
        else:
            self.propose_examples(by_hand, refused)

    def renew_words(self) -> None:
        """Let words that are ours go with the audience and the first theme; what somebody wrote stays."""
        texts = default_texts(self.data.get("publiek", ""), self.first_theme())
        for name in OWN_WORDS:
            typed = "\n".join(self.data.get(name, "").split("\r\n"))
            if typed in every_default(name) and typed != texts[name]:
                self.data[name] = texts[name]
                self.has_new_words = True

    def chosen_examples(self) -> list[Initiative]:
        """The examples that are chosen, in that order."""
        chosen = self.data.getlist("voorbeeld")
        by_slug = Initiative.objects.published().in_bulk(chosen, field_name="slug")
        return [by_slug[slug] for slug in chosen if slug in by_slug]

    def other_examples(self) -> list[Initiative]:
        """What else fits the themes."""
        chosen = self.data.getlist("voorbeeld")
        themes = [row.theme for row in self.chosen_rows()]
        fitting = self.material.recommendations.about(themes, MOST_SUGGESTIONS)
        return [initiative for initiative in fitting if initiative.slug not in chosen]

    def other_rows(self) -> list[Row]:
        """The rows of the themes that are not chosen, main themes with their parts below."""
        chosen = self.data.getlist("thema")
        return [row for row in self.matrix.every_row if row.theme.slug not in chosen]


def published_slugs(slugs: list[str]) -> list[str]:
    """Those of examples that the public may see, each once and in this order."""
    published = Initiative.objects.published().filter(slug__in=slugs)
    known = set(published.values_list("slug", flat=True))
    return [slug for slug in dict.fromkeys(slugs) if slug in known]


def municipality_called(text: str, today: date) -> Municipality | None:
    """The one municipality of today with this slug or name; ``None`` where there is none, or there are several."""
    text = readable(text)
    if not text or is_doubtful(text):
        return None
    matches = Municipality.objects.search(text)
    of_today = [
        municipality for municipality in matches if municipality.is_in_force_on(today)
    ]
    if len(of_today) != 1:
        return None
    return of_today[0]
