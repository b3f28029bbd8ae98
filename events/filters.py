"""A query string → which events of the agenda, and what can be chosen."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Prefetch, Q

from initiatives.models import Theme
from partners.models import Organisation, Province
from visitors.asked import asked_text

from .models import Event, EventRole

LABELS = {"thema": "Thema", "provincie": "Provincie", "organisator": "Organisator", "soort": "Soort"}
ANY = {
    "thema": "Alle thema’s",
    "provincie": "Alle provincies",
    "organisator": "Alle organisatoren",
    "soort": "Alle soorten",
}


@dataclass(frozen=True)
class Option:
    """Something to choose; ``thing`` is the row or value that it stands for."""

    key: str
    label: str
    thing: object
    is_part: bool = False


@dataclass(frozen=True)
class Choice:
    """One filter: its options, and the one that is chosen."""

    name: str
    asked: str
    options: list[Option]

    @property
    def label(self):
        """The words above the field."""
        return LABELS[self.name]

    @property
    def any_label(self):
        """The words for not choosing."""
        return ANY[self.name]

    @property
    def chosen(self):
        """The chosen option, ``None`` when nothing is chosen or what was asked does not exist."""
        return next((option for option in self.options if option.key == self.asked), None)

    @property
    def is_unknown(self):
        """Whether something was asked that does not exist."""
        return bool(self.asked) and self.chosen is None

    def narrow(self, events):
        """The events that fit; of what does not exist there are none."""
        if not self.asked:
            return events
        return NARROWED_BY[self.name](events, self.chosen.thing) if self.chosen else events.none()


class EventFilter:
    """``thema``, ``provincie``, ``organisator`` and ``soort`` of a query string; anything else in it is ignored."""

    def __init__(self, data):
        self.asked = {name: asked_text(data, name) for name in LABELS}

    @cached_property
    def choices(self):
        """The filters in the order of the form."""
        return [Choice(name, asked, OPTIONS[name]()) for name, asked in self.asked.items()]

    def narrow(self, events):
        """The events that fit every filter."""
        for choice in self.choices:
            events = choice.narrow(events)
        return events

    @property
    def query(self):
        """The query string with only what was asked."""
        return self._query_without()

    @property
    def chips(self):
        """What was asked, as (label, query string without it)."""
        return [
            (choice.chosen.label if choice.chosen else f"‘{choice.asked}’", self._query_without(choice.name))
            for choice in self.choices
            if choice.asked
        ]

    @property
    def unknown(self):
        """The choices that do not exist."""
        return [choice for choice in self.choices if choice.is_unknown]

    def _query_without(self, left_out=None):
        return urlencode({name: value for name, value in self.asked.items() if value and name != left_out})


def _themes():
    """Main themes, each with its parts after it."""
    found = []
    for theme in Theme.objects.main().prefetch_related(Prefetch("subthemes", Theme.objects.order_by("position"))):
        found.append(Option(theme.slug, theme.name, theme))
        found += [Option(part.slug, part.name, part, is_part=True) for part in theme.subthemes.all()]
    return found


def _provinces():
    return [Option(province.slug, province.name, province) for province in Province.objects.all()]


def _organisers():
    """Who organised something that the public may see, and what those are an office of."""
    roles = EventRole.objects.filter(role=EventRole.Role.ORGANISER, event__in=Event.objects.published()).order_by()
    own, above = Q(pk__in=roles.values("organisation")), Q(pk__in=roles.values("organisation__parent"))
    return [Option(each.slug, str(each), each) for each in Organisation.objects.filter(own | above)]


def _kinds():
    return [Option(value, label, value) for value, label in Event.Kind.choices]


OPTIONS = {"thema": _themes, "provincie": _provinces, "organisator": _organisers, "soort": _kinds}
NARROWED_BY = {
    "thema": lambda events, theme: events.about(theme),
    "provincie": lambda events, province: events.in_province(province),
    "organisator": lambda events, organisation: events.organised_by(organisation),
    "soort": lambda events, kind: events.of_kind(kind),
}
