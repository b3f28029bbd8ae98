"""Which municipalities of a day a place is found under."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from partners.models import Municipality
from partners.successions import Successions


@dataclass
class MunicipalitiesOfToday:
    """The municipalities of a day; loaded at the first question, in 2 queries."""

    today: date

    def living_on_in(self, place):
        """Today's municipalities of a municipality, the main one first; itself as long as it exists."""
        if place.is_in_force_on(self.today):
            return [place]
        found = [self._all.get(pk) for pk in self._successions.living_on_in(place.pk)]
        return [each for each in found if each and each.is_in_force_on(self.today)]

    def merged_into(self, municipality_id):
        """The municipality and all that ended in it."""
        found = self._successions.merged_into(municipality_id)
        return [self._all[pk] for pk in found if pk in self._all]

    @cached_property
    def _successions(self):
        return Successions.on(self.today)

    @cached_property
    def _all(self):
        return Municipality.objects.only("name", "cbs_code", "province", "valid_until", "archived_on").in_bulk()


def living_on_in(place, world):
    """Today's municipalities of a place, the main one first."""
    return world.of_today(MunicipalitiesOfToday).living_on_in(place)


def merged_into(municipality, world):
    """The municipality and all that ended in it."""
    return world.of_today(MunicipalitiesOfToday).merged_into(municipality.pk)
