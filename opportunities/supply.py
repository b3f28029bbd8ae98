"""What there is already in a municipality: services, practice examples that run there, and what was taken over."""

from collections import defaultdict
from dataclasses import dataclass, field

from initiatives.models import Initiative

from .choices import Supply
from .models import Service, SupplyCheck

AMPLE_FROM = 3  # things that run now
FRESH_YEARS = 5  # an example that nobody confirmed counts as running now for so long
RUNNING = (Initiative.Phase.PILOT, Initiative.Phase.RUNNING, Initiative.Phase.STRUCTURAL)  # one can go there


@dataclass
class Supplies:
    """What one municipality has; ``themes`` gives the theme ids of each service and initiative."""

    year: int
    themes: dict
    services: list = field(default_factory=list)
    initiatives: list = field(default_factory=list)
    checks: list = field(default_factory=list)

    def services_for(self, theme_ids):
        """Services that run now for one of these themes."""
        return [each for each in self.services if self._is_about(each, theme_ids)]

    def initiatives_for(self, theme_ids):
        """Practice examples here of which it is said that they run, for one of these themes."""
        return [each for each in self.initiatives if self._is_about(each, theme_ids)]

    def check_of(self, theme_ids):
        """The newest time that somebody looked what there is for one of these themes."""
        found = [each for each in self.checks if each.theme_id in theme_ids]
        return max(found, key=lambda check: check.checked_on, default=None)

    def level(self, theme_ids, checked_ids):
        """How much there is; ``checked_ids``: themes that had to be looked at before an empty list says anything.

        From three things that run now on it is ample; an example of which the facts are old and that nobody confirmed
        counts as something, but not as one of those three. None is only none when somebody looked for this theme.
        """
        initiatives = self.initiatives_for(theme_ids)
        known = {each.pk for each in initiatives}
        services = [each for each in self.services_for(theme_ids) if each.example_id not in known]  # counted once
        sure = len(services) + sum(self.is_fresh(each) for each in initiatives)
        if sure >= AMPLE_FROM:
            return Supply.AMPLE
        if services or initiatives:
            return Supply.LIMITED
        return Supply.NONE if self.check_of(checked_ids) else Supply.UNKNOWN

    def is_fresh(self, initiative):
        """Whether we may trust that an example still runs."""
        return bool(initiative.confirmed_on) or (initiative.year or 0) >= self.year - FRESH_YEARS

    def _is_about(self, thing, theme_ids):
        return not self.themes[thing].isdisjoint(theme_ids)


def supplies_of(municipality_ids, successions, year, initiatives=None):
    """{municipality id: ``Supplies``} of these municipalities of today, in 6 queries.

    What was begun in a municipality that ended counts for those in which it lives on. ``initiatives`` are the published
    ones of the only municipality, with their themes, where they were loaded already; that saves 3 queries.
    """
    themes = defaultdict(set)
    found = {pk: Supplies(year, themes) for pk in municipality_ids}
    living_in = defaultdict(list)
    for pk, supplies in found.items():
        for former in successions.merged_into(pk):
            living_in[former].append(supplies)
    _add_services(living_in, themes, year)
    if initiatives is None:
        _add_initiatives(living_in, themes)
    else:
        _use_initiatives(found[municipality_ids[0]], themes, initiatives)
    for check in SupplyCheck.objects.filter(municipality__in=municipality_ids).select_related("source"):
        found[check.municipality_id].checks.append(check)
    return found


def _add_services(living_in, themes, year):
    running = Service.objects.published().running(year).filter(municipality__in=living_in)
    services = {
        each.pk: each for each in running.only("name", "municipality_id", "example_id", "updated_at", "sort_key")
    }
    for service in services.values():
        for supplies in living_in[service.municipality_id]:
            supplies.services.append(service)
    _add_themes(themes, services, Service.themes.through.objects.values_list("service_id", "theme_id"))


def _add_initiatives(living_in, themes):
    places = Initiative.places.through.objects.filter(municipality__in=living_in)
    pairs = places.filter(initiative__in=Initiative.objects.published().filter(phase__in=RUNNING))
    pairs = list(pairs.values_list("initiative_id", "municipality_id"))
    short = Initiative.objects.only("slug", "title", "year", "confirmed_on", "sort_key").order_by("sort_key")
    initiatives = short.in_bulk({pk for pk, _ in pairs})
    for pk, place in pairs:
        for supplies in living_in[place]:
            if initiatives[pk] not in supplies.initiatives:  # two of its places may have merged
                supplies.initiatives.append(initiatives[pk])
    _add_themes(themes, initiatives, Initiative.themes.through.objects.values_list("initiative_id", "theme_id"))


def _use_initiatives(supplies, themes, initiatives):
    """Take over what runs of what was loaded for the page of one municipality."""
    for initiative in initiatives:
        if initiative.phase in RUNNING:
            supplies.initiatives.append(initiative)
            themes[initiative] = {theme.pk for theme in initiative.themes.all()}


def _add_themes(themes, things, links):
    """Note the themes of these things (by id), from a table of links."""
    name = "service" if links.model is Service.themes.through else "initiative"
    for pk, theme in links.filter(**{f"{name}__in": things}):
        themes[things[pk]].add(theme)
