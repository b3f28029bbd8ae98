"""The curators' lists and forms of practice examples, themes and what supports them."""

from django.contrib import admin

from .forms import PhotoForm
from .models import (
    Citation,
    ConversationQuestion,
    Document,
    Figure,
    Initiative,
    LibraryOffer,
    MunicipalDuty,
    Participation,
    Photo,
    Recognition,
    TargetGroup,
    Theme,
)

admin.site.site_header = "Bieb Netwerk: beheer"
admin.site.site_title = "Bieb Netwerk"
admin.site.index_title = "Wat wil je bijwerken?"


class ParticipationInline(admin.TabularInline):
    model = Participation
    autocomplete_fields = ["organisation", "source"]
    extra = 0


class FigureInline(admin.TabularInline):
    model = Figure
    fields = ["qualifier", "value", "unit", "label", "period", "kind", "source", "note", "position"]
    autocomplete_fields = ["source"]
    extra = 0


class CitationInline(admin.StackedInline):
    model = Citation
    fields = [("speaker", "speaker_role"), "paraphrase", ("source", "passage")]
    autocomplete_fields = ["source"]
    extra = 0


class PhotoInline(admin.TabularInline):
    model = Photo
    form = PhotoForm
    fields = ["image", "alt_text", "caption", "credit", "position"]
    extra = 0


class RecognitionInline(admin.TabularInline):
    model = Recognition
    autocomplete_fields = ["body"]
    extra = 0


@admin.register(Initiative)
class InitiativeAdmin(admin.ModelAdmin):
    list_display = ["title", "publication_state", "phase", "year", "confirmed_on", "next_check_on", "updated_at"]
    list_filter = ["publication_state", "phase", "year", "themes", "places__province", "is_national", "is_featured"]
    search_fields = ["title", "summary", "slug", "organisations__name", "places__name"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["themes", "target_groups", "places", "contact", "confirmed_by", "sources"]
    inlines = [ParticipationInline, FigureInline, CitationInline, PhotoInline, RecognitionInline]
    date_hierarchy = "updated_at"
    save_on_top = True
    fieldsets = [
        (None, {"fields": ["title", "slug", "summary", "publication_state", "format", "themes", "target_groups"]}),
        ("Waar", {"fields": ["places", "is_national", "place_note"]}),
        ("Het verhaal", {"fields": ["background", "goal", "approach", "materials", "results", "lessons"]}),
        ("Kosten en inzet", {"fields": ["cost_band", "cost_note", "effort", "preconditions", "transferability"]}),
        (
            "Wanneer",
            {"fields": ["phase", "stop_reason", "year", ("start_year", "start_month", "end_year"), "period_note"]},
        ),
        ("Klopt het nog?", {"fields": [("confirmed_on", "confirmed_by"), "next_check_on", "contact", "sources"]}),
        ("Op de voorpagina", {"fields": ["is_featured", "illustration"]}),
    ]


class LibraryOfferInline(admin.TabularInline):
    model = LibraryOffer
    autocomplete_fields = ["initiative", "source"]
    extra = 0


class MunicipalDutyInline(admin.TabularInline):
    model = MunicipalDuty
    autocomplete_fields = ["source"]
    extra = 0


class ConversationQuestionInline(admin.TabularInline):
    model = ConversationQuestion
    autocomplete_fields = ["source"]
    extra = 0


@admin.register(Theme)
class ThemeAdmin(admin.ModelAdmin):
    list_display = ["name", "parent", "position"]
    list_filter = [("parent", admin.EmptyFieldListFilter)]
    list_select_related = ["parent"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent", "sources"]
    inlines = [LibraryOfferInline, MunicipalDutyInline, ConversationQuestionInline]


@admin.register(LibraryOffer, MunicipalDuty, ConversationQuestion)
class ThemeLineAdmin(admin.ModelAdmin):
    """One line under a theme."""

    list_display = ["text", "theme", "position"]
    list_filter = ["theme"]
    list_select_related = ["theme"]
    search_fields = ["text", "theme__name"]
    autocomplete_fields = ["theme", "source"]


@admin.register(TargetGroup)
class TargetGroupAdmin(admin.ModelAdmin):
    list_display = ["name", "description"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["source"]


@admin.register(Participation)
class ParticipationAdmin(admin.ModelAdmin):
    list_display = ["initiative", "organisation", "role"]
    list_filter = ["role", "organisation__kind"]
    list_select_related = ["initiative", "organisation"]
    search_fields = ["initiative__title", "organisation__name"]
    autocomplete_fields = ["initiative", "organisation", "source"]


@admin.register(Figure)
class FigureAdmin(admin.ModelAdmin):
    list_display = ["label", "value", "unit", "period", "kind", "source"]
    list_filter = ["kind", "source"]
    list_select_related = ["source"]
    search_fields = ["label", "initiative__title", "theme__name", "organisation__name"]
    autocomplete_fields = [*Figure.OWNERS, "source"]


@admin.register(Citation)
class CitationAdmin(admin.ModelAdmin):
    list_display = ["speaker", "speaker_role", "source", "passage"]
    list_filter = ["source"]
    list_select_related = ["source"]
    search_fields = ["speaker", "paraphrase"]
    autocomplete_fields = [*Citation.OWNERS, "source"]


@admin.register(Document)
class DocumentAdmin(admin.ModelAdmin):
    list_display = ["title", "kind", "published_on", "period"]
    list_filter = ["kind", "published_on"]
    search_fields = ["title", "slug", "description"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["publishers", "initiatives", "themes", "networks", "agreement", "sources"]


@admin.register(Photo)
class PhotoAdmin(admin.ModelAdmin):
    form = PhotoForm
    list_display = ["alt_text", "credit", "initiative", "organisation"]
    list_filter = ["credit"]
    list_select_related = ["initiative", "organisation"]
    search_fields = ["alt_text", "caption", "credit"]
    autocomplete_fields = ["initiative", "organisation"]


@admin.register(Recognition)
class RecognitionAdmin(admin.ModelAdmin):
    list_display = ["level", "initiative", "body", "awarded_on", "expires_on"]
    list_filter = ["body", "awarded_on"]
    list_select_related = ["initiative", "body"]
    search_fields = ["level", "initiative__title"]
    autocomplete_fields = ["initiative", "body"]
