"""Initiatives that may be one and the same: titles that are alike, with a theme or lead library in common."""

from collections import defaultdict
from dataclasses import dataclass

from curation.alike import most_alike, sorted_words
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
            "pk", "participations__organisation"
        ):
            self.leads[pk].add(library)

    def like(self, title, *, themes=(), leads=(), most=5):
        """Ids and scores of initiatives with a title like this one, and something in common where it is only alike."""
        themes = set(themes)
        leads = set(leads)
        alike = []
        for _, score, pk in most_alike(sorted_words(title), self.titles):
            has_something_in_common = self.themes[pk] & themes or self.leads[pk] & leads
            if score >= ALMOST_THE_SAME or has_something_in_common:
                alike.append((pk, round(score)))
        return alike[:most]

    def pairs(self, tell=None):
        """Yield ((id, id), score) of all that look alike."""
        keys = list(self.titles)
        titles = list(self.titles.values())
        for row, one in enumerate(keys):
            if tell and row % TOLD_EVERY == 0:
                tell(row, len(keys))
            rest = (
                row + 1
            )  # of those before it, each was compared with this one already
            for _, score, offset in most_alike(titles[row], titles[rest:]):
                other = keys[rest + offset]
                if score >= ALMOST_THE_SAME or self.shares(one, other):
                    yield (one, other), round(score)

    def shares(self, one, other):
        """Whether two initiatives have a theme or lead library in common."""
        return self.shares_theme(one, other) or self.shares_library(one, other)

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


def doubles_of(initiative, titles=None):
    """Likely doubles of one initiative, best first."""
    titles = titles or Titles()
    themes = initiative.themes.values_list("pk", flat=True)
    leads = [organisation.pk for organisation in initiative.leads]
    scores = dict(titles.like(initiative.title, themes=themes, leads=leads, most=6))
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
    found = {}
    for pair, score in titles.pairs(tell):
        found[min(pair), max(pair)] = (score, titles.shared(*pair))
    keep_pairs(LikelyDouble.objects.all(), found)


def remark_on_doubles(results):
    """Say of the new rows of an import which entries they look like, those of the same file too."""
    titles = Titles()
    for result in results:
        initiative = result.instance
        themes = {theme.pk for theme in result.links.get("themes", ())}
        scores = dict(titles.like(initiative.title, themes=themes, most=3))
        scores.pop(initiative.pk, None)
        for pk, score in list(scores.items())[:2]:
            result.remarks.append(f"Lijkt voor {score}% op ‘{titles.originals[pk]}’.")
