"""Which figures, documents and services, and loaded how."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db.models import Manager, Prefetch, Q, QuerySet
from django.utils import timezone

from accounts import kinds
from accounts.models import User
from accounts.scopes import OwnedQuerySet, ScopedQuerySet
from initiatives.models import Initiative
from search.querysets import IsOneOf
from wording.years import months_before

from .adoptions.brought import COUNTS_FOR, Brought
from .choices import AdoptionLevel, ServiceState

if TYPE_CHECKING:  # they are made with these querysets
    from .models import Measurement


class MeasurementQuerySet(ScopedQuerySet):
    """The words for choosing measurements."""

    def latest(self) -> Self:
        """Of each indicator the newest, with what is shown beside a figure; one without figures says nothing."""
        newest = (
            self.exclude(spread=None)
            .order_by("indicator_id", "-year")
            .distinct("indicator_id")
        )
        return newest.select_related("indicator__theme", "source", "spread")

    def leads(self) -> Self:
        """Of each indicator that decides a need the newest."""
        leads = self.latest().filter(indicator__is_lead=True)
        return leads.select_related(None).select_related(
            "indicator",
            "source",
            "spread",
        )

    def compared(self) -> list["Measurement"]:
        """Of each indicator by which municipalities are compared the newest, without its texts; in 1 query."""
        compared = self.latest().filter(indicator__is_compared=True)
        compared = compared.select_related(None).select_related("indicator", "spread")
        return list(
            compared.only(
                "indicator__slug",
                "indicator__short_name",
                "spread__changed_at",
            )
        )


# Django makes the class that it is one of
class MeasurementManager(Manager.from_queryset(MeasurementQuerySet)):  # type: ignore[misc]
    """Measurements with their indicator, which is in their name."""

    def get_queryset(self) -> MeasurementQuerySet:
        return super().get_queryset().select_related("indicator")


class IndicatorValueQuerySet(ScopedQuerySet):
    """The words for choosing figures of municipalities."""

    def of(
        self,
        measurements: Iterable["Measurement"],
        municipality_ids: Iterable[int],
    ) -> Self:
        """Figures of these measurements and municipalities."""
        return self.filter(
            IsOneOf("municipality_id", municipality_ids),
            measurement__in=measurements,
        )


class PolicyDocumentQuerySet(OwnedQuerySet):
    """The words for choosing documents of policy."""

    def begun(self, year: int) -> Self:
        """Documents that count in that year, or did before."""
        return self.filter(from_year__lte=year)

    def for_reading(self) -> Self:
        """Load all that is shown of documents, but not their long texts; in 2 queries."""
        all_passages = kinds.related_rows(self.model, "passages")
        passages = all_passages.select_related("theme")
        documents = self.defer("text").select_related("municipality")
        return documents.prefetch_related(Prefetch("passages", passages))


class ServiceQuerySet(OwnedQuerySet):
    """The words for choosing services."""

    def published(self) -> Self:
        """Services the public may see."""
        return self.filter(publication_state=ServiceState.PUBLISHED)

    def running(self, year: int) -> Self:
        """Services that have not stopped by that year, and have begun as far as we know."""
        begun = Q(from_year=None) | Q(from_year__lte=year)
        not_stopped = Q(until_year=None) | Q(until_year__gt=year)
        return self.filter(begun, not_stopped)

    def to_judge(self) -> Self:
        """Services that a library sent in and at which no curator looked yet."""
        return self.filter(publication_state=ServiceState.SUBMITTED)

    def of_member(self, user: User) -> Self:
        """Services in municipalities where a library works of which this user is a member now."""
        libraries = user.memberships.active().values("library")
        return self.filter(municipality__libraries__in=libraries).distinct()

    def for_list(self) -> Self:
        """Load all that a list of services shows, in 4 queries."""
        services = self.select_related("provider", "municipality", "example")
        return services.prefetch_related("themes", "target_groups", "sources")

    def taken_over(self) -> Self:
        """What organisations told that they do after an example, and the public may see."""
        return self.published().exclude(example=None)

    def brought(self, today: date) -> dict[int, Brought]:
        """{number of an example: ``Brought``} of these services, as far as they were taken over; in 2 queries."""
        loaded = self.taken_over().select_related("municipality", "provider")
        services = loaded.prefetch_related("reports")
        by_example = defaultdict(list)
        for service in services.order_by("municipality__sort_key", "sort_key", "pk"):
            by_example[service.example_id].append(service)
        brought = {}
        for pk, taken_over in by_example.items():
            brought[pk] = Brought(taken_over, today)
        return brought


class AdoptionTellerQuerySet(QuerySet):
    """The words for choosing who told that they do an example too."""

    def to_ask(self, today: date) -> Self:
        """Those of whom nobody confirmed anything, and who were not asked, for a year."""
        year_ago = months_before(today, 12)
        not_asked = Q(asked_on=None) | Q(asked_on__lte=year_ago)
        return self.running().filter(not_asked, service__confirmed_on__lte=year_ago)

    def who_do(self, example: Initiative) -> Self:
        """Those whose organisation does this example, as the public may read."""
        return self.running().filter(service__example=example)

    def running(self) -> Self:
        """Those whose service the public may see, and has not stopped."""
        published = self.filter(service__publication_state=ServiceState.PUBLISHED)
        return published.exclude(service__level=AdoptionLevel.STOPPED)

    def unconfirmed(self, now: datetime) -> Self:
        """Those who never pressed the button behind the link in their first mail, for a week."""
        waiting = self.filter(service__publication_state=ServiceState.UNCONFIRMED)
        return waiting.filter(told_at__lt=now - self.model.LINK_TERM)

    def outdated(self, now: datetime) -> Self:
        """Those who told and confirmed nothing for as long as a confirmation counts."""
        long_ago = months_before(timezone.localdate(now), COUNTS_FOR)
        is_silent = Q(service__confirmed_on=None) | Q(
            service__confirmed_on__lt=long_ago
        )
        return self.filter(is_silent, told_at__date__lt=long_ago)
