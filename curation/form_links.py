"""Where the form of an entry is, and links to it."""

from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html_join

from accounts import kinds


def links_to_forms(rows):
    """Links to the forms of these rows, with a comma between them."""
    links = [(form_address(row), row) for row in rows]
    return format_html_join(", ", '<a href="{}">{}</a>', links)


def form_address(row):
    """The address of the admin form of a row; one of several kinds says which list has its form."""
    app, name = kinds.label_of(row).split(".")
    name = getattr(row, "form_model_name", name)
    try:
        return reverse(f"admin:{app}_{name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""
