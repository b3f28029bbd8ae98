"""The check boxes of a facet. Written in Python: a page has a hundred of them, and they were half of its time."""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from search.facets import Facet, Value

register = template.Library()
BOX = (
    '<li><label><input type="checkbox" id="{name}-{key}" name="{name}" value="{key}"{state}><span>{label}</span> '
    '<span class="facet__count">{count}<span class="visually-hidden"> gevonden</span></span></label>{parts}</li>'
)
PARTS = (
    '<details class="facet__more"{state}><summary>{count} {what}<span class="visually-hidden"> van {label}</span>'
    '</summary><ul class="facet__parts">{boxes}</ul></details>'
)


@register.simple_tag
def facet_values(
    facet: Facet,
    values: Iterable[Value],
    is_open: bool = False,  # noqa: FBT002 templates name it
) -> SafeString:
    """A list item per value, with its parts folded under it unless something in it is chosen."""
    boxes = [box_of(facet, value, is_open) for value in values]
    return mark_safe("\n".join(boxes))  # noqa: S308 every text is escaped


def box_of(facet: Facet, value: Value, is_open: bool) -> str:
    """A value as a list item with its box, its count and its parts."""
    state = ""
    if value.is_chosen:
        state = " checked"
    elif not value.count:
        state = " disabled"
    parts = ""
    if value.parts:
        parts = parts_of(facet, value, is_open)
    return BOX.format(
        name=facet.name,
        key=escape(value.key),
        state=state,
        label=escape(value.label),
        count=value.count,
        parts=parts,
    )


def parts_of(facet: Facet, value: Value, is_open: bool) -> str:
    """The parts of a value, folded unless something in it is chosen."""
    state = ""
    if is_open or value.is_chosen or value.has_chosen_part:
        state = " open"
    boxes = "\n".join(box_of(facet, part, is_open) for part in value.parts)
    return PARTS.format(
        state=state,
        count=len(value.parts),
        what=facet.parts_labels[len(value.parts) != 1],
        label=escape(value.label),
        boxes=boxes,
    )
