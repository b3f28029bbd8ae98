"""Examples from elsewhere that fit a theme, and what municipalities that are alike do: one order for every page."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from itertools import chain

from django.db.models import prefetch_related_objects
from pyroaring import BitMap

from initiatives.models import Initiative, Theme
from partners.models import Municipality
from partners.successions import Successions
from search.best import first_of_each
from search.keeping import current_index

from .comparable import Lookalike, lookalikes
from .fitting import Fitting
from .models import Service

MOST_LESSONS = 1
NEAREST = 171  # municipalities from which one can learn, as far as they are alike in something
IN_TURN = 8  # the best of a theme, all good enough to be told first
LESSONS_IN_TURN = 9
AMONG_EQUALS = "jaar"  # the order of documents: the newest first
SHOWN = (
    "slug",
    "title",
    "summary",
    "year",
    "is_national",
    "confirmed_on",
    "sort_key",
)


@dataclass(frozen=True)
class Lesson:
    """A municipality that is alike, and an example of what happens there."""

    lookalike: Lookalike
    initiative: Initiative


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

    @cached_property
    def _fitting(self) -> Fitting:
        """What is found of examples to follow; 1 query."""
        near = [lookalike.pk for lookalike in self.alike]
        return Fitting(current_index(), self.municipality.pk, near)

    @cached_property
    def _taken_over(self) -> set[int]:
        """The ids of examples that were taken over here; 1 query."""
        adopting = Service.objects.published().filter(
            municipality__in=self.here,
            example__isnull=False,
        )
        return set(adopting.order_by().values_list("example", flat=True))

    # --- for themes -----------------------------------------------------------------------------------
    def first_for(self, themes: list[Theme]) -> list[Initiative | None]:
        """The best example for each of these themes, none of them twice; ``None`` where there is none."""
        chosen: list[Initiative | None] = []
        for ordered in self._best_for(themes, len(themes)):
            free = [example for example in ordered if example not in chosen]
            chosen.append(next(iter(free), None))
        self._load_places(chosen)
        return chosen

    def about(
        self,
        themes: list[Theme],
        most: int,
    ) -> list[Initiative]:
        """The best examples for these themes, by turns one for each of them."""
        lists = self._best_for(themes, most)
        chosen: list[Initiative] = []
        for place in range(most):
            for ordered in lists:
                if place < len(ordered) and ordered[place] not in chosen:
                    chosen.append(ordered[place])
        chosen = chosen[:most]
        self._load_places(chosen)
        return chosen

    def _best_for(
        self,
        themes: list[Theme],
        most: int,
    ) -> list[list[Initiative]]:
        """At least so many of the best examples for each of these themes, as far as there are; 4 queries.

        The only example of a theme takes turns with the best of its main theme, or everybody would be told that one.
        """
        fitting = self._fitting
        exact = [fitting.about(theme.pk) for theme in themes]
        around = []
        for theme, own in zip(themes, exact, strict=True):
            main_theme = fitting.about(theme.parent_id or theme.pk)
            around.append(main_theme - own)
        loaded = self._first_of(
            [*exact, *around],
            max(most, IN_TURN),
        )
        first_exact = loaded[: len(themes)]
        first_around = loaded[len(themes) :]
        best = []
        for about_it, around_it in zip(first_exact, first_around, strict=True):
            count = IN_TURN
            if len(about_it) > 1:
                count = min(len(about_it), IN_TURN)
            ordered = [*about_it, *around_it]
            best.append(self._in_turn(ordered, count))
        return best

    def _first_of(
        self,
        bitmaps: list[BitMap],
        most: int,
    ) -> list[list[Initiative]]:
        """The first examples of each of these bitmaps that were not taken over here; 3 queries."""
        tiers = [self._fitting.tiers(documents) for documents in bitmaps]
        wanted = most + len(self._taken_over)
        index = self._fitting.index
        lists = first_of_each(index, tiers, wanted, AMONG_EQUALS)
        ids_of_all = set(chain.from_iterable(lists))
        examples = self._load(ids_of_all - self._taken_over)
        first = []
        for ids in lists:
            first.append([examples[pk] for pk in ids if pk in examples])
        return first

    # --- lessons --------------------------------------------------------------------------------------
    def lessons(
        self,
        known: Collection[Initiative] = (),
        themes: Collection[Theme] = (),
    ) -> list[Lesson]:
        """An example from each of some of the nearest municipalities, none of those that were ``known``.

        First what is about other themes than those of which something was told. What happened in a municipality that
        ended counts for the nearest in which it lives on.
        """
        nearest = {}
        for lookalike in self.alike[:NEAREST]:
            if lookalike.reasons:
                nearest[lookalike.pk] = lookalike
        most = LESSONS_IN_TURN + len(known)
        among = self._lessons_from(nearest, themes, most)
        chosen: dict[int, Initiative] = {}  # by the id of a municipality
        for example in self._in_turn(among, LESSONS_IN_TURN):
            if len(chosen) == MOST_LESSONS:
                break
            free = []
            for pk in self._happening_in(example):
                if pk in nearest and pk not in chosen:
                    free.append(pk)
            if free and example not in known:
                nearest_free = min(free, key=self._nearness.__getitem__)
                chosen[nearest_free] = example
        return [Lesson(nearest[pk], example) for pk, example in chosen.items()]

    def _lessons_from(
        self,
        municipality_ids: Collection[int],
        themes: Iterable[Theme],
        most: int,
    ) -> list[Initiative]:
        """The first examples of these municipalities, those about other themes than these before the others."""
        there = self._fitting.in_places(municipality_ids)
        known = BitMap()
        for theme in themes:
            known |= there & self._fitting.about(theme.pk)
        others, like_known = self._first_of([there - known, known], most)
        examples = [*others, *like_known]
        self._load_places(examples)
        return examples

    def _happening_in(self, example: Initiative) -> set[int]:
        """The ids of the municipalities of today in which an example happens, or did in what they took over."""
        today = set()
        for place in example.places.all():
            today.update(self._successions.living_on_in(place.pk))
        return today

    # --- loading and turns ----------------------------------------------------------------------------
    def _load(self, ids: Iterable[int]) -> dict[int, Initiative]:
        """{id: initiative} with what a list shows of them; 1 query."""
        return Initiative.objects.published().only(*SHOWN).in_bulk(list(ids))

    def _load_places(self, examples: Iterable[Initiative | None]) -> None:
        """Load the places of these; 1 query."""
        there = [example for example in examples if example]
        prefetch_related_objects(there, "places")

    def _in_turn(
        self,
        ordered: list[Initiative],
        count: int,
    ) -> list[Initiative]:
        """The same list, with the first ``count`` in an order of this municipality's own."""
        first = sorted(ordered[:count], key=self._turn)
        return first + ordered[count:]

    def _turn(self, example: Initiative) -> bytes:
        """Always the same for this municipality, and another for the next."""
        lot = f"{self.municipality.cbs_code} {example.slug}"
        return blake2b(lot.encode(), digest_size=8).digest()
