"""Examples from elsewhere that fit a theme, and what municipalities that are alike do and this one does not."""

from dataclasses import dataclass

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from initiatives.models import Initiative

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


def _examples(here):
    """Published examples that one can follow, and that neither happen ``here`` (municipality ids) nor were taken over.

    Only what a list shows of them is loaded.
    """
    elsewhere = Initiative.objects.published().exclude(phase__in=NOT_AN_EXAMPLE)
    found = elsewhere.exclude(pk__in=Initiative.objects.in_municipalities(here).order_by().values("pk"))
    taken_over = Service.objects.published().filter(municipality__in=here, example__isnull=False)
    return found.exclude(pk__in=taken_over.order_by().values("example")).only(
        "slug", "title", "summary", "year", "is_national", "confirmed_on", "sort_key"
    )


def examples_about(theme_ids, here, most):
    """The most certain and newest examples about one of these themes, in 2 queries."""
    about = Initiative.themes.through.objects.filter(theme__in=theme_ids).values("initiative")
    found = _examples(here).filter(pk__in=about).order_by(*MOST_CERTAIN_FIRST)
    return list(found.prefetch_related("places")[:most])


def first_examples(groups, here):
    """The most certain example for each group of theme ids, ``None`` where there is none; 1 query for all groups."""
    every = {pk for group in groups for pk in group}
    found = _examples(here).filter(themes__in=every).annotate(theme_id=F("themes"))
    by_theme = {
        each.theme_id: each for each in found.order_by("themes__id", *MOST_CERTAIN_FIRST).distinct("themes__id")
    }
    firsts = ([by_theme[pk] for pk in group if pk in by_theme] for group in groups)
    return [min(examples, key=_certainty, default=None) for examples in firsts]


def _certainty(initiative):
    """The order of ``MOST_CERTAIN_FIRST``, for what is loaded."""
    confirmed = -initiative.confirmed_on.toordinal() if initiative.confirmed_on else 1
    return confirmed, -(initiative.year or 0), initiative.sort_key


def lessons_from(alike, here, successions):
    """One example from each of the nearest municipalities that have any; none is told twice. 3 queries."""
    nearest = {}  # municipality of any time -> the nearest in which it lives on
    for each in alike[:NEAREST]:
        for place in successions.merged_into(each.pk):
            nearest.setdefault(place, each)
    candidates = {}
    for pk, place in _most_certain_of(nearest, here):
        candidates.setdefault(nearest[place], []).append(pk)
    told = {}
    for each in alike[:NEAREST]:
        pk = next((pk for pk in candidates.get(each, ()) if pk not in told.values()), None)
        if pk and len(told) < MOST_LESSONS:
            told[each] = pk
    initiatives = Initiative.objects.only("slug", "title", "summary", "sort_key").prefetch_related("themes")
    found = initiatives.in_bulk(told.values())
    return [Lesson(each, found[pk]) for each, pk in told.items()]


def _most_certain_of(places, here):
    """(example, place) ids, of each place as many as there can be lessons; the most certain first."""
    rank = Window(RowNumber(), partition_by=F("places"), order_by=MOST_CERTAIN_FIRST)
    found = _examples(here).filter(places__in=places).annotate(rank=rank, place=F("places"))
    return found.filter(rank__lte=MOST_LESSONS).order_by(*MOST_CERTAIN_FIRST).values_list("pk", "place")
