"""The curators' lists and forms of networks and agreements."""

from django.contrib import admin

from curation.archiving import ArchivingActions
from curation.options import CuratedAdmin
from curation.previews import PreviewPages
from partners import resources
from partners.admin_inlines import (
    NetworkMemberInline,
)
from partners.models import (
    Agreement,
    Network,
    NetworkMember,
)
from partners.views import network_page

from .organisations import ARCHIVED


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
        return network_page(
            request,
            Network.objects.for_page().get(pk=pk),
            **more,
        )


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
