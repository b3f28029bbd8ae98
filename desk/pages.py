"""The frame around pages of the curators that belong to no single list."""

from django.contrib import admin
from django.template.response import TemplateResponse


def desk_page(request, template, title, **context):
    """A page with the curators' menu around it."""
    around = admin.site.each_context(request)
    return TemplateResponse(
        request,
        template,
        {**around, "title": title, **context},
    )
