"""What a list shows of one initiative, as plain values: the search keeps them ready for every entry."""

from django.urls import reverse

from initiatives.choices import Freshness
from wording.enumerations import joined, joined_at_most

MOST_NAMES = 3
MOST_PLACES = 4


def initiative_card(initiative):
    """Texts, lists of texts and an ISO date; of an initiative that was loaded with ``for_cards``, without a query."""
    themes = list(initiative.themes.all())
    icon = ""
    if themes:
        icon = themes[0].icon
    return {
        "url": reverse("initiatives:initiative_detail", args=[initiative.slug]),
        "title": initiative.title,
        "kind": initiative.get_entry_kind_display(),
        "is_practice": initiative.is_practice,
        "summary": initiative.summary,
        "icon": icon,
        "themes": [[theme.name, theme.get_absolute_url()] for theme in themes],
        "who": leads_and_companions(initiative),
        "groups": joined(initiative.target_groups.all()),
        "is_national": initiative.is_national,
        "where": where_it_is(initiative),
        "former_places": initiative.former_places,
        "phase": initiative.phase,
        "phase_label": initiative.get_phase_display(),
        "confirmed_on": str(initiative.confirmed_on or ""),
        "year": initiative.year,
        "has_stopped": initiative.has_stopped,
        "confirmed_until": initiative.confirmed_until,
    }


def leads_and_companions(initiative):
    """Who leads it and with whom; nothing where nobody leads."""
    leads = joined_at_most(initiative.leads, MOST_NAMES)
    companions = joined_at_most(initiative.companions, MOST_NAMES)
    if leads and companions:
        return f"{leads} met {companions}"
    return leads


def where_it_is(initiative):
    """The first of its places, or the whole country."""
    if initiative.is_national:
        return "In het hele land"
    return joined_at_most(initiative.places.all(), MOST_PLACES) or "Niet bekend"


def end_of_confirmation(confirmed_on, next_check_on):
    """The day on which a confirmation ends, as ISO text; empty where nobody confirmed it, far away without end."""
    if confirmed_on is None:
        return ""
    return str(next_check_on or "9999-12-31")


def freshness_of(has_stopped, until, today):
    """How far the reader can trust that something is still so: a value of ``Initiative.Freshness``."""
    if has_stopped:
        return Freshness.FINISHED
    if until > str(today):
        return Freshness.CONFIRMED
    return Freshness.UNCONFIRMED
