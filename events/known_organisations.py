"""The organisations that somebody may come from, with all their names to compare what people type with."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from partners.models import MunicipalityAlias, Organisation
from partners.querysets import in_force_on
from remembering.content import kept_with_content

from .models import Registration
from .names import (
    KIND_OF_WORD,
    begins_name,
    essence_of,
    is_same_name,
    spelled,
)

KIND_OF = {
    Registration.Sector.LIBRARY: Organisation.Kind.LIBRARY,
    Registration.Sector.MUNICIPALITY: Organisation.Kind.MUNICIPALITY,
}
COLUMNS = ("kind", "slug", "name", "short_name", "province__name", "province__slug")


@lru_cache(maxsize=4096)
def known_essence(name):
    """The essence of a name in the directory, remembered: there are hundreds, and every form is compared with all."""
    return essence_of(name)


@dataclass(frozen=True)
class KnownOrganisation:
    """One that somebody may come from, with all its names; no row of a model."""

    number: int
    kind: str
    names: list[str]

    @cached_property
    def essences(self):
        """The essence of each of its names."""
        return [known_essence(name) for name in self.names]

    def is_called(self, essence):
        """Whether one of its names is this one."""
        return any(is_same_name(essence, own, self.kind) for own in self.essences)

    def may_be_begun(self, essence):
        """Whether it is a municipality or a library of which a name begins with these words."""
        if self.kind not in KIND_OF.values():
            return False
        return any(begins_name(essence, own, self.kind) for own in self.essences)

    def begins_with(self, typed):
        """Whether one of its names begins with what was typed, also after its kind: Gemeente Haar, Haarlem."""
        for own in self.essences:
            if typed.core and own.core.startswith(typed.core):
                return True
            if own.whole.startswith(typed.whole):
                return True
        return False

    def has_words(self, words):
        """Whether one of its names has all these words; the word for its kind may stand for it."""
        others = [word for word in words if KIND_OF_WORD.get(word) != self.kind]
        for name in self.names:
            ways = spelled(name)
            if ways and all(word in ways for word in others):
                return True
        return False


def organisations_now(today):
    """Organisations that one can come from: published, and municipalities that still exist."""
    published = Organisation.objects.published()
    there = published.filter(in_force_on(today))
    return there.select_related("province").only(*COLUMNS)


def other_names():
    """{number of a municipality: its other names}; one query."""
    names = defaultdict(list)
    aliases = MunicipalityAlias.objects.values_list("municipality", "name")
    for number, name in aliases:
        names[number].append(name)
    return names


class KnownOrganisations:
    """Everyone that one can come from, in order, and by their names."""

    def __init__(self, in_order):
        self.in_order = in_order
        # {a name, or what tells it apart: places in the order}
        self.places = defaultdict(set)
        # {first word of what tells it apart: places}
        self.places_by_word = defaultdict(set)
        for place, organisation in enumerate(in_order):
            for essence in organisation.essences:
                self.places[essence.whole].add(place)
                self.places[essence.core].add(place)
                self.places_by_word[essence.core_words[:1]].add(place)

    def called(self, essence):
        """Those of which one of the names is this one."""
        none = frozenset()
        places = self.places.get(essence.whole, none)
        places = places | self.places.get(essence.core, none)
        there = [self.in_order[place] for place in sorted(places)]
        return [each for each in there if each.is_called(essence)]

    def begun_with(self, essence):
        """The municipalities and libraries of which a name begins with these words."""
        places = self.places_by_word.get(essence.core_words[:1], ())
        there = [self.in_order[place] for place in sorted(places)]
        return [each for each in there if each.may_be_begun(essence)]


@kept_with_content
def known_organisations(today):
    """Everyone that one can come from; two queries, or one where nothing changed since they were read."""
    aliases = other_names()
    in_order = organisations_now(today).order_by("sort_key", "slug")
    rows = in_order.values_list(
        "pk",
        "kind",
        "name",
        "short_name",
        "slug",
    )
    organisations = []
    for number, kind, *names in rows:
        organisation = KnownOrganisation(
            number,
            kind,
            [*names, *aliases[number]],
        )
        organisations.append(organisation)
    return KnownOrganisations(organisations)
