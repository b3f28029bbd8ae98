"""Examples from elsewhere that fit a theme, and what municipalities that are alike do: one order for every page."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from initiatives.models import Initiative, Theme
from partners.models import Municipality
from partners.successions import Successions

from .comparable import Lookalike, lookalikes
from .examples_to_follow import examples_not_in, with_fullness

MOST_LESSONS = 1
NEAREST = 171  # municipalities from which one can learn, as far as they are alike in something
# as near as this is what happens in the whole country, or nobody knows where
ANYWHERE = 120
IN_TURN = 8  # the best of a theme, all good enough to be told first
LESSONS_IN_TURN = 9


@dataclass(frozen=True)
class Lesson:
    """A municipality that is alike, and an example of what happens there."""

    lookalike: Lookalike
    initiative: Initiative


@dataclass
class Candidate:
    """What the order looks at of an example; ``fullness`` counts what is known of it."""

    pk: int
    slug: str
    fullness: int
    year: int | None
    themes: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)


class Recommendations:
    """Examples from elsewhere for one municipality of today.

    First what is about the theme itself and then what is about its main theme or the other parts of that; of those the
    fullest, then what happens in the municipalities that are most alike, then the newest. The best few of that order
    take turns: which comes first is fixed for a municipality and another for the next, so that not everybody is told
    the same one.
    """

    def __init__(
        self,
        municipality: Municipality,
        today: date,
        successions: Successions,
        alike: list[Lookalike] | None = None,
    ) -> None:
        """``alike`` are its ``lookalikes``, where they were found already."""
        if alike is None:
            alike = lookalikes(municipality, today)
        self.municipality = municipality
        self.here = successions.merged_into(municipality.pk)
        self.alike = alike
        self.today = today
        self._successions = successions
        self._nearness = {lookalike.pk: place for place, lookalike in enumerate(alike)}

    # --- for themes -----------------------------------------------------------------------------------
    def first_for(self, themes: list[Theme]) -> list[Initiative | None]:
        """The best example for each of these themes, none of them twice; ``None`` where there is none."""
        families = {theme: family_of(theme) for theme in themes}
        candidates = self._candidates_about(set().union(*families.values()))
        chosen = []
        for theme in themes:
            ordered = self._ordered(candidates, theme, families[theme])
            free = [candidate.pk for candidate in ordered if candidate.pk not in chosen]
            chosen.append(next(iter(free), None))
        initiatives = self._load(chosen)
        return [initiatives.get(pk) for pk in chosen]

    def about(self, themes: list[Theme], most: int) -> list[Initiative]:
        """The best examples for these themes, by turns one for each of them."""
        families = {theme: family_of(theme) for theme in themes}
        candidates = self._candidates_about(set().union(*families.values()))
        lists = [self._ordered(candidates, theme, families[theme]) for theme in themes]
        chosen = []
        for place in range(len(candidates)):
            for ordered in lists:
                if place < len(ordered) and ordered[place].pk not in chosen:
                    chosen.append(ordered[place].pk)
        initiatives = self._load(chosen[:most])
        return [initiatives[pk] for pk in chosen[:most]]

    def _candidates_about(self, theme_ids: Collection[int]) -> list[Candidate]:
        """What is about one of these themes; 2 queries."""
        examples = with_fullness(
            examples_not_in(self.here).filter(themes__in=theme_ids)
        )
        candidates = {}
        rows = examples.values_list("pk", "slug", "fullness", "year", "themes")
        for pk, slug, fullness, year, theme_id in rows:
            candidate = candidates.setdefault(pk, Candidate(pk, slug, fullness, year))
            candidate.themes.add(theme_id)
        places = Initiative.places.through.objects.filter(initiative__in=candidates)
        for pk, municipality_id in places.values_list(
            "initiative_id", "municipality_id"
        ):
            candidates[pk].places.update(
                self._successions.living_on_in(municipality_id)
            )
        return list(candidates.values())

    def _ordered(
        self, candidates: Iterable[Candidate], theme: Theme, family: set[int]
    ) -> list[Candidate]:
        """The candidates for one theme, the best first; ``family`` are its main theme and all parts of that.

        The only example of a theme takes turns with the best of its main theme, or everybody would be told that one.
        """
        exact_ids = own_ids(theme, family)
        exact = []
        wider = []
        for candidate in candidates:
            if not exact_ids.isdisjoint(candidate.themes):
                exact.append(candidate)
            elif not family.isdisjoint(candidate.themes):
                wider.append(candidate)
        ordered = sorted(exact, key=self._order) + sorted(wider, key=self._order)
        if len(exact) == 1:
            return self._in_turn(ordered, IN_TURN)
        return self._in_turn(ordered, min(len(exact), IN_TURN))

    # --- lessons --------------------------------------------------------------------------------------
    def lessons(
        self, told: Collection[Initiative] = (), themes: Collection[Theme] = ()
    ) -> list[Lesson]:
        """An example from each of some of the nearest municipalities, none of those that were ``told``.

        First what is about other themes than those of which something was told. What happened in a municipality that
        ended counts for the nearest in which it lives on.
        """
        nearest = {}
        for lookalike in self.alike[:NEAREST]:
            if lookalike.reasons:
                nearest[lookalike.pk] = lookalike
        told_ids = {initiative.pk for initiative in told}
        theme_ids = {theme.pk for theme in themes}
        new = []
        known = []
        for candidate in sorted(self._candidates_in(nearest), key=self._order):
            if theme_ids.isdisjoint(candidate.themes):
                new.append(candidate)
            else:
                known.append(candidate)
        chosen = {}  # municipality id -> initiative id
        for candidate in self._in_turn(new + known, LESSONS_IN_TURN):
            free = [pk for pk in candidate.places if pk in nearest and pk not in chosen]
            if free and candidate.pk not in told_ids and len(chosen) < MOST_LESSONS:
                chosen[min(free, key=self._nearness.get)] = candidate.pk
        initiatives = self._load(chosen.values(), with_places=False)
        return [Lesson(nearest[place], initiatives[pk]) for place, pk in chosen.items()]

    def _candidates_in(self, municipality_ids: Collection[int]) -> list[Candidate]:
        """What happens in one of these municipalities of today, or happened in what it took over."""
        formers = set()
        for pk in municipality_ids:
            formers.update(self._successions.merged_into(pk))
        examples = with_fullness(examples_not_in(self.here).filter(places__in=formers))
        candidates = {}
        rows = examples.values_list(
            "pk", "slug", "fullness", "year", "places", "themes"
        )
        for pk, slug, fullness, year, place, theme_id in rows:
            candidate = candidates.setdefault(pk, Candidate(pk, slug, fullness, year))
            candidate.places.update(self._successions.living_on_in(place))
            candidate.themes.add(theme_id)
        return list(candidates.values())

    # --- the order ------------------------------------------------------------------------------------
    def _order(self, candidate: Candidate) -> tuple[int, int, int, str]:
        """The fullest first, then what is most alike, then the newest."""
        return (
            -candidate.fullness,
            self._place_in_line(candidate),
            -(candidate.year or 0),
            candidate.slug,
        )

    def _place_in_line(self, candidate: Candidate) -> int:
        """How many municipalities are more alike than the nearest in which it happens."""
        places = [self._nearness[pk] for pk in candidate.places if pk in self._nearness]
        return min(places, default=ANYWHERE)

    def _in_turn(self, ordered: list[Candidate], count: int) -> list[Candidate]:
        """The same list, with the first ``count`` in an order of this municipality's own."""
        first = sorted(ordered[:count], key=self._turn)
        return first + ordered[count:]

    def _turn(self, candidate: Candidate) -> bytes:
        """Always the same for this municipality, and another for the next."""
        lot = f"{self.municipality.cbs_code} {candidate.slug}"
        return blake2b(lot.encode(), digest_size=8).digest()

    def _load(
        self, ids: Iterable[int | None], *, with_places: bool = True
    ) -> dict[int, Initiative]:
        """{id: initiative} with what a list shows of them; at most 2 queries."""
        shown = Initiative.objects.only(
            "slug",
            "title",
            "summary",
            "year",
            "is_national",
            "confirmed_on",
            "sort_key",
        )
        if with_places:
            shown = shown.prefetch_related("places")
        return shown.in_bulk([pk for pk in ids if pk])


def family_of(theme: Theme) -> set[int]:
    """The ids of its main theme and all parts of that; no query where those were loaded."""
    main = theme.parent or theme
    return {main.pk, *(part.pk for part in main.subthemes.all())}


def own_ids(theme: Theme, family: set[int]) -> set[int]:
    """The ids that are about a theme itself: a main theme has its parts, a part only itself."""
    if theme.parent_id:
        return {theme.pk}
    return family
