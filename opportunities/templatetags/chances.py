"""How levels and chances look: a bar of three beside the word, a colour and a sign for the outcome."""

from collections.abc import Collection
from functools import cache

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from initiatives.models import Initiative, Theme
from initiatives.phases import is_confirmed_lately
from opportunities.choices import (
    ONLY_NEED,
    Chance,
    Need,
    OrderedChoices,
    Policy,
    Supply,
)
from opportunities.matrix_rows import Row
from opportunities.region_lines import RegionLine
from opportunities.regions import LEVELS, Region
from wording.enumerations import joined_at_most

register = template.Library()
WIDTH = 3
MOST_PLACES = 2
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
    Chance.HIGH_NEED: ("kans--n3", "question"),
    Chance.MEDIUM_NEED: ("kans--n2", "question"),
    Chance.LOW_NEED: ("kans--n1", "question"),
    Chance.NOT_NOW: ("kans--0", "minus"),
    Chance.UNKNOWN: ("kans--x", "question"),
}


@register.simple_tag
@cache
def level(value: OrderedChoices) -> SafeString:
    """The level as a bar and a word; what is not known has no bar."""
    if not value:
        return format_html('<span class="level level--unknown">{}</span>', value.label)
    return format_html(
        '<span class="level">{}{}</span>',
        bar(BARS[value]),
        value.label,
    )


@cache
def bar(filled: int) -> SafeString:
    """A drawing of three blocks of which so many are filled."""
    blocks = []
    for place in range(WIDTH):
        look = "on" if place < filled else "off"
        blocks.append((look, 0.75 + 13 * place))
    drawn = format_html_join(
        "",
        '<rect class="{}" x="{}" y="0.75" width="10.5" height="12.5" rx="1.5"/>',
        blocks,
    )
    return format_html('<svg viewBox="0 0 38 14" aria-hidden="true">{}</svg>', drawn)


@register.filter
def chance_class(chance: str) -> str:
    """The class that colours an outcome."""
    css_class, _ = LOOKS[Chance(chance)]
    return css_class


@register.filter
def chance_icon(chance: str) -> str:
    """The name of the sign of an outcome."""
    _, icon = LOOKS[Chance(chance)]
    return icon


@register.filter
def place_and_year(initiative: Initiative) -> str:
    """``Deventer, 2014, niet bevestigd``: where and when an example was, and whether anybody said so since."""
    where = joined_at_most(initiative.places.all(), MOST_PLACES)
    if initiative.is_national:
        where = "In het hele land"
    parts = [where or "Plaats niet bekend", str(initiative.year or "jaar niet bekend")]
    if not is_confirmed_lately(initiative.confirmed_on, timezone.localdate()):
        parts.append("niet bevestigd")
    return ", ".join(parts)


@register.filter
def lower_first(text: str) -> str:
    """The same words inside a sentence."""
    return text[:1].lower() + text[1:]


@register.filter
def item(dictionary, key):
    """What a dictionary has under this key."""
    return dictionary[key]


# --- the table of a region: sixty municipalities by thirty themes, so cells are written in Python --------------------
SHADES = {
    "hoog": "heat__3",
    "gemiddeld": "heat__2",
    "laag": "heat__1",
    "speerpunt": "heat__3",
    "genoemd": "heat__2",
    "niet-genoemd": "heat__1",
    "ruim": "heat__3",
    "beperkt": "heat__2",
    "geen": "heat__1",
    "": "heat__x",
}


@register.simple_tag
def heat_cells(line: RegionLine, shown: str, column: Theme | None) -> SafeString:
    """The cells of one municipality: a word and a figure in a colour, that lead to what it rests on.

    ``column`` is the theme that a narrow screen shows.
    """
    address = line.municipality.get_absolute_url()
    columns = {row.theme for row in line.rows}
    cells = []
    for row in line.rows:
        level = LEVELS[shown](row)
        now = ""
        if row.theme == column:
            now = " heat__now"
        cells.append(
            (
                shade_of(level),
                now,
                address,
                row.theme.slug,
                level.label,
                below(row, shown, columns),
            )
        )
    return format_html_join(
        "",
        '<td class="{}{}"><a href="{}{}/">{} <small>{}</small></a></td>',
        cells,
    )


def shade_of(level: OrderedChoices) -> str:
    """The class that colours a cell."""
    if isinstance(level, Chance):
        return chance_class(level)
    return SHADES[level]


def below(
    row: Row,
    shown: str,
    columns: Collection[Theme],
) -> str:
    """What stands under the word: what it was counted from, and of which part it is where that has no column."""
    words = []
    if shown == "beleid" and row.policy_in_numbers:
        words.append(row.policy_in_numbers)
    if shown == "aanbod" and row.supply_in_numbers:
        words.append(row.supply_in_numbers)
    if shown in ("kans", "behoefte") and row.figure and row.figure.short:
        words.append(row.figure.short)
    if shown == "kans" and row.need and row.chance not in ONLY_NEED:
        words.append(f"behoefte {row.need.label.lower()}")
    if row.decided_by and row.decided_by not in columns:
        words.append(row.decided_by.name)
    return ", ".join(words)


@register.simple_tag
def region_query(region: Region, **changes: str) -> str:
    """The query string of a region with other values."""
    return region.query_with(**changes)
