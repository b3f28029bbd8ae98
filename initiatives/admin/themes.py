"""The curators' lists and forms of themes, what stands under them, and target groups."""

from django.contrib import admin

from curation.options import CuratedAdmin, OwnedTabularInline
from initiatives import theme_resources
from initiatives.models import (
    ConversationQuestion,
    LibraryOffer,
    MunicipalDuty,
    TargetGroup,
    Theme,
)


class LibraryOfferInline(OwnedTabularInline):
    model = LibraryOffer
    autocomplete_fields = ["initiative", "source"]


class MunicipalDutyInline(OwnedTabularInline):
    model = MunicipalDuty
    autocomplete_fields = ["source"]


class ConversationQuestionInline(OwnedTabularInline):
    model = ConversationQuestion
    autocomplete_fields = ["source"]


@admin.register(Theme)
class ThemeAdmin(CuratedAdmin):
    resource_class = theme_resources.ThemeResource
    list_display = ["name", "parent", "position"]
    list_filter = [("parent", admin.EmptyFieldListFilter)]
    list_select_related = ["parent"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent", "sources"]
    inlines = [LibraryOfferInline, MunicipalDutyInline, ConversationQuestionInline]


class ThemeLineAdmin(CuratedAdmin):
    """One line under a theme."""

    one_line = 150  # a whole sentence
    list_display = ["text", "theme", "position"]
    list_filter = ["theme"]
    list_select_related = ["theme"]
    search_fields = ["text", "theme__name"]
    autocomplete_fields = ["theme", "source"]


@admin.register(LibraryOffer)
class LibraryOfferAdmin(ThemeLineAdmin):
    resource_class = theme_resources.LibraryOfferResource


@admin.register(MunicipalDuty)
class MunicipalDutyAdmin(ThemeLineAdmin):
    resource_class = theme_resources.MunicipalDutyResource


@admin.register(ConversationQuestion)
class ConversationQuestionAdmin(ThemeLineAdmin):
    resource_class = theme_resources.ConversationQuestionResource


@admin.register(TargetGroup)
class TargetGroupAdmin(CuratedAdmin):
    resource_class = theme_resources.TargetGroupResource
    list_display = ["name", "description"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["source"]
