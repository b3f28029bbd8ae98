"""The areas of a map. Written in Python: there are 342 of them on a page."""

from django import template
from django.utils.html import format_html, format_html_join

register = template.Library()


@register.simple_tag
def map_areas(drawn):
    """A link per municipality: its area, and its name that appears above the map on hover and focus."""
    x, y = drawn.names_at
    parts = []
    for area in drawn.areas:
        reading = area.reading
        parts.append(
            (
                area.url,
                reading.shade,
                area.path,
                x,
                y,
                area.municipality.name,
                reading.text,
            )
        )
    return format_html_join(
        "\n",
        '<a href="{}"><path class="map__{}" d="{}"/><text x="{}" y="{}">{}: {}</text></a>',
        parts,
    )


@register.simple_tag
def map_swatch(shade):
    """A patch of one colour, for the legend; a drawing, so that it is printed too."""
    return format_html(
        '<svg class="map__swatch" viewBox="0 0 24 16" aria-hidden="true">'
        '<rect class="map__{}" x="1" y="1" width="22" height="14"/></svg>',
        shade,
    )
