"""What stands on a card: a page of them has some sixty themes, which were a sixth of its time."""

from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join

register = template.Library()


@register.simple_tag
def theme_tags(themes):
    """The themes of a card, as (name, address), in list items that lead to them."""
    items = [(theme_tag(name, address),) for name, address in themes]
    return format_html_join("", "{}", items)


@lru_cache(maxsize=1_000)
def theme_tag(name, address):
    """One theme as a list item."""
    return format_html('<li><a class="tag" href="{}">{}</a></li>', address, name)
