"""The curators' lists and forms of practice examples, and of what somebody wants to change."""

from django.contrib import admin

from curation.choosers import ChooserFilter
from curation.compare_action import ComparingAction
from curation.options import CuratedAdmin, OwnedStackedInline, OwnedTabularInline
from curation.previews import PreviewPages
from initiatives import resources
from initiatives.admin_columns import InitiativeColumns
from initiatives.admin_filters import CompletenessFilter, FreshnessFilter, MineFilter
from initiatives.completeness import with_completeness
from initiatives.forms import PICTURE_FIELDS, PhotoForm
from initiatives.models import (
    ChangeProposal,
    Citation,
    Figure,
    Initiative,
    Participation,
    Photo,
    Recognition,
    Tip,
)
from initiatives.proposal_pages import ProposalPages
from initiatives.record import SECTIONS, fields_in
from initiatives.review_pages import ReviewPages
from initiatives.tip_pages import TipPages
from initiatives.views import detail_page


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
    fields = ["speaker", "speaker_role", "paraphrase", "source", "passage"]
    autocomplete_fields = ["source"]


class InitiativePhotoInline(OwnedTabularInline):
    model = Photo
    form = PhotoForm
    fields = PICTURE_FIELDS


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
        "title",
        "entry_kind",
        "state",
        "complete",
        "phase",
        "confirmed_on",
        "next_check_on",
        "updated_at",
    ]
    list_filter = [
        "publication_state",
        "entry_kind",
        MineFilter,
        FreshnessFilter,
        CompletenessFilter,
        "phase",
        "themes",
        ("organisations", ChooserFilter),
        ("places", ChooserFilter),
        "places__province",
        "is_national",
        "is_featured",
    ]
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
        return detail_page(
            request,
            Initiative.objects.for_page().get(pk=pk),
            **more,
        )


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


@admin.register(Participation)
class ParticipationAdmin(CuratedAdmin):
    resource_class = resources.ParticipationResource
    list_display = ["initiative", "organisation", "role"]
    list_filter = ["role", "organisation__kind"]
    list_select_related = ["initiative", "organisation"]
    search_fields = ["initiative__title", "organisation__name"]
    autocomplete_fields = ["initiative", "organisation", "source"]
