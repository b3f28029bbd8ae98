"""The curators' lists and forms of provinces and municipalities, and what came of those."""

from django.contrib import admin

from curation.options import CuratedAdmin
from partners import foreign_layouts, reorganisation_table, resources
from partners.admin_actions import AnnouncedActions
from partners.admin_inlines import (
    AliasInline,
    ContactPersonInline,
    SuccessionInline,
)
from partners.forms import OrganisationForm
from partners.models import (
    Municipality,
    MunicipalityAlias,
    Province,
    Succession,
)


@admin.register(Province)
class ProvinceAdmin(CuratedAdmin):
    resource_class = resources.ProvinceResource
    list_display = ["name", "code"]
    search_fields = ["name", "code"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["sources"]


@admin.register(Municipality)
class MunicipalityAdmin(CuratedAdmin):
    resource_class = resources.MunicipalityResource
    foreign_layouts = [foreign_layouts.CbsAreas, foreign_layouts.CbsMunicipalities]
    form = OrganisationForm
    fields = [
        "name",
        "slug",
        "cbs_code",
        "province",
        "population",
        "population_year",
        "latitude",
        "longitude",
        "valid_from",
        "valid_until",
        "description",
        "website",
        "sources",
    ]
    province_path = "province__name"
    list_display = ["name", "cbs_code", "province", "population", "valid_until"]
    list_filter = ["province", ("valid_until", admin.EmptyFieldListFilter)]
    list_select_related = ["province"]
    search_fields = ["name", "cbs_code", "slug", "aliases__name"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["province", "sources"]
    inlines = [AliasInline, SuccessionInline, ContactPersonInline]


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
