"""The curators' lists and forms of organisations and what binds them."""

from django.apps import apps
from django.contrib import admin

from curation.archiving import ArchivingActions
from curation.compare_action import ComparingAction
from curation.options import CuratedAdmin
from curation.previews import PreviewPages

from . import foreign_layouts, isil_list, reorganisation_table, resources
from .admin_actions import AnnouncedActions
from .admin_inlines import (
    AliasInline,
    BranchInline,
    ContactPersonInline,
    NetworkMemberInline,
    SuccessionInline,
)
from .claim_admin import ClaimPages
from .forms import MembershipForm, OrganisationForm
from .models import (
    Agreement,
    Branch,
    Claim,
    ContactPerson,
    Curatorship,
    Library,
    Membership,
    Municipality,
    MunicipalityAlias,
    Network,
    NetworkMember,
    Organisation,
    Partner,
    Province,
    Succession,
)
from .views import library_page, network_page, partner_page

ARCHIVED = ("archived_on", admin.EmptyFieldListFilter)


@admin.register(Province)
class ProvinceAdmin(CuratedAdmin):
    resource_class = resources.ProvinceResource
    list_display = ["name", "code"]
    search_fields = ["name", "code"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["sources"]


@admin.register(Organisation)
class OrganisationAdmin(CuratedAdmin):
    """All kinds together: to search in; adding and changing is done per kind."""

    province_path = "province__name"
    list_display = ["name", "kind", "province"]
    list_filter = ["kind", "province"]
    list_select_related = ["province"]
    search_fields = ["name", "short_name", "slug", "cbs_code"]

    def view_on_site(self, thing):
        """Where the list of its kind leads; a municipality has a page, also when it ended."""
        kind = apps.get_model("partners", thing.form_model_name)
        listed = self.admin_site.get_model_admin(kind)
        if isinstance(listed, PreviewPages):
            return listed.view_on_site(thing)
        return thing.get_absolute_url()

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Library)
class LibraryAdmin(ArchivingActions, ComparingAction, PreviewPages, CuratedAdmin):
    resource_class = resources.LibraryResource
    actions = [*ArchivingActions.actions, "compare_chosen"]
    foreign_layouts = [isil_list.IsilList]
    form = OrganisationForm
    fields = [
        "name", "slug", "short_name", "description", "website", "mail_domains", "province", "isil", "work_area",
        "work_area_is_complete", "work_area_note", "sources",
    ]  # fmt: skip
    province_path = "province__name"
    list_display = ["name", "province", "isil", "updated_at"]
    list_filter = ["province", ARCHIVED]
    list_select_related = ["province"]
    search_fields = ["name", "short_name", "slug", "isil"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["province", "work_area", "sources"]
    inlines = [BranchInline, ContactPersonInline]

    def public_page(self, request, pk, **more):
        return library_page(request, Library.objects.for_page().get(pk=pk), **more)


@admin.register(Municipality)
class MunicipalityAdmin(CuratedAdmin):
    resource_class = resources.MunicipalityResource
    foreign_layouts = [foreign_layouts.CbsAreas, foreign_layouts.CbsMunicipalities]
    form = OrganisationForm
    fields = [
        "name", "slug", "cbs_code", "province", "population", "population_year", "latitude", "longitude", "valid_from",
        "valid_until", "description", "website", "sources",
    ]  # fmt: skip
    province_path = "province__name"
    list_display = ["name", "cbs_code", "province", "population", "valid_until"]
    list_filter = ["province", ("valid_until", admin.EmptyFieldListFilter)]
    list_select_related = ["province"]
    search_fields = ["name", "cbs_code", "slug", "aliases__name"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["province", "sources"]
    inlines = [AliasInline, SuccessionInline, ContactPersonInline]


@admin.register(Partner)
class PartnerAdmin(ArchivingActions, ComparingAction, PreviewPages, CuratedAdmin):
    resource_class = resources.PartnerResource
    actions = [*ArchivingActions.actions, "compare_chosen"]
    form = OrganisationForm
    fields = [
        "name", "slug", "short_name", "sector", "level", "parent", "province", "support_area", "description",
        "website", "mail_domains", "sources",
    ]  # fmt: skip
    province_path = "province__name"
    list_display = ["name", "sector", "level", "parent", "updated_at"]
    list_filter = ["sector", "level", "province", ARCHIVED]
    list_select_related = ["parent"]
    search_fields = ["name", "short_name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent", "province", "support_area", "sources"]
    inlines = [ContactPersonInline]

    def public_page(self, request, pk, **more):
        return partner_page(request, Partner.objects.for_page().get(pk=pk), **more)


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


@admin.register(MunicipalityAlias)
class MunicipalityAliasAdmin(CuratedAdmin):
    resource_class = resources.MunicipalityAliasResource
    list_display = ["name", "municipality"]
    list_filter = ["municipality__province"]
    list_select_related = ["municipality"]
    search_fields = ["name", "municipality__name"]
    autocomplete_fields = ["municipality", "source"]


@admin.register(Succession)
class SuccessionAdmin(AnnouncedActions, CuratedAdmin):
    resource_class = resources.SuccessionResource
    foreign_layouts = [reorganisation_table.Reorganisations]
    list_display = [
        "predecessor",
        "successor",
        "takes_effect_on",
        "kind",
        "is_main_part",
        "is_announced",
    ]
    list_filter = ["is_announced", "kind", "takes_effect_on"]
    list_select_related = ["predecessor", "successor"]
    search_fields = ["predecessor__name", "successor__name"]
    autocomplete_fields = ["predecessor", "successor", "source"]
    date_hierarchy = "takes_effect_on"


@admin.register(Network)
class NetworkAdmin(ArchivingActions, PreviewPages, CuratedAdmin):
    resource_class = resources.NetworkResource
    list_display = ["name", "period_note", "started_on", "ended_on"]
    list_filter = [("ended_on", admin.EmptyFieldListFilter), ARCHIVED]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["sources"]
    inlines = [NetworkMemberInline]

    def public_page(self, request, pk, **more):
        return network_page(request, Network.objects.for_page().get(pk=pk), **more)


@admin.register(NetworkMember)
class NetworkMemberAdmin(CuratedAdmin):
    resource_class = resources.NetworkMemberResource
    list_display = ["organisation", "network", "joined_on", "left_on", "has_left"]
    list_filter = ["network", "has_left"]
    list_select_related = ["organisation", "network"]
    search_fields = ["organisation__name", "network__name"]
    autocomplete_fields = ["organisation", "network", "source"]


@admin.register(Agreement)
class AgreementAdmin(ArchivingActions, CuratedAdmin):
    resource_class = resources.AgreementResource
    list_display = ["title", "kind", "signed_on", "ends_on", "evaluated_on"]
    list_filter = ["kind", "signed_on", ARCHIVED]
    search_fields = ["title", "slug", "parties__name"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["parties", "network", "municipality", "sources"]


@admin.register(ContactPerson)
class ContactPersonAdmin(CuratedAdmin):
    resource_class = resources.ContactPersonResource
    list_display = ["name", "organisation", "job_title", "is_public", "remove_on"]
    list_filter = ["is_public", "remove_on"]
    list_select_related = ["organisation"]
    search_fields = ["name", "organisation__name"]
    autocomplete_fields = ["organisation"]


@admin.register(Curatorship)
class CuratorshipAdmin(CuratedAdmin):
    """Who keeps which province; set by administrators."""

    list_display = ["user", "province"]
    list_filter = ["province"]
    list_select_related = ["user", "province"]
    search_fields = ["user__email", "user__name", "province__name"]
    autocomplete_fields = ["user", "province"]


@admin.register(Membership)
class MembershipAdmin(CuratedAdmin):
    """Who works at which library."""

    resource_class = resources.MembershipResource
    form = MembershipForm
    fields = ["email", "library", "job_title", "is_active"]
    province_path = "library__province__name"
    list_display = ["user", "library", "job_title", "is_active"]
    list_filter = ["is_active", "library__province"]
    list_select_related = ["user", "library"]
    search_fields = ["user__email", "user__name", "library__name"]
    autocomplete_fields = ["library"]

    @admin.display(description="e-mailadres")
    def email(self, membership):
        """For who may only read; who may change types it in the form."""
        return membership.user.email


@admin.register(Claim)
class ClaimAdmin(ClaimPages, CuratedAdmin):
    """Who asked to write for a library or to answer for a partner; decided in the list."""
