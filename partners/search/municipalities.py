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
        municipalities = []
        for pk in self.successions.living_on_in(place.pk):
            municipality = self.all.get(pk)
            if municipality and municipality.is_in_force_on(self.today):
                municipalities.append(municipality)
        return municipalities

    def merged_into(self, municipality_id):
        """The municipality and all that ended in it."""
        keys = self.successions.merged_into(municipality_id)
        return [self.all[pk] for pk in keys if pk in self.all]

    @cached_property
    def successions(self):
        """The reorganisations in force."""
        return Successions.on(self.today)

    @cached_property
    def all(self):
        """All municipalities that ever were, by id."""
        return Municipality.objects.only(
            "name",
            "cbs_code",
            "province",
            "valid_until",
            "archived_on",
        ).in_bulk()


def living_on_in(place, world):
    """Today's municipalities of a place, the main one first."""
    return world.of_today(MunicipalitiesOfToday).living_on_in(place)


def merged_into(municipality, world):
    """The municipality and all that ended in it."""
    return world.of_today(MunicipalitiesOfToday).merged_into(municipality.pk)
