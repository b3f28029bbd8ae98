"""The curators' lists and forms of libraries, partners and their branches."""

from django.apps import apps
from django.contrib import admin

from accounts.read_only import NobodyWrites
from curation.archiving import ArchivingActions
from curation.compare_action import ComparingAction
from curation.options import CuratedAdmin
from curation.previews import PreviewPages
from partners import isil_list, resources
from partners.admin.inviting import InvitingPages, ToInviteFilter
from partners.admin_inlines import (
    BranchInline,
    ContactPersonInline,
)
from partners.forms import OrganisationForm
from partners.models import (
    Branch,
    Library,
    Organisation,
    Partner,
)
from partners.views import library_page, partner_page

ARCHIVED = ("archived_on", admin.EmptyFieldListFilter)


@admin.register(Organisation)
class OrganisationAdmin(NobodyWrites, CuratedAdmin):
    """All kinds together: to search in; adding and changing is done per kind."""

    province_path = "province__name"
    list_display = ["name", "kind", "province"]
    list_filter = ["kind", "province"]
    list_select_related = ["province"]
    search_fields = ["name", "short_name", "slug", "cbs_code"]

    def view_on_site(self, organisation):
        """Where the list of its kind leads; a municipality has a page, also when it ended."""
        kind = apps.get_model("partners", organisation.form_model_name)
        listed = self.admin_site.get_model_admin(kind)
        if isinstance(listed, PreviewPages):
            return listed.view_on_site(organisation)
        return organisation.get_absolute_url()


@admin.register(Library)
class LibraryAdmin(
    ArchivingActions, ComparingAction, PreviewPages, InvitingPages, CuratedAdmin
):
    resource_class = resources.LibraryResource
    actions = [*ArchivingActions.actions, "compare_chosen"]
    foreign_layouts = [isil_list.IsilList]
    form = OrganisationForm
    fields = [
        "name",
        "slug",
        "short_name",
        "description",
        "website",
        "mail_domains",
        "province",
        "isil",
        "work_area",
        "work_area_is_complete",
        "work_area_note",
        "sources",
    ]
    province_path = "province__name"
    list_display = ["name", "province", "isil", "updated_at"]
    list_filter = ["province", ARCHIVED, ToInviteFilter]
    list_select_related = ["province"]
    search_fields = ["name", "short_name", "slug", "isil"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["province", "work_area", "sources"]
    inlines = [BranchInline, ContactPersonInline]

    def public_page(self, request, pk, **more):
        return library_page(
            request,
            Library.objects.for_page().get(pk=pk),
            **more,
        )


@admin.register(Partner)
class PartnerAdmin(
    ArchivingActions, ComparingAction, PreviewPages, InvitingPages, CuratedAdmin
):
    resource_class = resources.PartnerResource
    actions = [*ArchivingActions.actions, "compare_chosen"]
    form = OrganisationForm
    fields = [
        "name",
        "slug",
        "short_name",
        "sector",
        "level",
        "parent",
        "province",
        "support_area",
        "description",
        "website",
        "mail_domains",
        "sources",
    ]
    province_path = "province__name"
    list_display = ["name", "sector", "level", "parent", "updated_at"]
    list_filter = ["sector", "level", "province", ARCHIVED, ToInviteFilter]
    list_select_related = ["parent"]
    search_fields = ["name", "short_name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent", "province", "support_area", "sources"]
    inlines = [ContactPersonInline]

    def public_page(self, request, pk, **more):
        return partner_page(
            request,
            Partner.objects.for_page().get(pk=pk),
            **more,
        )


@admin.register(Branch)
class BranchAdmin(CuratedAdmin):
    resource_class = resources.BranchResource
    province_path = "library__province__name"
    list_display = ["name", "library", "place", "municipality"]
    list_filter = ["library__province"]
    list_select_related = ["library", "municipality"]
    search_fields = ["name", "place", "library__name"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["library", "municipality", "sources"]
