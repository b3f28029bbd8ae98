"""What there is already in a municipality: services, practice examples that run there, and what was taken over."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from initiatives.models import Initiative
from partners.successions import Successions
from search.querysets import IsOneOf

from .choices import Supply
from .models import Service, SupplyCheck

AMPLE_FROM = 3  # services and examples that run now
FRESH_YEARS = 5  # after which an example that nobody confirmed counts as no supply
# one can go there
RUNNING = (
    Initiative.Phase.PILOT,
    Initiative.Phase.RUNNING,
    Initiative.Phase.STRUCTURAL,
)


@dataclass
class Supplies:
    """What one municipality has; ``themes`` gives the theme ids of each service and initiative."""

    year: int
    themes: dict[Service | Initiative, set[int]]
    services: list[Service] = field(default_factory=list)
    initiatives: list[Initiative] = field(default_factory=list)
    checks: list[SupplyCheck] = field(default_factory=list)

    @property
    def counted_services(self) -> list[Service]:
        """Services that somebody confirmed or that were seen lately; an older sight is shown, and does not count."""
        return [service for service in self.services if service.counts_in(self.year)]

    def services_for(self, theme_ids: Collection[int]) -> list[Service]:
        """Services that run now for one of these themes, as far as anybody knows."""
        return self._about(self.services, theme_ids)

    def counted_services_for(self, theme_ids: Collection[int]) -> list[Service]:
        """Services for one of these themes that count."""
        return self._about(self.counted_services, theme_ids)

    def initiatives_for(self, theme_ids: Collection[int]) -> list[Initiative]:
        """Practice examples that are known to run here, for one of these themes."""
        return self._about(self.initiatives, theme_ids)

    def _about(self, supplies: list, theme_ids: Collection[int]) -> list:
        """Those that are about one of these themes."""
        about_them = []
        for supply in supplies:
            if not self.themes[supply].isdisjoint(theme_ids):
                about_them.append(supply)
        return about_them

    def check_of(self, theme_ids: Collection[int]) -> SupplyCheck | None:
        """The newest time that somebody looked what there is for one of these themes."""
        checks = [check for check in self.checks if check.theme_id in theme_ids]
        return max(checks, key=lambda check: check.checked_on, default=None)

    def count(self, theme_ids: Collection[int]) -> int:
        """How many services and examples run now; what we have only an old sight of, does not count."""
        initiatives = []
        for initiative in self.initiatives_for(theme_ids):
            if self.is_fresh(initiative):
                initiatives.append(initiative)
        initiative_ids = {initiative.pk for initiative in initiatives}
        services = self.counted_services_for(theme_ids)
        # counted once
        services = [
            service for service in services if service.example_id not in initiative_ids
        ]
        return len(services) + len(initiatives)

    def level(self, theme_ids: Collection[int], checked_ids: Collection[int]) -> Supply:
        """How much there is; ``checked_ids``: themes that had to be looked at before an empty list says anything.

        From three that run now on it is ample. None is only none when somebody looked for this theme.
        """
        count = self.count(theme_ids)
        if count >= AMPLE_FROM:
            return Supply.AMPLE
        if count:
            return Supply.LIMITED
        if self.check_of(checked_ids):
            return Supply.NONE
        return Supply.UNKNOWN

    def is_fresh(self, initiative: Initiative) -> bool:
        """Whether we may trust that an example still runs: its facts, or a yes from who does it, are of late."""
        known_of = initiative.year or 0
        if initiative.confirmed_on:
            known_of = max(known_of, initiative.confirmed_on.year)
        return known_of >= self.year - FRESH_YEARS


class SuppliesLoader:
    """Loads the ``Supplies`` of some municipalities of today.

    What was begun in a municipality that ended counts for those in which it lives on.
    """

    def __init__(
        self, municipality_ids: list[int], successions: Successions, year: int
    ) -> None:
        self.year = year
        self.themes = defaultdict(set)
        self.supplies = {pk: Supplies(year, self.themes) for pk in municipality_ids}
        # municipality of any time -> the supplies of those in which it lives on
        self.living_in = defaultdict(list)
        for pk in municipality_ids:
            for former in successions.merged_into(pk):
                self.living_in[former].append(self.supplies[pk])

    def load_services(self) -> None:
        """Add the published services that run now; 2 queries."""
        running = (
            Service.objects.published()
            .running(self.year)
            .filter(IsOneOf("municipality_id", self.living_in))
        )
        shown = running.only(
            "name",
            "municipality_id",
            "example_id",
            "seen_year",
            "confirmed_on",
            "updated_at",
            "sort_key",
        )
        services = {service.pk: service for service in shown}
        for service in services.values():
            for supplies in self.living_in[service.municipality_id]:
                supplies.services.append(service)
        links = Service.themes.through.objects.filter(service__in=services)
        for service_id, theme_id in links.values_list("service_id", "theme_id"):
            self.themes[services[service_id]].add(theme_id)

    def load_initiatives(self) -> None:
        """Add the published examples that run now; 3 queries."""
        running = Initiative.objects.published().practices().filter(phase__in=RUNNING)
        is_here = IsOneOf("municipality_id", self.living_in)
        places = Initiative.places.through.objects.filter(
            is_here, initiative__in=running
        )
        pairs = list(places.values_list("initiative_id", "municipality_id"))
        shown = Initiative.objects.only(
            "slug", "title", "year", "confirmed_on", "sort_key"
        ).order_by("sort_key")
        initiatives = shown.in_bulk({initiative_id for initiative_id, _ in pairs})
        for initiative_id, municipality_id in pairs:
            initiative = initiatives[initiative_id]
            for supplies in self.living_in[municipality_id]:
                if initiative not in supplies.initiatives:
                    # two of its places may have merged
                    supplies.initiatives.append(initiative)
        links = Initiative.themes.through.objects.filter(initiative__in=initiatives)
        for initiative_id, theme_id in links.values_list("initiative_id", "theme_id"):
            self.themes[initiatives[initiative_id]].add(theme_id)

    def use_initiatives(
        self, supplies: Supplies, initiatives: list[Initiative]
    ) -> None:
        """Add what runs now of the published examples that were loaded for the page of one municipality."""
        for initiative in initiatives:
            if initiative.is_practice and initiative.phase in RUNNING:
                supplies.initiatives.append(initiative)
                self.themes[initiative] = {
                    theme.pk for theme in initiative.themes.all()
                }

    def load_checks(self) -> None:
        """Add when somebody looked what there is; 1 query."""
        checks = SupplyCheck.objects.filter(IsOneOf("municipality_id", self.supplies))
        for check in checks.select_related("source"):
            self.supplies[check.municipality_id].checks.append(check)


def supplies_of(
    municipality_ids: list[int],
    successions: Successions,
    year: int,
    initiatives: list[Initiative] | None = None,
) -> dict[int, Supplies]:
    """{municipality id: ``Supplies``} of these municipalities of today, in 6 queries.

    ``initiatives`` are the published ones of the only municipality, with their themes, where they were loaded already;
    that saves 3 queries.
    """
    loader = SuppliesLoader(municipality_ids, successions, year)
    loader.load_services()
    if initiatives is None:
        loader.load_initiatives()
    else:
        loader.use_initiatives(loader.supplies[municipality_ids[0]], initiatives)
    loader.load_checks()
    return loader.supplies
