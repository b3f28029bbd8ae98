"""What the pages of the agenda say in one word: when, where, what it costs, and how it stands."""

from django import template
from django.utils import timezone
from django.utils.html import format_html

from events.days import stretches_of
from events.free_places import is_full, places_left, places_open, shares_of
from events.models import Event, EventRole
from events.prices import prices_of
from events.registering import state_at
from events.wording import hours_in_words, hours_of, when_of, where_of
from wording.enumerations import joined
from wording.numbers import price_in_words
from wording.templatetags.wording import icon

register = template.Library()
WORDS = (
    hours_in_words,
    hours_of,
    price_in_words,
    stretches_of,
    when_of,
    where_of,
)
PLACES = (is_full, places_left, places_open, shares_of)
for function in (*WORDS, *PLACES):
    register.filter(function)

MARKS = {
    Event.State.ANNOUNCED: ("off", "calendar"),
    Event.State.OPEN: ("ok", "okring"),
    Event.State.FULL: ("full", "stop"),
    Event.State.CLOSED: ("off", "stop"),
    Event.State.CANCELLED: ("check", "warn"),
    Event.State.PAST: ("off", "clock"),
}


@register.simple_tag
def event_status(event):
    """How an event stands now, as a mark; loaded with its days and places."""
    state = state_at(event, timezone.now())
    css_class, drawing = MARKS[state]
    return format_html(
        '<span class="status status--{}">{}{}</span>',
        css_class,
        icon(drawing),
        state.label,
    )


@register.filter
def subject(citation):
    """What a quote is about, ``None`` when that has no public page."""
    subject = (
        citation.initiative
        or citation.theme
        or citation.network
        or citation.organisation
    )
    is_archived = getattr(subject, "archived_on", None) is not None
    if is_archived:
        return None
    return subject


@register.filter
def by_role(appearances):
    """Who has which role, as (role, people), in the order of the roles; one person may stand under several."""
    roles = {}
    for appearance in appearances:
        roles.setdefault(appearance.get_role_display(), []).append(appearance.speaker)
    return list(roles.items())


@register.filter
def of_whole_event(appearances):
    """The roles that are not in one session."""
    return [appearance for appearance in appearances if appearance.session_id is None]


@register.filter
def organisers(roles):
    """The organisations among the roles that organise it."""
    organisers = []
    for role in roles:
        if role.role == EventRole.Role.ORGANISER:
            organisers.append(role.organisation)
    return organisers


@register.filter(name="prices_of")
def prices_of_today(event):
    """What a place costs who takes one today."""
    return prices_of(event, timezone.localdate())


@register.filter
def amounts(tiers):
    """What it costs in one line, each amount once: gratis, € 85 of € 145."""
    different = {tier.amount for tier in tiers}
    words = [price_in_words(amount) for amount in sorted(different)]
    return joined(words, "of").capitalize()


@register.filter
def details_of(session):
    """What tells a session from another of the same name, in one line: hours, angle, who moderates and room."""
    leader = ""
    if session.led_by:
        leader = f"Met {session.led_by}"
    return ". ".join(
        filter(None, [hours_of(session), session.angle, leader, session.room])
    )


@register.filter
def organisers_first(roles):
    """The roles of organisations, from who organises it to who helps."""
    order = EventRole.Role.values
    return sorted(
        roles,
        key=lambda role: order.index(role.role),
    )
