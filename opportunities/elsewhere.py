"""Examples from elsewhere that fit a theme, and what municipalities that are alike do and this one does not."""

from dataclasses import dataclass

from django.db.models import F

from initiatives.models import Initiative

from .comparable import Lookalike

NOT_AN_EXAMPLE = ("idee", "gestopt")
MOST_CERTAIN_FIRST = (F("confirmed_on").desc(nulls_last=True), F("year").desc(nulls_last=True), "sort_key")
MOST_LESSONS = 6
NEAREST = 40  # municipalities that are alike enough to learn from


@dataclass(frozen=True)
class Lesson:
    """A municipality that is alike, and an example of what happens there and not here."""

    lookalike: Lookalike
    initiative: Initiative


def _examples(own_ids):
    """Published examples that somebody can follow and that do not happen here; only what a list shows of them."""
    found = Initiative.objects.published().exclude(phase__in=NOT_AN_EXAMPLE).exclude(pk__in=own_ids)
    return found.only("slug", "title", "summary", "year", "is_national", "confirmed_on", "sort_key")


def examples_about(theme_ids, own_ids, most):
    """The most certain and newest examples about one of these themes, in 2 queries; ``own_ids`` happen here already."""
    about = Initiative.themes.through.objects.filter(theme__in=theme_ids).values("initiative")
    found = _examples(own_ids).filter(pk__in=about).order_by(*MOST_CERTAIN_FIRST)
    return list(found.prefetch_related("places")[:most])


def first_examples(groups, own_ids):
    """The first example for each group of theme ids, ``None`` where there is none; in 1 query for all groups."""
    every = {pk for group in groups for pk in group}
    found = _examples(own_ids).filter(themes__in=every).annotate(theme_id=F("themes"))
    by_theme = {
        each.theme_id: each for each in found.order_by("themes__id", *MOST_CERTAIN_FIRST).distinct("themes__id")
    }
    return [next((by_theme[pk] for pk in group if pk in by_theme), None) for group in groups]


def lessons_from(alike, own_ids, successions):
    """One example from each of the nearest municipalities that have any; none is told twice. 2 queries."""
    living_in = {pk: each for each in alike[:NEAREST] for pk in successions.merged_into(each.pk)}
    found = _examples(own_ids).filter(places__in=living_in).annotate(place_id=F("places"))
    by_lookalike = {}
    for initiative in (
        found.order_by("places__id", *MOST_CERTAIN_FIRST).distinct("places__id").prefetch_related("themes")
    ):
        by_lookalike.setdefault(living_in[initiative.place_id].pk, initiative)
    told, lessons = set(), []
    for each in alike[:NEAREST]:
        initiative = by_lookalike.get(each.pk)
        if initiative and initiative.pk not in told and len(lessons) < MOST_LESSONS:
            told.add(initiative.pk)
            lessons.append(Lesson(each, initiative))
    return lessons
