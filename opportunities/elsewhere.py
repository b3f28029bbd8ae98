"""Examples from elsewhere that fit a theme, and what municipalities that are alike do and this one does not."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from initiatives.models import Initiative
from partners.successions import Successions

from .comparable import Lookalike
from .models import Service

NOT_AN_EXAMPLE = (Initiative.Phase.IDEA, Initiative.Phase.STOPPED)
MOST_CERTAIN_FIRST = (F("confirmed_on").desc(nulls_last=True), F("year").desc(nulls_last=True), "sort_key")
MOST_LESSONS = 6
NEAREST = 40  # municipalities that are alike enough to learn from


@dataclass(frozen=True)
class Lesson:
    """A municipality that is alike, and an example of what happens there and not here."""

    lookalike: Lookalike
    initiative: Initiative


def examples_not_in(here: list[int]) -> QuerySet[Initiative]:
    """Published examples to follow, that neither happen ``here`` (municipality ids) nor were taken over there.

    Only what a list shows of them is loaded.
    """
    happening = Initiative.objects.in_municipalities(here).order_by().values("pk")
    adopting = Service.objects.published().filter(municipality__in=here, example__isnull=False)
    taken_over = adopting.order_by().values("example")
    examples = Initiative.objects.published().practices().exclude(phase__in=NOT_AN_EXAMPLE)
    examples = examples.exclude(pk__in=happening).exclude(pk__in=taken_over)
    return examples.only("slug", "title", "summary", "year", "is_national", "confirmed_on", "sort_key")


def examples_about(theme_ids: Collection[int], here: list[int], most: int) -> list[Initiative]:
    """The most certain and newest examples about one of these themes, in 2 queries."""
    about = Initiative.themes.through.objects.filter(theme__in=theme_ids).values("initiative")
    examples = examples_not_in(here).filter(pk__in=about).order_by(*MOST_CERTAIN_FIRST)
    return list(examples.prefetch_related("places")[:most])


def first_examples(groups: list[set[int]], here: list[int]) -> list[Initiative | None]:
    """The most certain example for each group of theme ids, ``None`` where there is none; 1 query for all groups."""
    theme_ids = set().union(*groups)
    examples = examples_not_in(here).filter(themes__in=theme_ids).annotate(theme_id=F("themes"))
    first_of_each = examples.order_by("themes__id", *MOST_CERTAIN_FIRST).distinct("themes__id")
    by_theme = {example.theme_id: example for example in first_of_each}
    firsts = []
    for group in groups:
        fitting = [by_theme[pk] for pk in group if pk in by_theme]
        firsts.append(min(fitting, key=certainty, default=None))
    return firsts


def certainty(initiative: Initiative) -> tuple[int, int, str]:
    """The order of ``MOST_CERTAIN_FIRST``, for an initiative that is loaded."""
    confirmed = 1
    if initiative.confirmed_on:
        confirmed = -initiative.confirmed_on.toordinal()
    return confirmed, -(initiative.year or 0), initiative.sort_key


def lessons_from(alike: list[Lookalike], here: list[int], successions: Successions) -> list[Lesson]:
    """One example from each of the nearest municipalities that have any, never the same one twice; 3 queries."""
    nearest = alike[:NEAREST]
    candidates = examples_in(nearest, here, successions)
    chosen = {}  # initiative id -> the lookalike from which it is shown
    for lookalike in nearest:
        left = [pk for pk in candidates[lookalike.pk] if pk not in chosen]
        if left and len(chosen) < MOST_LESSONS:
            chosen[left[0]] = lookalike
    initiatives = Initiative.objects.only("slug", "title", "summary", "sort_key").prefetch_related("themes")
    initiatives = initiatives.in_bulk(chosen)
    return [Lesson(lookalike, initiatives[pk]) for pk, lookalike in chosen.items()]


def examples_in(nearest: list[Lookalike], here: list[int], successions: Successions) -> dict[int, list[int]]:
    """{municipality id: ids of examples there, the most certain first} of these lookalikes, the nearest first.

    What happened in a municipality that ended counts for the nearest in which it lives on. Of each municipality there
    are as many as there can be lessons.
    """
    living_on_in = {}  # municipality of any time -> the nearest lookalike
    for lookalike in nearest:
        for pk in successions.merged_into(lookalike.pk):
            living_on_in.setdefault(pk, lookalike.pk)
    rank = Window(RowNumber(), partition_by=F("places"), order_by=MOST_CERTAIN_FIRST)
    examples = examples_not_in(here).filter(places__in=living_on_in).annotate(rank=rank, place=F("places"))
    examples = examples.filter(rank__lte=MOST_LESSONS).order_by(*MOST_CERTAIN_FIRST)
    by_lookalike = defaultdict(list)
    for initiative_id, municipality_id in examples.values_list("pk", "place"):
        by_lookalike[living_on_in[municipality_id]].append(initiative_id)
    return by_lookalike
