"""Initiatives that may be one and the same: titles that are alike, with a theme or lead library in common."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.text import slugify
from rapidfuzz import fuzz, process

from initiatives.choices import ParticipationRole
from partners.choices import OrganisationKind

from .models import Initiative, LikelyDouble

ALIKE = 84  # of 100
MOST_ALIKE = 200  # titles looked at further; more are one series, like numbered ones
SMALL_WORDS = {"de", "het", "een", "en", "and", "the", "in", "van", "voor", "met", "op"}
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
            initiatives = Initiative.objects.exclude(publication_state="gearchiveerd")
        self.originals = dict(initiatives.order_by("pk").values_list("pk", "title"))
        self.titles = {pk: sorted_words(title) for pk, title in self.originals.items()}
        self.themes, self.leads = defaultdict(set), defaultdict(set)
        for pk, theme in initiatives.order_by().values_list("pk", "themes"):
            self.themes[pk].add(theme)
        leads = initiatives.filter(
            participations__role=ParticipationRole.LEAD, participations__organisation__kind=OrganisationKind.LIBRARY
        )
        for pk, library in leads.order_by().values_list("pk", "participations__organisation"):
            self.leads[pk].add(library)

    def like(self, title, *, themes=(), leads=(), most=5):
        """Ids and scores of initiatives with a title like this one, and something in common where it is only alike."""
        found = process.extract(
            sorted_words(title), self.titles, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_ALIKE
        )
        return [
            (pk, round(score))
            for _, score, pk in found
            if score >= ALMOST_THE_SAME or self.themes[pk] & set(themes) - {None} or self.leads[pk] & set(leads)
        ][:most]

    def pairs(self):
        """Yield ((id, id), score) of all that look alike."""
        keys, texts = list(self.titles), list(self.titles.values())
        for row, one in enumerate(keys):
            alike = process.extract(
                texts[row], texts[row + 1 :], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_ALIKE
            )
            for _, score, offset in alike:
                other = keys[row + 1 + offset]
                if score >= ALMOST_THE_SAME or self.shares(one, other):
                    yield (one, other), round(score)

    def shares(self, one, other):
        """Whether two initiatives have a theme or lead library in common."""
        return bool(self.themes[one] & self.themes[other] - {None} or self.leads[one] & self.leads[other])

    def shared(self, one, other):
        """What two initiatives have in common besides their title, in words."""
        told = ["zelfde bibliotheek"] if self.leads[one] & self.leads[other] else []
        told += ["zelfde thema"] if self.themes[one] & self.themes[other] - {None} else []
        return ", ".join(told) or "bijna dezelfde titel"


def sorted_words(title):
    """A title to compare by: plain letters, words in order of the alphabet, so that their order does not matter."""
    words = slugify(title).split("-") if slugify(title) else title.casefold().split()
    return " ".join(sorted(word for word in words if word not in SMALL_WORDS)) or title.casefold()


def doubles_of(initiative, titles=None):
    """Likely doubles of one initiative, best first."""
    titles = titles or Titles()
    themes = initiative.themes.values_list("pk", flat=True)
    leads = [organisation.pk for organisation in initiative.leads]
    alike = titles.like(initiative.title, themes=themes, leads=leads, most=6)
    alike = [(pk, score) for pk, score in alike if pk != initiative.pk]
    others = Initiative.objects.in_bulk([pk for pk, _ in alike])
    return [Double(initiative, others[pk], score, titles.shared(initiative.pk, pk)) for pk, score in alike]


def find_doubles():
    """Keep the pairs that look alike; what a curator said of a pair stays, pairs that no longer look alike go."""
    titles = Titles()
    pairs = {(min(pair), max(pair)): score for pair, score in titles.pairs()}
    LikelyDouble.objects.filter(is_dismissed=False).exclude(pk__in=_kept(pairs)).delete()
    LikelyDouble.objects.bulk_create(
        (
            LikelyDouble(one_id=one, other_id=other, score=score, reason=titles.shared(one, other))
            for (one, other), score in pairs.items()
        ),
        update_conflicts=True,
        unique_fields=["one", "other"],
        update_fields=["score", "reason"],
        batch_size=500,
    )


def _kept(pairs):
    return [pk for pk, one, other in LikelyDouble.objects.values_list("pk", "one", "other") if (one, other) in pairs]


def remark_on_doubles(results):
    """Say of the new rows of an import which entries they look like, those of the same file too."""
    titles = Titles()
    for each in results:
        themes = {theme.pk for theme in each.links.get("themes", ())}
        alike = titles.like(each.instance.title, themes=themes, most=3)
        others = [(pk, score) for pk, score in alike if pk != each.instance.pk]
        each.remarks += [f"Lijkt voor {score}% op ‘{titles.originals[pk]}’." for pk, score in others[:2]]
