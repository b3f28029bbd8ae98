"""How far an entry can be trusted today, as a mark."""

from functools import cache

from django import template
from django.utils import timezone
from django.utils.html import format_html

from initiatives.cards import freshness_of
from initiatives.choices import Freshness
from initiatives.filters import other_kinds_query
from initiatives.phases import phase_in_words
from wording.templatetags.wording import icon

register = template.Library()


@register.simple_tag
def status(has_stopped, confirmed_until, is_quiet=False):  # noqa: FBT002 templates name it
    """How far an entry can be trusted today, as a mark; ``is_quiet`` where many stand together."""
    return _status_mark(
        freshness_of(has_stopped, confirmed_until, timezone.localdate()),
        is_quiet,
    )


@register.simple_tag
def phase_now(card):
    """How far the entry of a card is, in words that hold today."""
    return phase_in_words(
        card["phase"],
        card["phase_label"],
        card["year"],
        card["confirmed_on"],
        timezone.localdate(),
    )


@cache
def _status_mark(state, is_quiet):
    css_class, drawing, words = {
        Freshness.CONFIRMED: ("ok", "okring", "Bevestigd"),
        Freshness.FINISHED: ("off", "clock", "Afgerond"),
        Freshness.UNCONFIRMED: (
            "quiet" if is_quiet else "check",
            "question",
            "Nog niet bevestigd",
        ),
    }[state]
    return format_html(
        '<span class="status status--{}">{}{}</span>',
        css_class,
        icon(drawing),
        words,
    )


@register.simple_tag
def with_other_kinds(query):
    """The query string of the overview that asks for ideas, documents and campaigns instead; empty without one."""
    if not query:
        return ""
    return f"{query}&{other_kinds_query()}"
