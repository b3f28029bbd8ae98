"""Examples from elsewhere that fit a theme, and what municipalities that are alike do and this one does not."""

from dataclasses import dataclass

from initiatives.models import Initiative

from .comparable import Lookalike

NOT_AN_EXAMPLE = ("idee", "gestopt")
MOST_LESSONS = 6


@dataclass(frozen=True)
class Lesson:
    """A municipality that is alike, and an example of what happens there and not here."""

    lookalike: Lookalike
    initiative: Initiative


class Elsewhere:
    """Published examples that do not happen here, the most certain and newest first; loaded in 3 queries."""

    def __init__(self, own_ids):
        """``own_ids``: what happens here already."""
        found = Initiative.objects.published().exclude(phase__in=NOT_AN_EXAMPLE).exclude(pk__in=own_ids)
        short = found.only("slug", "title", "summary", "year", "is_national", "confirmed_on", "sort_key")
        self._examples = sorted(short.prefetch_related("themes", "places"), key=_most_certain_first)

    def about(self, theme_ids):
        """Those about one of these themes."""
        return [each for each in self._examples if any(theme.pk in theme_ids for theme in each.themes.all())]

    def examples_with(self, slugs):
        """Published examples with these slugs, also those that happen here or are but an idea; 1 query."""
        return Initiative.objects.published().filter(slug__in=slugs).only("slug", "title", "sort_key") if slugs else []

    def lessons(self, alike, by_municipality):
        """One example from each of the most alike municipalities that have any; none is told twice.

        ``by_municipality`` has ids of initiatives by slug of today's municipalities.
        """
        waiting = {each.pk: each for each in self._examples}
        lessons = []
        for each in alike:
            told = next((pk for pk in by_municipality.get(each.municipality.slug, ()) if pk in waiting), None)
            if told and len(lessons) < MOST_LESSONS:
                lessons.append(Lesson(each, waiting.pop(told)))
        return lessons


def _most_certain_first(initiative):
    return initiative.confirmed_on is None, -(initiative.year or 0), initiative.sort_key
