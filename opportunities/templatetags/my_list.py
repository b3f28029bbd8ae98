"""What a reader saved, for the button on every page of something that can be saved."""

from django import template

from opportunities.my_list.changes import is_in
from opportunities.my_list.store import saved

register = template.Library()


@register.simple_tag(takes_context=True)
def in_my_list(context, kind, slug):
    """Whether this reader saved this."""
    return is_in(
        saved(context["request"]),
        kind,
        slug,
    )
