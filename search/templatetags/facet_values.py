"""The check boxes of a facet. Written in Python: a page has a hundred of them, and they were half of its time."""

from html import escape

from django import template
from django.utils.safestring import mark_safe

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
def facet_values(facet, values, is_open=False):  # noqa: FBT002 templates name it
    """A list item per value, with its parts folded under it unless something in it is chosen."""
    return mark_safe("\n".join(_box(facet, value, is_open) for value in values))  # noqa: S308 every text is escaped


def _box(facet, value, is_open):
    state = " checked" if value.is_chosen else "" if value.count else " disabled"
    parts = _parts(facet, value, is_open) if value.parts else ""
    return BOX.format(
        name=facet.name, key=escape(value.key), state=state, label=escape(value.label), count=value.count, parts=parts
    )


def _parts(facet, value, is_open):
    state = " open" if is_open or value.is_chosen or value.has_chosen_part else ""
    boxes = "\n".join(_box(facet, part, is_open) for part in value.parts)
    return PARTS.format(
        state=state,
        count=len(value.parts),
        what=facet.parts_labels[len(value.parts) != 1],
        label=escape(value.label),
        boxes=boxes,
    )
