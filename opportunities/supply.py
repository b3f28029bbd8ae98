"""What there is already in a municipality: services, practice examples that run there, and what was taken over."""

from collections import defaultdict
from dataclasses import dataclass, field

from initiatives.models import Initiative

from .levels import Supply
from .models import Service, SupplyCheck

AMPLE_FROM = 3  # things that run now
FRESH_YEARS = 5  # an example that nobody confirmed counts as running now for so long
RUNNING = ("pilot", "lopend", "structureel")  # phases of an example that somebody can go to


@dataclass
class Supplies:
    """What one municipality has."""

    year: int
    services: list = field(default_factory=list)
    initiatives: list = field(default_factory=list)
    checks: list = field(default_factory=list)

    def services_for(self, theme_ids):
        """Services that run now for one of these themes."""
        return [each for each in self.services if _is_about(each, theme_ids)]

    def initiatives_for(self, theme_ids):
        """Practice examples here that did not stop, as far as we know, for one of these themes."""
        return [each for each in self.initiatives if _is_about(each, theme_ids)]

    def check_of(self, theme_ids):
        """The newest time that somebody looked what there is for one of these themes."""
        found = [each for each in self.checks if each.theme_id in theme_ids]
        return max(found, key=lambda check: check.checked_on, default=None)

    def level(self, theme_ids, checked_ids):
        """How much there is; ``checked_ids``: themes that had to be looked at before an empty list says anything.

        From three things that run now on it is ample; an example of which the facts are old and that nobody confirmed
        counts as something, but not as one of those three. None is only none when somebody looked for this theme.
        """
        services, initiatives = self.services_for(theme_ids), self.initiatives_for(theme_ids)
        sure = len(services) + sum(self.is_fresh(each) for each in initiatives)
        if sure >= AMPLE_FROM:
            return Supply.AMPLE
        if services or initiatives:
            return Supply.LIMITED
        return Supply.NONE if self.check_of(checked_ids) else Supply.UNKNOWN

    def is_fresh(self, initiative):
        """Whether we may trust that an example still runs."""
        return bool(initiative.confirmed_on) or (initiative.year or 0) >= self.year - FRESH_YEARS


def _is_about(thing, theme_ids):
    return any(theme.pk in theme_ids for theme in thing.themes.all())


def supplies_of(municipality_ids, successions, year):
    """{municipality id: ``Supplies``} of these municipalities of today, in 9 queries.

    What was begun in a municipality that ended counts for those in which it lives on.
    """
    found = {pk: Supplies(year) for pk in municipality_ids}
    living_in = defaultdict(list)
    for pk, supplies in found.items():
        for former in successions.merged_into(pk):
            living_in[former].append(supplies)
    _add_services(living_in, year)
    _add_initiatives(living_in)
    for check in SupplyCheck.objects.filter(municipality__in=municipality_ids).select_related("source"):
        found[check.municipality_id].checks.append(check)
    return found


def _add_services(living_in, year):
    for service in Service.objects.published().running(year).filter(municipality__in=living_in).for_list():
        for supplies in living_in[service.municipality_id]:
            supplies.services.append(service)


def _add_initiatives(living_in):
    running = Initiative.objects.published().filter(phase__in=RUNNING).in_municipalities(living_in)
    for initiative in running.prefetch_related("themes", "places"):
        here = [supplies for place in initiative.places.all() for supplies in living_in.get(place.pk, ())]
        for supplies in {id(each): each for each in here}.values():  # once, also where two of its places merged
            supplies.initiatives.append(initiative)
