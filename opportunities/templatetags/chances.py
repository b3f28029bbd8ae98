"""How levels and chances look: a bar of three beside the word, a colour and a sign for the outcome."""

from functools import cache

from django import template
from django.utils.html import format_html, format_html_join

from opportunities.choices import Chance, Need, Policy, Supply
from opportunities.regions import LEVELS

register = template.Library()
WIDTH = 3
BARS = {
    Need.LOW: 1,
    Need.MEDIUM: 2,
    Need.HIGH: 3,
    Policy.ABSENT: 0,
    Policy.MENTIONED: 2,
    Policy.PRIORITY: 3,
    Supply.NONE: 0,
    Supply.LIMITED: 1,
    Supply.AMPLE: 3,
}
LOOKS = {  # class and drawing
    Chance.BIG: ("kans--3", "up"),
    Chance.CHANCE: ("kans--2", "arrow"),
    Chance.STRENGTH: ("kans--s", "star"),
    Chance.NOT_NOW: ("kans--0", "minus"),
    Chance.UNKNOWN: ("kans--x", "question"),
}


@register.simple_tag
@cache
def level(value):
    """The level as a bar and a word; what is not known has no bar."""
    if not value:
        return format_html('<span class="level level--unknown">{}</span>', value.label)
    return format_html('<span class="level">{}{}</span>', _bar(BARS[value]), value.label)


@cache
def _bar(filled):
    bars = format_html_join(
        "",
        '<rect class="{}" x="{}" y="0.75" width="10.5" height="12.5" rx="1.5"/>',
        (("on" if place < filled else "off", 0.75 + 13 * place) for place in range(WIDTH)),
    )
    return format_html('<svg viewBox="0 0 38 14" aria-hidden="true">{}</svg>', bars)


@register.filter
def chance_class(chance):
    """The class that colours an outcome."""
    return LOOKS[Chance(chance)][0]


@register.filter
def chance_icon(chance):
    """The name of the sign of an outcome."""
    return LOOKS[Chance(chance)][1]


@register.filter
def item(things, key):
    """What a dictionary has under this key."""
    return things[key]


# --- the table of a region: sixty municipalities by thirty themes, so cells are written in Python --------------------
SHADES = {"hoog": "heat__3", "gemiddeld": "heat__2", "laag": "heat__1", "speerpunt": "heat__3", "genoemd": "heat__2"}
SHADES |= {"niet-genoemd": "heat__1", "ruim": "heat__3", "beperkt": "heat__2", "geen": "heat__1", "": "heat__x"}

NEED_BELOW = {need: format_html("<small>behoefte {}</small>", need.label.lower()) for need in Need}


@register.simple_tag
def heat_cells(line, shown):
    """The cells of one municipality: a word in a colour, that leads to what it rests on."""
    tell = LEVELS[shown]
    start = line.municipality.get_absolute_url()
    return format_html_join(
        "", "<td{}><a href='{}{}/'>{}{}</a></td>", (_heat_cell(start, row, tell(row)) for row in line.rows)
    )


def _heat_cell(start, row, level):
    """Class, address, word; of a chance the need too, which is known where most else is not."""
    if not isinstance(level, Chance):
        return _class_of(SHADES[level]), start, row.theme.slug, level.label, ""
    return _class_of(LOOKS[level][0]), start, row.theme.slug, level.label.partition(":")[0], NEED_BELOW[row.need]


@cache
def _class_of(shade):
    return format_html(' class="{}"', shade)


@register.simple_tag
def region_query(region, **changes):
    """The query string of a region with other values."""
    return region.query_with(**changes)
