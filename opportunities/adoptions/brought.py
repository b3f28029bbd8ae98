"""What an example brought, added up over all who took it over; never a middle of fewer than three of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING

from opportunities.choices import Outcome
from partners.choices import OrganisationKind
from partners.choropleth import Choropleth
from wording.numbers import amount, euros
from wording.years import months_before

from .doers_map import map_of_doers

if TYPE_CHECKING:  # they are made with the querysets that give what was brought
    from opportunities.models import AdoptionReport, Service


FEWEST = 3  # organisations, before there is a middle
FADES_AFTER = 15  # months without a confirmation
COUNTS_FOR = 18  # months after a confirmation


@dataclass(frozen=True)
class Middle:
    """The middle of one figure over ``count`` organisations, told of the years from ``first`` to ``last``."""

    value: int
    count: int
    first: int
    last: int
    unit: str = ""

    @property
    def years(self) -> str:
        """``2025`` or ``2024 tot en met 2026``."""
        if self.first == self.last:
            return str(self.first)
        return f"{self.first} tot en met {self.last}"

    @property
    def told_by(self) -> str:
        """``5 organisaties, 2025``."""
        return f"{self.count} organisaties, {self.years}"


class Brought:
    """Who took an example over (services with their reports), and what it brought as far as it counts today."""

    def __init__(self, services: Collection["Service"], today: date) -> None:
        self.today = today
        self.fades_before = months_before(today, FADES_AFTER)
        self.stopped = []
        self.running = []
        self.silent = []  # of which nobody who knows it said lately that it is there
        for service in services:
            if self.is_over(service):
                self.stopped.append(service)
            elif self.counts(service):
                service.has_faded = service.confirmed_on < self.fades_before
                self.running.append(service)
            else:
                self.silent.append(service)

    def is_over(self, service: "Service") -> bool:
        """Whether somebody told that it stopped; that does not go out of date."""
        if service.has_stopped:
            return True
        until = service.until_year
        return until is not None and until <= self.today.year

    def counts(self, service: "Service") -> bool:
        """Whether somebody who knows it said not too long ago that it is there."""
        if service.confirmed_on is None:
            return False
        return service.confirmed_on >= months_before(self.today, COUNTS_FOR)

    @cached_property
    def count(self) -> int:
        """How many organisations do it."""
        return count_of(self.running)

    @cached_property
    def confirmed_count(self) -> int:
        """How many of them said so this year."""
        confirmed = []
        for service in self.running:
            if service.confirmed_on.year == self.today.year:
                confirmed.append(service)
        return count_of(confirmed)

    @cached_property
    def stopped_count(self) -> int:
        """How many organisations stopped somewhere."""
        return count_of(self.stopped)

    @property
    def doers(self) -> str:
        """``14 bibliotheken doen``, or organisations where others are among them."""
        one, more = nouns_of(self.running)
        if self.count == 1:
            return f"1 {one} doet"
        return f"{self.count} {more} doen"

    @property
    def stoppers(self) -> str:
        """``3 bibliotheken stopten``."""
        one, more = nouns_of(self.stopped)
        if self.stopped_count == 1:
            return f"1 {one} stopte"
        return f"{self.stopped_count} {more} stopten"

    @cached_property
    def map(self) -> Choropleth | None:
        """Where it is done and where it stopped; ``None`` where nothing can be drawn."""
        return map_of_doers(self.running, self.stopped, self.today)

    @cached_property
    def reached(self) -> Middle | None:
        """The middle of people reached in a year; ``None`` of fewer than three."""
        return middle_of(self.newest_reports, "reached")

    @cached_property
    def cost(self) -> Middle | None:
        """The middle of what a year costs in euro; ``None`` of fewer than three."""
        return middle_of(self.newest_reports, "cost")

    @cached_property
    def outcomes(self) -> list[Middle]:
        """The middle of each kind of outcome that at least three told."""
        middles = []
        for kind in Outcome:
            reports = []
            for service, report in self.newest_reports:
                if report.outcome_kind == kind:
                    reports.append((service, report))
            middle = middle_of(reports, "outcome", kind.label)
            if middle:
                middles.append(middle)
        return middles

    @property
    def has_middles(self) -> bool:
        """Whether there is any figure to show."""
        return bool(self.reached or self.cost or self.outcomes)

    @property
    def in_words(self) -> str:
        """What counts in a few sentences, for a cell or a footnote; empty where nothing does."""
        sentences = []
        if self.count:
            sentences.append(f"{self.doers} dit ook.")
        if self.reached:
            people = f"{amount(self.reached.value)} mensen"
            sentences.append(f"Mediaan {people} per jaar ({self.reached.told_by}).")
        if self.cost:
            cost = euros(self.cost.value)
            sentences.append(f"Mediaan {cost} per jaar ({self.cost.told_by}).")
        if self.stopped:
            sentences.append(f"{self.stoppers} ermee.")
        return " ".join(sentences)

    @cached_property
    def newest_reports(self) -> list[tuple["Service", "AdoptionReport"]]:
        """(service, its newest report) of what counts."""
        pairs = []
        for service in self.running:
            reports = list(service.reports.all())  # newest first
            if reports:
                pairs.append((service, reports[0]))
        return pairs


def doer_of(service: "Service") -> int | str:
    """What tells who does a service apart from others."""
    return service.provider_id or service.provider_name or f"aanbod {service.pk}"


def count_of(services: Iterable["Service"]) -> int:
    """How many organisations do these services; one may do it in several municipalities."""
    doers = {doer_of(service) for service in services}
    return len(doers)


def nouns_of(services: Iterable["Service"]) -> tuple[str, str]:
    """What one and what many of these are called."""
    for service in services:
        provider = service.provider
        if provider is None or provider.kind != OrganisationKind.LIBRARY:
            return "organisatie", "organisaties"
    return "bibliotheek", "bibliotheken"


def middle_of(
    reports: Iterable[tuple["Service", "AdoptionReport"]],
    name: str,
    unit: str = "",
) -> Middle | None:
    """The middle of a figure of (service, report), told by at least three organisations; ``None`` of fewer."""
    services = []
    figures = []
    years = []
    for service, report in reports:
        figure = getattr(report, name)
        if figure is not None:
            services.append(service)
            figures.append(figure)
            years.append(report.year)
    count = count_of(services)
    if count < FEWEST:
        return None
    return Middle(
        int(median(figures) + 0.5),
        count,
        min(years),
        max(years),
        unit,
    )
