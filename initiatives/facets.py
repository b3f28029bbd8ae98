"""What the overview can be narrowed by, and how many examples each choice would leave.

Everything about the published initiatives that a facet needs is read in a fixed number of queries; choosing and
counting are then intersections of sets, so that every count is exact with all other filters applied.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from partners.models import Municipality, Organisation, Province
from partners.successions import Successions

from .models import Initiative, TargetGroup, Theme


@dataclass
class Option:
    """One value to choose, with how many examples it leaves; ``parent`` is the option it is a part of."""

    key: str
    label: str
    parent: str = ""
    count: int = 0
    is_chosen: bool = False
    parts: list = field(default_factory=list)

    @property
    def has_chosen_part(self):
        """Whether a part of this option is chosen."""
        return any(part.is_chosen for part in self.parts)


PARTS_LABELS = {"thema": "deelthema’s", "partner": "vestigingen"}


class Facet:
    """One question of the filter form: its options, and which initiatives have which."""

    def __init__(self, name, label, options, pairs):
        """Take ``Option`` objects in display order and ``(initiative id, option key)`` pairs."""
        self.name, self.label, self.parts_label = name, label, PARTS_LABELS.get(name, "")
        self.options = {option.key: option for option in options}
        self.having = defaultdict(set)
        for initiative_id, key in pairs:
            if key in self.options:
                self.having[key].add(initiative_id)
                self.having[self.options[key].parent].add(initiative_id)

    def having_any(self, keys):
        """Ids of the initiatives with at least one of these options; an unknown key has none."""
        return set().union(*(self.having[key] for key in keys if key in self.options))

    def tell(self, chosen, possible):
        """Fill in counts among ``possible`` ids and what is chosen, and hang parts under their wholes."""
        for option in self.options.values():
            option.count = len(self.having.get(option.key, set()) & possible)
            option.is_chosen = option.key in chosen
            if option.parent in self.options:
                self.options[option.parent].parts.append(option)

    @property
    def top_options(self):
        """The options that are no part of another one."""
        return [option for option in self.options.values() if option.parent not in self.options]

    @property
    def chosen_count(self):
        """How many options are chosen."""
        return sum(option.is_chosen for option in self.options.values())


def load_facets(initiatives, today):
    """All facets of these initiatives by name, in 11 queries however many there are."""
    roles = set(initiatives.values_list("pk", "organisations"))
    facts = list(initiatives.values_list("pk", "phase", "year"))
    places = list(initiatives.values_list("pk", "places", "places__province__slug"))
    organisations = _with_parents({organisation for _, organisation in roles})
    municipalities, lives_on_in = _municipalities({place for _, place, _ in places}, today)
    slugs = {organisation.pk: organisation.slug for organisation in organisations}
    sectors = {organisation.pk: organisation.sector for organisation in organisations}
    have_groups = initiatives.values_list("pk", "target_groups__slug")
    have_slugs = [(pk, slugs.get(who)) for pk, who in roles]
    have_sectors = [(pk, sectors.get(who)) for pk, who in roles]
    have_municipalities = [(pk, now) for pk, place, _ in places for now in lives_on_in(place)]
    facets = [
        Facet("thema", "Thema", _theme_options(), initiatives.values_list("pk", "themes__slug")),
        Facet("doelgroep", "Voor wie", _options(TargetGroup.objects.all()), have_groups),
        Facet("soort-partner", "Soort partner", _choices(Organisation.Sector), have_sectors),
        Facet("partner", "Partner", _partner_options(organisations), have_slugs),
        province_facet((pk, province) for pk, _, province in places),
        Facet("gemeente", "Gemeente", municipalities, have_municipalities),
        Facet("bibliotheek", "Bibliotheek", _library_options(organisations), have_slugs),
        Facet("fase", "Fase", _choices(Initiative.Phase), ((pk, phase) for pk, phase, _ in facts)),
        Facet("jaar", "Jaar van de gegevens", _year_options(facts), ((pk, str(year)) for pk, _, year in facts)),
    ]
    return {facet.name: facet for facet in facets}


def province_facet(pairs):
    """The facet of the provinces, from ``(initiative id, province slug)`` pairs."""
    return Facet("provincie", "Provincie", _options(Province.objects.all()), pairs)


def _options(things):
    return [Option(thing.slug, thing.name) for thing in things]


def _choices(choices):
    return [Option(value, label) for value, label in choices.choices if value]


def _year_options(facts):
    return [Option(str(year), str(year)) for year in sorted({year for _, _, year in facts if year}, reverse=True)]


def _theme_options():
    themes = Theme.objects.select_related("parent")
    return [Option(theme.slug, theme.name, theme.parent.slug if theme.parent else "") for theme in themes]


def _with_parents(ids):
    """The organisations with these ids and the partners they are an office of."""
    takers_part = list(Organisation.objects.filter(pk__in=ids).select_related("parent"))
    known = {organisation.pk for organisation in takers_part}
    parents = {o.parent for o in takers_part if o.parent and o.parent_id not in known}
    return sorted([*takers_part, *parents], key=lambda organisation: organisation.sort_key)


def _partner_options(organisations):
    return [
        Option(o.slug, o.name, o.parent.slug if o.parent else "")
        for o in organisations
        if o.kind == Organisation.Kind.PARTNER
    ]


def _library_options(organisations):
    return [Option(o.slug, o.name) for o in organisations if o.kind == Organisation.Kind.LIBRARY]


def _municipalities(ids, today):
    """Options for the municipalities of today, and a function from a place's id to the keys of those."""
    successions = Successions.on(today)
    now = {place: successions.living_on_in(place) for place in ids if place}
    wanted = {pk for successors in now.values() for pk in successors}
    slugs = {m.pk: m for m in Municipality.objects.filter(pk__in=wanted)}
    options = _options(slugs.values())
    return options, lambda place: [slugs[pk].slug for pk in now.get(place, ())]
