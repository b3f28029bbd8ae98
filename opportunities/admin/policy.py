"""The curators' lists and forms of what municipalities say that they want."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from curation.options import CuratedAdmin, OwnedStackedInline
from opportunities import resources
from opportunities.models import (
    Passage,
    PolicyDocument,
)


class PassageInline(OwnedStackedInline):
    model = Passage
    fields = [
        ("theme", "weight"),
        "told",
        ("place", "page"),
        "url",
        "quote",
    ]
    autocomplete_fields = ["theme"]


@admin.register(PolicyDocument)
class PolicyDocumentAdmin(CuratedAdmin):
    """Documents of policy; passages are marked most easily on the page with the text beside it."""

    resource_class = resources.PolicyDocumentResource
    list_display = [
        "title",
        "reading",
        "municipality",
        "kind",
        "from_year",
        "read_on",
    ]
    list_filter = [
        "kind",
        "municipality__province",
        ("read_on", admin.EmptyFieldListFilter),
    ]
    list_select_related = ["municipality"]
    search_fields = ["title", "party", "slug", "municipality__name"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["municipality"]
    readonly_fields = ["reading"]
    inlines = [PassageInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "municipality",
                    "kind",
                    "title",
                    "slug",
                    "party",
                    "parties",
                    ("from_year", "until_year"),
                ]
            },
        ),
        (
            "Waar het staat",
            {
                "fields": [
                    ("dated", "seen_on"),
                    "page_url",
                    "url",
                    "note",
                    "missing_because",
                ]
            },
        ),
        ("Lezen", {"fields": ["text", "reading", "read_on"]}),
    ]

    def get_queryset(self, request):
        """Long texts are only for the form."""
        return super().get_queryset(request).defer("text")

    @admin.display(description="lezen en markeren")
    def reading(self, document):
        """The page with the text beside the passages; there is something to read once it is stored."""
        if document.pk is None:
            return "Bewaar eerst; daarna kun je de tekst lezen en passages markeren."
        address = reverse("curator:policy_reading", args=[document.pk])
        return format_html('<a href="{}">Lees en markeer</a>', address)


@admin.register(Passage)
class PassageAdmin(CuratedAdmin):
    resource_class = resources.PassageResource
    list_display = ["theme", "text", "weight", "page", "document"]
    list_filter = ["weight", "theme", "document__municipality__province"]
    list_select_related = ["theme", "document"]
    search_fields = ["told", "quote", "document__title", "document__municipality__name"]
    autocomplete_fields = ["theme", "document"]

    @admin.display(description="passage")
    def text(self, passage):
        return passage.text
