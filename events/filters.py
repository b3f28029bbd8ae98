"""A query string → which events of the agenda, and what can be chosen."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Prefetch, Q

from initiatives.models import Theme
from partners.models import Organisation, Province
from visitors.asked import asked_text

from .models import Event, EventRole

LABELS = {
    "thema": "Thema",
    "provincie": "Provincie",
    "organisator": "Organisator",
    "soort": "Soort",
}
ANY = {
    "thema": "Alle thema’s",
    "provincie": "Alle provincies",
    "organisator": "Alle organisatoren",
    "soort": "Alle soorten",
}


@dataclass(frozen=True)
class EventOption:
    """Something to choose; ``value`` is the row or word that it stands for."""

    key: str
    label: str
    value: object
    is_part: bool = False


@dataclass(frozen=True)
class FilterChoice:
    """One filter: its options, and the one that is chosen."""

    name: str
    text: str
    options: list[EventOption]

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
        for option in self.options:
            if option.key == self.text:
                return option
        return None

    @property
    def is_unknown(self):
        """Whether something was asked that does not exist."""
        return bool(self.text) and self.chosen is None

    def narrow(self, events):
        """The events that fit; of what does not exist there are none."""
        if not self.text:
            return events
        if self.chosen is None:
            return events.none()
        narrowed_by = NARROWED_BY[self.name]
        return narrowed_by(events, self.chosen.value)


class EventFilter:
    """``thema``, ``provincie``, ``organisator`` and ``soort`` of a query string; anything else in it is ignored."""

    def __init__(self, data):
        self.texts = {name: asked_text(data, name) for name in LABELS}

    @cached_property
    def choices(self):
        """The filters in the order of the form."""
        choices = []
        for name, text in self.texts.items():
            options = OPTIONS[name]()
            choices.append(FilterChoice(name, text, options))
        return choices

    def narrow(self, events):
        """The events that fit every filter."""
        for choice in self.choices:
            events = choice.narrow(events)
        return events

    @property
    def query(self):
        """The query string with only what was asked."""
        return self.query_without(None)

    @property
    def chips(self):
        """What was asked, as (label, query string without it)."""
        chips = []
        for choice in self.choices:
            if choice.chosen:
                chips.append((choice.chosen.label, self.query_without(choice.name)))
            elif choice.text:
                chips.append((f"‘{choice.text}’", self.query_without(choice.name)))
        return chips

    @property
    def unknown(self):
        """The choices that do not exist."""
        return [choice for choice in self.choices if choice.is_unknown]

    def query_without(self, left_out):
        """The query string with what was asked but for one filter."""
        pairs = []
        for name, text in self.texts.items():
            if text and name != left_out:
                pairs.append((name, text))
        return urlencode(pairs)


def theme_options():
    """Main themes, each with its parts after it."""
    parts = Prefetch("subthemes", Theme.objects.order_by("position"))
    options = []
    for theme in Theme.objects.main().prefetch_related(parts):
        options.append(EventOption(theme.slug, theme.name, theme))
        for part in theme.subthemes.all():
            options.append(EventOption(part.slug, part.name, part, is_part=True))
    return options


def province_options():
    """Every province."""
    options = []
    for province in Province.objects.all():
        options.append(EventOption(province.slug, province.name, province))
    return options


def organiser_options():
    """Who organised something that the public may see, and what those are an office of."""
    roles = EventRole.objects.filter(
        role=EventRole.Role.ORGANISER,
        event__in=Event.objects.published(),
    )
    roles = roles.order_by()
    organises = Q(pk__in=roles.values("organisation"))
    has_office_that_does = Q(pk__in=roles.values("organisation__parent"))
    organisations = Organisation.objects.filter(organises | has_office_that_does)
    options = []
    for organisation in organisations:
        options.append(
            EventOption(
                organisation.slug,
                str(organisation),
                organisation,
            )
        )
    return options


def kind_options():
    """Every kind of meeting."""
    return [EventOption(value, label, value) for value, label in Event.Kind.choices]


OPTIONS = {
    "thema": theme_options,
    "provincie": province_options,
    "organisator": organiser_options,
    "soort": kind_options,
}
NARROWED_BY = {
    "thema": lambda events, theme: events.about(theme),
    "provincie": lambda events, province: events.in_province(province),
    "organisator": lambda events, organisation: events.organised_by(organisation),
    "soort": lambda events, kind: events.of_kind(kind),
}
