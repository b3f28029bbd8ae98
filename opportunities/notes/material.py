"""What a note is made from: the kansenkaart of a municipality and the texts of themes, loaded before it is composed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from initiatives.models import Initiative, Theme
from opportunities.answer import meanings_of
from opportunities.choices import CHANCES, IN_POLICY, PassageWeight, Policy
from opportunities.comparing_examples import taken_over_in_words
from opportunities.elsewhere import Recommendations
from opportunities.matrix import Matrix, matrix_of
from opportunities.matrix_rows import Row
from opportunities.models import Passage
from opportunities.municipal_figure import MunicipalFigure
from partners.models import Municipality
from partners.successions import Successions

from .footnotes import policy_source, supply_source
from .knowledge import Known
from .theme_texts import ThemeTexts


@dataclass(frozen=True)
class Material:
    """All that is known for the notes of a municipality; ``here`` are the ids of it and of what ended in it.

    ``known`` is what the maker of this note knows, by theme id.
    """

    municipality: Municipality
    matrix: Matrix
    here: Collection[int]
    texts: ThemeTexts
    today: date
    successions: Successions
    known: dict[int, Known] = field(default_factory=dict)
    _meanings: dict[tuple[int, Decimal | None], str] = field(default_factory=dict)

    @cached_property
    def recommendations(self) -> Recommendations:
        """What to recommend to this municipality."""
        return Recommendations(self.municipality, self.today, self.successions)

    @classmethod
    def of(
        cls,
        municipality: Municipality,
        today: date,
    ) -> "Material":
        """The material of one municipality of today."""
        successions = Successions.on(today)
        here = successions.merged_into(municipality.pk)
        return cls(
            municipality=municipality,
            matrix=matrix_of(municipality, today, successions),
            here=here,
            texts=ThemeTexts(),
            today=today,
            successions=successions,
        )

    def rows_of(
        self,
        themes: Iterable[Theme],
        first: str | None = None,
    ) -> list[Row]:
        """The rows of these themes, what promises most first; before all that of the theme called ``first``."""
        rows = []
        for theme in themes:
            row = self.matrix.row_of(theme)
            rows.append(self.with_knowledge(row))
        rows = most_promising_first(rows)
        return sorted(
            rows,
            key=lambda row: row.theme.slug != first,
        )

    def with_knowledge(self, row: Row) -> Row:
        """The row as the maker of the note knows it."""
        known = self.known.get(row.theme.pk)
        if known is None:
            return row
        return replace(
            row,
            policy=known.policy or row.policy,
            supply=known.supply or row.supply,
        )

    def is_in_policy(self, row: Row) -> bool:
        """Whether the policy of the municipality names the theme: as its maker knows, else as we read."""
        known = self.known.get(row.theme.pk)
        if known and known.policy:
            return known.policy in IN_POLICY
        return bool(self.own_passages(row))

    def is_priority(self, row: Row) -> bool:
        """Whether that policy makes the theme a priority."""
        known = self.known.get(row.theme.pk)
        if known and known.policy:
            return known.policy == Policy.PRIORITY
        passages = self.own_passages(row)
        return any(passage.weight == PassageWeight.PRIORITY for passage in passages)

    def own_passages(self, row: Row) -> list[Passage]:
        """What the documents of the municipality itself say about the theme."""
        theme_ids = {row.deciding_theme.pk}
        return self.matrix.wishes.own_passages(theme_ids)

    def meaning_of(self, figure: MunicipalFigure) -> str:
        """What a figure means beside those of all municipalities, in a sentence; 1 query the first time."""
        key = (figure.measurement.pk, figure.value)
        if key not in self._meanings:
            [meaning] = meanings_of([figure])
            self._meanings[key] = meaning
        return self._meanings[key]

    def policy_note(self, row: Row) -> str:
        """On what the level of policy rests."""
        known = self.known.get(row.theme.pk)
        if known and known.policy:
            theme = row.deciding_theme.name
            return f"{theme}, beleid volgens de bibliotheek: {known.policy_source}."
        return policy_source(row, self.matrix.wishes)

    def supply_note(self, row: Row) -> str:
        """On what the level of supply rests."""
        known = self.known.get(row.theme.pk)
        if known and known.supply:
            services = known.services or "er is nog niets"
            theme = row.deciding_theme.name
            return f"{theme}, aanbod volgens de bibliotheek: {services}."
        return supply_source(row, self.matrix.supplies)

    def taken_over(self, examples: list[Initiative]) -> list[str]:
        """Of each of these examples who took it over, as they told it; empty where nobody did."""
        return taken_over_in_words(examples, self.today)


def most_promising_first(rows: list[Row]) -> list[Row]:
    """Chances first, then what is needed most; of those what lies furthest from the middle."""
    return sorted(rows, key=promise, reverse=True)


def promise(row: Row) -> tuple[int, int, Decimal]:
    """How much there is to be gained, more is better."""
    chance = 0
    if row.chance in CHANCES:
        chance = len(CHANCES) - row.chance.position
    return chance, row.need.position, row.deviation
