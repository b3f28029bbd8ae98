"""*Wat het bracht*: all examples that were taken over, of one theme and province or of all, with their medians."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from django.db.models import Q
from django.http import QueryDict

from initiatives.models import Initiative, Theme
from opportunities.models import Service
from partners.models import Province
from visitors.asked import asked_text

from .brought import FEWEST, Brought, Middle, count_of

TOO_FEW = "Nog te weinig cijfers"
# people reached in a year: where one bar ends and the next begins
ENDS = (10, 25, 50, 100, 250)


@dataclass(frozen=True)
class ReachBar:
    """How many organisations told a number in this range; ``percent`` of the longest bar."""

    label: str
    count: int
    percent: int


@dataclass(frozen=True)
class BroughtLine:
    """An example, and what it brought those who do it."""

    example: Initiative
    brought: Brought


class BroughtOverview:
    """What the address asks for: ``thema`` and ``provincie``, each a slug or empty."""

    def __init__(self, query: QueryDict, today: date) -> None:
        self.today = today
        self.theme_slug = asked_text(query, "thema")
        self.province_slug = asked_text(query, "provincie")

    @cached_property
    def theme(self) -> Theme | None:
        """The theme that was chosen, or ``None``."""
        return Theme.objects.filter(slug=self.theme_slug).first()

    @cached_property
    def province(self) -> Province | None:
        """The province that was chosen, or ``None``."""
        return Province.objects.filter(slug=self.province_slug).first()

    @property
    def is_unknown(self) -> bool:
        """Whether the address names a theme or province that is not there."""
        no_theme = self.theme_slug and self.theme is None
        no_province = self.province_slug and self.province is None
        return bool(no_theme or no_province)

    @cached_property
    def lines(self) -> list[BroughtLine]:
        """The examples, what most do first."""
        if self.is_unknown:
            return []
        published = Initiative.objects.published().order_by()
        services = Service.objects.filter(example__in=published)
        if self.theme:
            is_about = Q(themes=self.theme) | Q(themes__parent=self.theme)
            about_theme = Service.objects.order_by().filter(is_about)
            services = services.filter(pk__in=about_theme.values("pk"))
        if self.province:
            services = services.filter(municipality__province=self.province)
        by_example = services.brought(self.today)
        examples = Initiative.objects.order_by("sort_key").in_bulk(by_example)
        lines = []
        for pk, example in examples.items():
            lines.append(BroughtLine(example, by_example[pk]))
        return sorted(lines, key=most_done_first)

    @cached_property
    def total(self) -> Brought:
        """All of it together."""
        services = []
        for line in self.lines:
            services += line.brought.running
            services += line.brought.stopped
            services += line.brought.silent
        return Brought(services, self.today)

    @cached_property
    def bars(self) -> list[ReachBar]:
        """How many people are reached in a year, from few to many; empty of fewer than three organisations."""
        services = []
        counts = [0] * (len(ENDS) + 1)
        for service, report in self.total.newest_reports:
            if report.reached is None:
                continue
            services.append(service)
            bar = bisect_right(ENDS, report.reached)
            counts[bar] += 1
        if count_of(services) < FEWEST:
            return []
        return bars_of(counts)

    def table(self) -> tuple[list[str], Iterator[list[str | int]]]:
        """(header, rows) of a file."""
        header = [
            "voorbeeld",
            "organisaties die het doen",
            f"bevestigd in {self.today.year}",
            "organisaties die stopten",
            "mensen bereikt per jaar (mediaan)",
            "kosten per jaar in euro (mediaan)",
            "opbrengst per jaar (mediaan)",
        ]
        rows = map(cells_of, self.lines)
        return header, rows


def most_done_first(line: BroughtLine) -> tuple[int, str]:
    """What most organisations do, and of equals in the order of the alphabet."""
    return -line.brought.count, line.example.title


def bars_of(counts: Sequence[int]) -> list[ReachBar]:
    """The bars of these counts, each with its range in words."""
    labels = [f"minder dan {ENDS[0]}"]
    labels += [f"{first} tot {end}" for first, end in pairwise(ENDS)]
    labels.append(f"{ENDS[-1]} of meer")
    longest = max(counts)
    bars = []
    for label, count in zip(labels, counts, strict=True):
        percent = round(100 * count / longest)
        bars.append(ReachBar(label, count, percent))
    return bars


def cells_of(line: BroughtLine) -> list[str | int]:
    """A row of the file."""
    brought = line.brought
    outcomes = []
    for middle in brought.outcomes:
        outcomes.append(f"{middle.value} {middle.unit} ({middle.told_by})")
    return [
        line.example.title,
        brought.count,
        brought.confirmed_count,
        brought.stopped_count,
        in_words(brought.reached),
        in_words(brought.cost),
        "; ".join(outcomes) or TOO_FEW,
    ]


def in_words(middle: Middle | None) -> str:
    """A median with how many told it."""
    if middle is None:
        return TOO_FEW
    return f"{middle.value} ({middle.told_by})"
