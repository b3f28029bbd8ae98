"""The curators' lists and forms of what there is already, and what it brought."""

from django.contrib import admin
from django.utils import timezone
from unfold.decorators import action

from curation.options import CuratedAdmin, OwnedTabularInline
from initiatives.admin_filters import MineFilter
from opportunities import resources
from opportunities.choices import ServiceState
from opportunities.models import (
    AdoptionReport,
    AdoptionTeller,
    Service,
    SupplyCheck,
)


class AdoptionReportInline(OwnedTabularInline):
    model = AdoptionReport


@admin.register(Service)
class ServiceAdmin(CuratedAdmin):
    """What exists already; what libraries send in waits here to be published."""

    resource_class = resources.ServiceResource
    list_display = ["name", "municipality", "by", "publication_state", "updated_at"]
    list_filter = [
        "publication_state",
        MineFilter,
        ("example", admin.EmptyFieldListFilter),
        "level",
        "themes",
        "municipality__province",
        "paid_by",
    ]
    list_select_related = ["municipality", "provider"]
    search_fields = ["name", "description", "provider_name", "municipality__name"]
    autocomplete_fields = [
        "municipality",
        "themes",
        "provider",
        "target_groups",
        "example",
        "sources",
    ]
    actions = ["publish_chosen", "archive_chosen"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "municipality",
                    "name",
                    "description",
                    "themes",
                    "target_groups",
                    "publication_state",
                ]
            },
        ),
        ("Wie", {"fields": ["provider", "provider_name"]}),
        (
            "Begonnen en betaald",
            {
                "fields": [
                    ("started_by", "started_by_name"),
                    ("paid_by", "paid_by_name"),
                ]
            },
        ),
        (
            "Hoe het gaat",
            {
                "fields": [
                    "satisfaction",
                    "satisfaction_source",
                    ("from_year", "until_year"),
                ]
            },
        ),
        (
            "Wij doen dit ook",
            {"fields": ["example", "level", "adapted", "stop_reason", "told_by"]},
        ),
        (
            "Waar het vandaan komt",
            {"fields": [("seen_year", "confirmed_on"), "url", "sources"]},
        ),
    ]
    readonly_fields = ["told_by"]
    inlines = [AdoptionReportInline]

    @action(description="Publiceer wat gekozen is")
    def publish_chosen(self, request, queryset):
        """Show the chosen services on the site."""
        self.change_state(request, queryset, ServiceState.PUBLISHED)

    @action(description="Archiveer wat gekozen is")
    def archive_chosen(self, request, queryset):
        """Take the chosen services off the site; nothing is lost."""
        self.change_state(request, queryset, ServiceState.ARCHIVED)

    def get_changeform_initial_data(self, request):
        """What a curator adds is judged already."""
        published = {"publication_state": ServiceState.PUBLISHED}
        return published | super().get_changeform_initial_data(request)

    def change_state(self, request, queryset, state):
        """Change what was chosen and may be changed, and say how many that are."""
        count = self.chosen(request, queryset).update(
            publication_state=state,
            updated_at=timezone.now(),
        )
        self.message_user(
            request,
            f"{count} {state.label.lower()}.",
        )

    @admin.display(description="wie het doet")
    def by(self, service):
        return service.by

    @admin.display(description="verteld door")
    def told_by(self, service):
        """Who told that they do it too, as long as that is kept."""
        teller = AdoptionTeller.objects.filter(service=service.pk).first()
        if teller is None:
            return "Niet bekend"
        return teller


@admin.register(AdoptionReport)
class AdoptionReportAdmin(CuratedAdmin):
    """What years of examples brought, as those who took them over told it."""

    list_display = ["service", "year", "reached", "cost", "outcome", "outcome_kind"]
    list_filter = ["year", "outcome_kind", "service__municipality__province"]
    list_select_related = ["service"]
    search_fields = [
        "service__name",
        "service__provider__name",
        "service__municipality__name",
    ]
    autocomplete_fields = ["service"]


@admin.register(SupplyCheck)
class SupplyCheckAdmin(CuratedAdmin):
    resource_class = resources.SupplyCheckResource
    list_display = ["municipality", "theme", "checked_on", "source"]
    list_filter = ["theme", "municipality__province", "checked_on"]
    list_select_related = ["municipality", "theme", "source"]
    search_fields = ["municipality__name", "theme__name", "note"]
    autocomplete_fields = ["municipality", "theme", "source"]
