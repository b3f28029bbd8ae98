"""The rows of a list of the curators, written in one template: Unfold looks up the heads again for every row."""

from decimal import Decimal

from django import template
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import lookup_field
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import ManyToOneRel
from unfold.templatetags.unfold_list import (
    CHECKBOX_CLASSES,
    LINK_CLASSES,
    ROW_CLASSES,
    result_headers,
)
from unfold.utils import display_for_field, display_for_value
from unfold.widgets import CHECKBOX_CLASSES as BOX_CLASSES

from wording.numbers import number_in_full

register = template.Library()
BOX = "action_checkbox"
TITLE_CASE = "before:capitalize"  # makes ‘Klopt Het Nog’ of a label on a phone


@register.inclusion_tag("admin/_list_rows.html", takes_context=True)
def list_rows(context, changelist):
    """The table: its heads, and a row for each thing."""
    heads = list(result_headers(changelist))
    sorted_heads = []
    for head in heads:
        if head["sortable"] and head["sorted"]:
            sorted_heads.append(head)
    may_add = changelist.model_admin.has_add_permission(context["request"])
    return {
        "cl": changelist,
        "has_add_permission": may_add,
        "result_headers": heads,
        "num_sorted_fields": len(sorted_heads),
        "rows": rows_of(changelist, heads),
        "box_class": " ".join([*BOX_CLASSES, "action-select"]),
        "box_cell_class": without_title_case(CHECKBOX_CLASSES),
        "cell_class": without_title_case(ROW_CLASSES),
        "link_class": " ".join(LINK_CLASSES),
    }


def without_title_case(classes):
    """The classes of a cell, of which the label on a phone stays as it is written."""
    return " ".join(name for name in classes if name != TITLE_CASE)


def rows_of(changelist, heads):
    """Each thing with its cells, the address of its form, and whether it has a box to tick."""
    columns = []
    for name, head in zip(changelist.list_display, heads, strict=True):
        if name != BOX:
            columns.append((name, head["text"]))
    has_boxes = BOX in changelist.list_display
    rows = []
    for row in changelist.result_list:
        cells = cells_of(changelist, row, columns)
        rows.append(
            {
                "thing": row,
                "has_box": has_boxes,
                "cells": cells,
            }
        )
    return rows


def cells_of(changelist, row, columns):
    """What stands in the row of a thing."""
    linked = changelist.list_display_links or [columns[0][0]]
    cells = []
    for name, label in columns:
        cell = {
            "name": name,
            "label": label,
            "value": value_in(changelist, row, name),
            "address": "",
        }
        if name in linked:
            cell["address"] = address_of(changelist, row)
        cells.append(cell)
    return cells


def address_of(changelist, row):
    """The form of a thing; it leads back to the list as it is now."""
    filters = {
        "preserved_filters": changelist.preserved_filters,
        "opts": changelist.opts,
    }
    return add_preserved_filters(
        filters,
        changelist.url_for_result(row),
    )


def value_in(changelist, row, name):
    """A value as a reader reads it."""
    admin = changelist.model_admin
    nothing = admin.get_empty_value_display()
    try:
        field, attribute, value = lookup_field(name, row, admin)
    except ObjectDoesNotExist:
        return nothing
    if field is None:
        return display_for_value(
            value,
            nothing,
            getattr(attribute, "boolean", False),
        )
    if isinstance(field.remote_field, ManyToOneRel):
        return display_for_value(getattr(row, field.name), nothing)
    if isinstance(value, Decimal):
        return number_in_full(value)
    return display_for_field(value, field, nothing)
