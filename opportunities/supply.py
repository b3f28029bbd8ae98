"""What there is already in a municipality: services, practice examples that run there, and what was taken over."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import QuerySet

from partners.successions import Successions
from search.querysets import IsOneOf

from .choices import Supply
from .models import Service, SupplyCheck
from .running import counts_by_theme, running_in, running_lately

AMPLE_FROM = 3  # services and examples that run now


@dataclass
class Supplies:
    """What one municipality has; ``themes`` gives the theme ids of each service.

    ``places`` are the ids of it and of what ended in it. ``example_counts`` says per theme id how many examples run
    there as far as we may trust, and ``named_examples`` which of those (theme id, example id) a service came from.
    """

    year: int
    places: list[int]
    themes: dict[Service, set[int]]
    services: list[Service] = field(default_factory=list)
    checks: list[SupplyCheck] = field(default_factory=list)
    example_counts: dict[int, int] = field(default_factory=dict)
    named_examples: set[tuple[int, int]] = field(default_factory=set)

    @cached_property
    def counted_services(self) -> list[Service]:
        """Services that somebody confirmed or that were seen lately; an older sight is shown, and does not count."""
        return [service for service in self.services if service.counts_in(self.year)]

    def services_for(self, theme_ids: Collection[int]) -> list[Service]:
        """Services that run now for one of these themes, as far as anybody knows."""
        return self._about(self.services, theme_ids)

    def counted_services_for(self, theme_ids: Collection[int]) -> list[Service]:
        """Services for one of these themes that count."""
        return self._about(self.counted_services, theme_ids)

    def _about(
        self,
        services: list[Service],
        theme_ids: Collection[int],
    ) -> list[Service]:
        """Those that are about one of these themes."""
        about_them = []
        for service in services:
            if not self.themes[service].isdisjoint(theme_ids):
                about_them.append(service)
        return about_them

    def examples(self, theme_ids: Collection[int] | None = None) -> QuerySet:
        """Practice examples that are known to run here, by name; only those about one of these themes."""
        return running_in(self.places, theme_ids)

    def check_of(self, theme_ids: Collection[int]) -> SupplyCheck | None:
        """The newest time that somebody looked what there is for one of these themes."""
        checks = [check for check in self.checks if check.theme_id in theme_ids]
        return max(
            checks,
            key=lambda check: check.checked_on,
            default=None,
        )

    def count(self, theme_id: int) -> int:
        """How many services and examples run now; what we have only an old sight of, does not count."""
        count = self.example_counts.get(theme_id, 0)
        for service in self.counted_services_for({theme_id}):
            # what was taken over from an example here is counted once
            if (theme_id, service.example_id) not in self.named_examples:
                count += 1
        return count

    def level(
        self,
        theme_id: int,
        checked_ids: Collection[int],
    ) -> Supply:
        """How much there is; ``checked_ids``: themes that had to be looked at before an empty list says anything.

        From three that run now on it is ample. None is only none when somebody looked for this theme.
        """
        count = self.count(theme_id)
        if count >= AMPLE_FROM:
            return Supply.AMPLE
        if count:
            return Supply.LIMITED
        if self.check_of(checked_ids):
            return Supply.NONE
        return Supply.UNKNOWN


class SuppliesLoader:
    """Loads the ``Supplies`` of some municipalities of today.

    What was begun in a municipality that ended counts for those in which it lives on.
    """

    def __init__(
        self,
        municipality_ids: list[int],
        successions: Successions,
        year: int,
    ) -> None:
        self.year = year
        self.themes: dict[Service, set[int]] = defaultdict(set)
        self.supplies = {}
        # municipality of any time -> the supplies of those in which it lives on
        self.living_in = defaultdict(list)
        for pk in municipality_ids:
            places = successions.merged_into(pk)
            self.supplies[pk] = Supplies(year, places, self.themes)
            for former in places:
                self.living_in[former].append(self.supplies[pk])

    def load_services(self) -> None:
        """Add the published services that run now; 2 queries."""
        is_here = IsOneOf("municipality_id", self.living_in)
        running = Service.objects.published().running(self.year)
        here = running.filter(is_here)
        shown = here.only(
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
        pairs = links.values_list("service_id", "theme_id")
        for service_id, theme_id in pairs:
            service = services[service_id]
            self.themes[service].add(theme_id)

    def count_examples(self, theme_ids: Collection[int]) -> None:
        """Add how many examples about these themes run now, and which of those services came from; 2 queries."""
        places = {pk: supplies.places for pk, supplies in self.supplies.items()}
        counts = counts_by_theme(places, theme_ids, self.year)
        for pk, theme_id, count in counts:
            supplies = self.supplies[pk]
            supplies.example_counts[theme_id] = count
        self.note_named_examples()

    def note_named_examples(self) -> None:
        """Add which examples services came from, as far as they run here too; 1 query."""
        example_ids = set()
        for supplies in self.supplies.values():
            for service in supplies.services:
                example_ids.add(service.example_id)
        example_ids.discard(None)
        named = running_lately(self.year).filter(pk__in=example_ids)
        triples = named.values_list("pk", "places", "themes")
        for example_id, place, theme_id in triples:
            for supplies in self.living_in.get(place, []):
                supplies.named_examples.add((theme_id, example_id))

    def load_checks(self) -> None:
        """Add when somebody looked what there is; 1 query."""
        is_here = IsOneOf("municipality_id", self.supplies)
        checks = SupplyCheck.objects.filter(is_here)
        for check in checks.select_related("source"):
            supplies = self.supplies[check.municipality_id]
            supplies.checks.append(check)


def supplies_of(
    municipality_ids: list[int],
    successions: Successions,
    year: int,
    theme_ids: Collection[int],
) -> dict[int, Supplies]:
    """{municipality id: ``Supplies``} of these municipalities of today, about these themes, in at most 5 queries."""
    loader = SuppliesLoader(municipality_ids, successions, year)
    loader.load_services()
    loader.count_examples(theme_ids)
    loader.load_checks()
    return loader.supplies
