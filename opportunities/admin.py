"""The curators' lists and forms of what municipalities need, want and have."""

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from unfold.decorators import action

from curation.options import CuratedAdmin, OwnedStackedInline, OwnedTabularInline
from initiatives.admin_filters import MineFilter

from . import foreign_layouts, publishers_tables, resources
from .choices import ServiceState
from .models import (
    AdoptionReport,
    AdoptionTeller,
    Indicator,
    IndicatorValue,
    Measurement,
    Passage,
    PolicyDocument,
    Service,
    SupplyCheck,
)


@admin.register(Indicator)
class IndicatorAdmin(CuratedAdmin):
    resource_class = resources.IndicatorResource
    list_display = ["name", "unit", "theme", "direction", "is_lead"]
    list_filter = ["is_lead", "direction", "theme"]
    list_select_related = ["theme"]
    search_fields = ["name", "slug", "judgement"]
    autocomplete_fields = ["theme"]


@admin.register(Measurement)
class MeasurementAdmin(CuratedAdmin):
    resource_class = resources.MeasurementResource
    list_display = ["indicator", "year", "codes_year", "source", "method"]
    list_filter = ["year", "indicator"]
    search_fields = ["slug", "indicator__name", "method"]
    autocomplete_fields = ["indicator", "source"]

    def get_queryset(self, request):
        """Here and not in ``list_select_related``, which is not looked at where a manager loads something already."""
        return super().get_queryset(request).select_related("indicator", "source")


@admin.register(IndicatorValue)
class IndicatorValueAdmin(CuratedAdmin):
    """Thousands of figures; mostly brought in as a table."""

    resource_class = resources.IndicatorValueResource
    foreign_layouts = [
        foreign_layouts.FiguresPerLine,
        foreign_layouts.FiguresPerColumn,
        publishers_tables.LongTable,
        publishers_tables.WideTable,
    ]
    list_display = ["municipality", "measurement", "value", "numerator", "denominator"]
    list_filter = ["measurement", "municipality__province"]
    list_select_related = ["municipality", "measurement__indicator"]
    search_fields = [
        "municipality__name",
        "municipality__cbs_code",
        "measurement__slug",
    ]
    autocomplete_fields = ["municipality", "measurement"]


class PassageInline(OwnedStackedInline):
    model = Passage
    fields = [("theme", "weight"), "told", ("place", "page"), "url", "quote"]
    autocomplete_fields = ["theme"]


@admin.register(PolicyDocument)
class PolicyDocumentAdmin(CuratedAdmin):
    """Documents of policy; passages are marked most easily on the page with the text beside it."""

    resource_class = resources.PolicyDocumentResource
    list_display = [
        "title",
        "reading",
        "municipality",
        "kind",
        "party",
        "from_year",
        "until_year",
        "read_on",
    ]
    list_filter = [
        "kind",
        "municipality__province",
        ("read_on", admin.EmptyFieldListFilter),
    ]
    list_select_related = ["municipality"]
    search_fields = ["title", "party", "slug", "municipality__name"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["municipality"]
    readonly_fields = ["reading"]
    inlines = [PassageInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "municipality",
                    "kind",
                    "title",
                    "slug",
                    "party",
                    "parties",
                    ("from_year", "until_year"),
                ]
            },
        ),
        (
            "Waar het staat",
            {
                "fields": [
                    ("dated", "seen_on"),
                    "page_url",
                    "url",
                    "note",
                    "missing_because",
                ]
            },
        ),
        ("Lezen", {"fields": ["text", "reading", "read_on"]}),
    ]

    def get_queryset(self, request):
        """Long texts are only for the form."""
        return super().get_queryset(request).defer("text")

    @admin.display(description="lezen en markeren")
    def reading(self, document):
        """The page with the text beside the passages; there is something to read once it is stored."""
        if document.pk is None:
            return "Bewaar eerst; daarna kun je de tekst lezen en passages markeren."
        address = reverse("curator:policy_reading", args=[document.pk])
        return format_html('<a href="{}">Lees en markeer</a>', address)


@admin.register(Passage)
class PassageAdmin(CuratedAdmin):
    resource_class = resources.PassageResource
    list_display = ["theme", "text", "weight", "page", "document"]
    list_filter = ["weight", "theme", "document__municipality__province"]
    list_select_related = ["theme", "document"]
    search_fields = ["told", "quote", "document__title", "document__municipality__name"]
    autocomplete_fields = ["theme", "document"]

    @admin.display(description="passage")
    def text(self, passage):
        return passage.text


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
            publication_state=state, updated_at=timezone.now()
        )
        self.message_user(request, f"{count} {state.label.lower()}.")

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
