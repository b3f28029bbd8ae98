"""Initiatives that may be one and the same: titles that are alike, with a theme or lead library in common."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from curation.alike import most_alike, sorted_words
from curation.nearly_equal import NearlyEqual
from curation.pairs import keep_pairs
from initiatives.choices import ParticipationRole, PublicationState
from partners.choices import OrganisationKind

from .models import Initiative, LikelyDouble

TOLD_EVERY = 200  # titles
ALMOST_THE_SAME = 95  # so alike that nothing else needs to be in common


@dataclass(frozen=True)
class Double:
    """Two initiatives that look alike, how much (0 to 100) and what they share, in words."""

    one: Initiative
    other: Initiative
    score: int
    reason: str


class Titles:
    """All titles there are, ready to be compared with; read in 3 queries."""

    def __init__(self, initiatives=None):
        if initiatives is None:
            initiatives = Initiative.objects.exclude(
                publication_state=PublicationState.ARCHIVED
            )
        self.originals = dict(initiatives.order_by("pk").values_list("pk", "title"))
        self.titles = {pk: sorted_words(title) for pk, title in self.originals.items()}
        self.themes = defaultdict(set)
        for pk, theme in initiatives.order_by().values_list("pk", "themes"):
            if theme:
                self.themes[pk].add(theme)
        self.leads = defaultdict(set)
        led_by_libraries = initiatives.filter(
            participations__role=ParticipationRole.LEAD,
            participations__organisation__kind=OrganisationKind.LIBRARY,
        )
        for pk, library in led_by_libraries.order_by().values_list(
            "pk",
            "participations__organisation",
        ):
            self.leads[pk].add(library)

    def like(
        self,
        title,
        *,
        themes=(),
        leads=(),
        most=5,
        among=None,
    ):
        """Ids and scores of initiatives with a title like this one, and something in common where it is only alike.

        ``among`` is what ``comparable`` gave, for who asks about many titles.
        """
        themes = set(themes)
        leads = set(leads)
        texts = self.titles
        if among is not None:
            texts = among
        alike = []
        for _, score, pk in most_alike(sorted_words(title), texts):
            has_something_in_common = self.themes[pk] & themes or self.leads[pk] & leads
            if score >= ALMOST_THE_SAME or has_something_in_common:
                alike.append((pk, round(score)))
        return alike[:most]

    def comparable(self, title, *, themes=(), leads=()):
        """{id: text} of the titles that ``like`` can find: all others have nothing in common and are not nearly equal.

        What it is made from takes longer than one comparison with all titles, and makes thousands quick.
        """
        numbers = self.nearly_equal.candidates(sorted_words(title))
        for theme in themes:
            numbers |= self.with_theme[theme]
        for library in leads:
            numbers |= self.with_lead[library]
        return {pk: self.titles[pk] for pk in numbers}

    @cached_property
    def nearly_equal(self):
        """The titles by what is left of them in one that is almost the same."""
        return NearlyEqual(self.titles, ALMOST_THE_SAME)

    @cached_property
    def with_theme(self):
        """{theme: ids of its initiatives}."""
        return turned(self.themes)

    @cached_property
    def with_lead(self):
        """{library: ids of the initiatives that it leads}."""
        return turned(self.leads)

    def pairs(self, tell=None):
        """Yield ((id, higher id), score) of all that look alike."""
        for row, (one, title) in enumerate(self.originals.items()):
            if tell and row % TOLD_EVERY == 0:
                tell(row, len(self.originals))
            shared = {
                "themes": self.themes[one],
                "leads": self.leads[one],
            }
            texts = self.comparable(title, **shared)
            for other, score in self.like(title, **shared, most=None, among=texts):
                if other > one:  # else this pair was found already
                    yield (one, other), score

    def shares_theme(self, one, other):
        """Whether two initiatives have a theme in common."""
        return bool(self.themes[one] & self.themes[other])

    def shares_library(self, one, other):
        """Whether a library leads both initiatives."""
        return bool(self.leads[one] & self.leads[other])

    def shared(self, one, other):
        """What two initiatives have in common besides their title, in words."""
        reasons = []
        if self.shares_library(one, other):
            reasons.append("zelfde bibliotheek")
        if self.shares_theme(one, other):
            reasons.append("zelfde thema")
        return ", ".join(reasons) or "bijna dezelfde titel"


def turned(sets):
    """{key: set of values} the other way round."""
    keys = defaultdict(set)
    for key, values in sets.items():
        for value in values:
            keys[value].add(key)
    return keys


def doubles_of(initiative, titles=None):
    """Likely doubles of one initiative, best first."""
    titles = titles or Titles()
    themes = initiative.themes.values_list("pk", flat=True)
    leads = [organisation.pk for organisation in initiative.leads]
    scores = dict(
        titles.like(
            initiative.title,
            themes=themes,
            leads=leads,
            most=6,
        )
    )
    scores.pop(initiative.pk, None)
    others = Initiative.objects.in_bulk(scores)
    doubles = []
    for pk, score in scores.items():
        reason = titles.shared(initiative.pk, pk)
        doubles.append(Double(initiative, others[pk], score, reason))
    return doubles


def find_doubles(tell=None):
    """Keep the pairs that look alike; ``tell`` hears how many titles were compared, of how many."""
    titles = Titles()
    alike = {}
    for pair, score in titles.pairs(tell):
        alike[min(pair), max(pair)] = (score, titles.shared(*pair))
    keep_pairs(LikelyDouble.objects.all(), alike)


def remark_on_doubles(results):
    """Say of the new rows of an import which entries they look like, those of the same file too."""
    titles = Titles()
    for result in results:
        initiative = result.instance
        themes = {theme.pk for theme in result.links.get("themes", ())}
        texts = titles.comparable(initiative.title, themes=themes)
        alike = titles.like(
            initiative.title,
            themes=themes,
            most=3,
            among=texts,
        )
        scores = dict(alike)
        scores.pop(initiative.pk, None)
        for pk, score in list(scores.items())[:2]:
            result.remarks.append(f"Lijkt voor {score}% op ‘{titles.originals[pk]}’.")
