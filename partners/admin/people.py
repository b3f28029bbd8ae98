"""The curators' lists and forms of who can be called, who keeps what, and who works where."""

from django.contrib import admin

from curation.options import CuratedAdmin
from partners import resources
from partners.claim_admin import ClaimPages
from partners.forms import MembershipForm
from partners.models import (
    Claim,
    ContactPerson,
    Curatorship,
    Membership,
)


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
