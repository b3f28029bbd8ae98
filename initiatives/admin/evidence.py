"""The curators' lists and forms of what shows that something works: figures, quotes, documents, photos."""

from django.contrib import admin

from curation.archiving import ArchivingActions
from curation.options import CuratedAdmin
from initiatives import recognition_lists, resources
from initiatives.forms import PICTURE_FIELDS, PhotoForm
from initiatives.models import (
    Citation,
    Document,
    Figure,
    Photo,
    Recognition,
)


@admin.register(Figure)
class FigureAdmin(CuratedAdmin):
    resource_class = resources.FigureResource
    list_display = ["label", "value", "unit", "period", "kind", "source"]
    list_filter = ["kind", "source"]
    list_select_related = ["source"]
    search_fields = ["label", "initiative__title", "theme__name", "organisation__name"]
    autocomplete_fields = [*Figure.OWNERS, "source"]


@admin.register(Citation)
class CitationAdmin(CuratedAdmin):
    resource_class = resources.CitationResource
    list_display = ["speaker", "speaker_role", "source", "passage"]
    list_filter = ["source"]
    list_select_related = ["source"]
    search_fields = ["speaker", "paraphrase"]
    autocomplete_fields = [*Citation.OWNERS, "source"]


@admin.register(Document)
class DocumentAdmin(ArchivingActions, CuratedAdmin):
    resource_class = resources.DocumentResource
    out_of_scope = (
        "Dit hoort dan niet bij een provincie waar jij curator van bent. Kies bij ‘van’ een organisatie "
        "daar, of een voorbeeld van daar. Dia’s van een bijeenkomst zijn van wie haar organiseert."
    )
    list_display = ["title", "kind", "published_on", "period"]
    list_filter = ["kind", "published_on"]
    search_fields = ["title", "slug", "description"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = [
        "publishers",
        "initiatives",
        "themes",
        "networks",
        "agreement",
        "sources",
    ]


@admin.register(Photo)
class PhotoAdmin(CuratedAdmin):
    form = PhotoForm
    list_display = ["alt_text", "credit", "initiative", "organisation"]
    list_filter = ["credit"]
    list_select_related = ["initiative", "organisation"]
    search_fields = ["alt_text", "caption", "credit"]
    fields = ["initiative", "organisation", *PICTURE_FIELDS]
    autocomplete_fields = ["initiative", "organisation"]


@admin.register(Recognition)
class RecognitionAdmin(CuratedAdmin):
    resource_class = resources.RecognitionResource
    foreign_layouts = [recognition_lists.RecognitionList]
    list_display = ["level", "initiative", "body", "awarded_on", "expires_on"]
    list_filter = ["body", "awarded_on"]
    list_select_related = ["initiative", "body"]
    search_fields = ["level", "initiative__title"]
    autocomplete_fields = ["initiative", "body"]
