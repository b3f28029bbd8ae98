"""The curators' lists and forms of practice examples, themes and what supports them."""

from django.contrib import admin

from curation.archiving import ArchivingActions
from curation.choosers import ChooserFilter
from curation.compare_action import ComparingAction
from curation.options import CuratedAdmin, OwnedStackedInline, OwnedTabularInline
from curation.previews import PreviewPages

from . import recognition_lists, resources
from .admin_columns import InitiativeColumns
from .admin_filters import CompletenessFilter, FreshnessFilter, MineFilter
from .completeness import with_completeness
from .forms import PhotoForm
from .models import (
    ChangeProposal,
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
    Tip,
)
from .record import SECTIONS, fields_in
from .review_pages import ProposalPages, ReviewPages
from .tip_pages import TipPages
from .views import detail_page


class ParticipationInline(OwnedTabularInline):
    model = Participation
    autocomplete_fields = ["organisation", "source"]


class FigureInline(OwnedTabularInline):
    model = Figure
    fields = [
        "qualifier",
        "value",
        "unit",
        "label",
        "period",
        "kind",
        "source",
        "note",
        "position",
    ]
    autocomplete_fields = ["source"]


class CitationInline(OwnedStackedInline):
    model = Citation
    fields = [("speaker", "speaker_role"), "paraphrase", ("source", "passage")]
    autocomplete_fields = ["source"]


class InitiativePhotoInline(OwnedTabularInline):
    model = Photo
    form = PhotoForm
    fields = ["image", "alt_text", "caption", "credit", "position"]


class RecognitionInline(OwnedTabularInline):
    model = Recognition
    autocomplete_fields = ["body"]


def fieldset(section):
    """A section of the record, as Django's admin asks for it: one tuple of names a line."""
    lines = []
    for entry in fields_in(section):
        if entry.is_beside:
            lines[-1] = (*lines[-1], entry.name)
        else:
            lines.append((entry.name,))
    return section, {"fields": lines}


@admin.register(Initiative)
class InitiativeAdmin(
    InitiativeColumns, PreviewPages, ReviewPages, ComparingAction, CuratedAdmin
):
    """The list where most work is done; publishing is a step on the page where an entry is judged."""

    resource_class = resources.InitiativeResource
    actions = [*ReviewPages.actions, "compare_chosen"]
    list_display = [
        "title", "entry_kind", "publication_state", "complete", "phase", "confirmed_on", "next_check_on", "updated_at",
    ]  # fmt: skip
    list_filter = [
        "publication_state", "entry_kind", MineFilter, FreshnessFilter, CompletenessFilter, "phase", "themes",
        ("organisations", ChooserFilter), ("places", ChooserFilter), "places__province", "is_national", "is_featured",
    ]  # fmt: skip
    readonly_fields = ["publication_state"]
    province_path = "places__province__name"
    search_fields = ["title", "summary", "slug", "organisations__name", "places__name"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = [
        "themes",
        "target_groups",
        "places",
        "contact",
        "confirmed_by",
        "sources",
    ]
    inlines = [
        ParticipationInline,
        FigureInline,
        CitationInline,
        InitiativePhotoInline,
        RecognitionInline,
    ]
    save_on_top = True
    fieldsets = [fieldset(section) for section in SECTIONS]

    def get_queryset(self, request):
        return with_completeness(super().get_queryset(request))

    def public_page(self, request, pk, **more):
        return detail_page(request, Initiative.objects.for_page().get(pk=pk), **more)


@admin.register(ChangeProposal)
class ChangeProposalAdmin(ProposalPages, CuratedAdmin):
    """What library members and readers want to change."""

    list_display = [
        "__str__",
        "theme",
        "proposed_by",
        "proposed_at",
        "state",
        "decided_by",
    ]
    list_filter = ["state", MineFilter, "proposed_at"]
    list_select_related = [
        "initiative",
        "organisation",
        "meeting",
        "theme",
        "proposed_by",
        "decided_by",
    ]
    search_fields = [
        "initiative__title",
        "organisation__name",
        "meeting__title",
        "proposed_by__email",
    ]


@admin.register(Tip)
class TipAdmin(TipPages, CuratedAdmin):
    """What readers know of: a name and a link."""


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
    resource_class = resources.ThemeResource
    list_display = ["name", "parent", "position"]
    list_filter = [("parent", admin.EmptyFieldListFilter)]
    list_select_related = ["parent"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent", "sources"]
    inlines = [LibraryOfferInline, MunicipalDutyInline, ConversationQuestionInline]


class ThemeLineAdmin(CuratedAdmin):
    """One line under a theme."""

    list_display = ["text", "theme", "position"]
    list_filter = ["theme"]
    list_select_related = ["theme"]
    search_fields = ["text", "theme__name"]
    autocomplete_fields = ["theme", "source"]


@admin.register(LibraryOffer)
class LibraryOfferAdmin(ThemeLineAdmin):
    resource_class = resources.LibraryOfferResource


@admin.register(MunicipalDuty)
class MunicipalDutyAdmin(ThemeLineAdmin):
    resource_class = resources.MunicipalDutyResource


@admin.register(ConversationQuestion)
class ConversationQuestionAdmin(ThemeLineAdmin):
    resource_class = resources.ConversationQuestionResource


@admin.register(TargetGroup)
class TargetGroupAdmin(CuratedAdmin):
    resource_class = resources.TargetGroupResource
    list_display = ["name", "description"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["source"]


@admin.register(Participation)
class ParticipationAdmin(CuratedAdmin):
    resource_class = resources.ParticipationResource
    list_display = ["initiative", "organisation", "role"]
    list_filter = ["role", "organisation__kind"]
    list_select_related = ["initiative", "organisation"]
    search_fields = ["initiative__title", "organisation__name"]
    autocomplete_fields = ["initiative", "organisation", "source"]


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
