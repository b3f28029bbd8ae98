"""The curators' lists and forms of meetings and their programme."""

from django.contrib import admin
from django.utils import timezone

from curation.options import CuratedAdmin
from curation.previews import PreviewPages
from initiatives.admin_filters import MineFilter

from .. import programme_resources, resources
from ..admin_actions import StateActions
from ..admin_filters import WhenFilter
from ..admin_forms import CALLING_OFF, EventForm, SessionForm
from ..admin_parts import (
    AppearanceInline,
    DayInline,
    EventPhotoInline,
    PriceInline,
    QuestionInline,
    RoleInline,
    WholeEventInline,
)
from ..admin_saving import OffersPlaces, SavesEvent
from ..admin_slides import MakesSlides
from ..models import Event, EventSeries, Session, Speaker
from ..organiser.pages import OrganiserPages
from ..views import ABOUT, detail_page


@admin.register(EventSeries)
class EventSeriesAdmin(CuratedAdmin):
    resource_class = resources.EventSeriesResource
    list_display = ["name", "slug"]
    list_filter = [("meetings", admin.EmptyFieldListFilter)]
    search_fields = ["name", "slug", "description"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["sources"]


@admin.register(Event)
class EventAdmin(
    PreviewPages, OrganiserPages, StateActions, SavesEvent, MakesSlides, CuratedAdmin
):
    """The list of meetings; what the organiser does with one stands on pages of its own."""

    form = EventForm
    resource_class = resources.EventResource
    list_display = [
        "title",
        "starts_on",
        "state",
        "places",
        "kind",
        "series",
        "updated_at",
    ]
    list_filter = [
        "state",
        WhenFilter,
        MineFilter,
        "kind",
        "themes",
        "series",
        "municipality__province",
    ]
    list_select_related = ["series"]
    search_fields = ["title", "summary", "slug", "venue", "organisers__name"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = [
        "series", "municipality", "themes", "initiatives", "documents", "citations", "agreements", "sources",
        "guest_provinces",
    ]  # fmt: skip
    inlines = [
        DayInline,
        RoleInline,
        WholeEventInline,
        PriceInline,
        QuestionInline,
        EventPhotoInline,
    ]
    date_hierarchy = "starts_on"
    save_on_top = True
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    "slug",
                    "summary",
                    "kind",
                    ("series", "edition"),
                    "themes",
                ]
            },
        ),
        (
            "Stand",
            {
                "fields": ["state", "state_note"],
                "description": CALLING_OFF,
            },
        ),
        ("Wanneer", {"fields": [("starts_on", "ends_on"), "date_note"]}),
        ("Waar", {"fields": ["attendance", "venue", "venue_address", "municipality"]}),
        (
            "Wie een plek heeft, leest",
            {"fields": ["on_site_note", "online_address", "online_note"]},
        ),
        (
            "Waar het over gaat",
            {"fields": ["description", "audience", "initiatives", "agreements"]},
        ),
        (
            "Inschrijven",
            {
                "fields": [
                    ("capacity", "is_fewer_meant"),
                    ("on_site_capacity", "online_capacity"),
                    ("has_waiting_list", "offer_hours"),
                    "opens_at",
                    "closes_at",
                    "registration_url",
                ]
            },
        ),
        (
            "Wie mee mag en wat het kost",
            {
                "fields": [
                    "most_per_organisation",
                    "most_guests",
                    "guest_provinces",
                    "price_note",
                ]
            },
        ),
        (
            "Mail en gegevens",
            {
                "fields": [
                    "contact_email",
                    "organiser_mail",
                    "reminder_days",
                    "keep_days",
                ]
            },
        ),
        (
            "Na afloop",
            {
                "fields": [
                    "report",
                    "recording_url",
                    "documents",
                    "citations",
                    "registered",
                    ("attended_qualifier", "attended"),
                    "numbers_note",
                ]  # fmt: skip
            },
        ),
        ("Bronnen", {"fields": ["sources"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_places_taken()

    def public_page(self, request, pk, **more):
        """A draft is shown as it is once it is announced."""
        event = Event.objects.for_page().prefetch_related(*ABOUT).get(pk=pk)
        if event.state == Event.State.DRAFT:
            event.state = Event.State.ANNOUNCED
        return detail_page(request, event, timezone.now(), **more)

    @admin.display(description="plekken bezet", ordering="taken")
    def places(self, event):
        words = f"{event.taken}"
        if event.capacity:
            words += f" van {event.capacity}"
        if event.waiting:
            words += f", {event.waiting} wachten"
        return words


@admin.register(Session)
class SessionAdmin(OffersPlaces, CuratedAdmin):
    form = SessionForm
    resource_class = programme_resources.SessionResource
    list_display = [
        "title",
        "event",
        "kind",
        "round",
        "date",
        "begins",
        "room",
        "capacity",
    ]
    list_filter = ["kind", MineFilter, "date", "themes"]
    list_select_related = ["event"]
    search_fields = ["title", "slug", "room", "event__title"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["event", "themes", "initiatives"]
    inlines = [AppearanceInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "event",
                    "title",
                    "slug",
                    ("kind", "round"),
                    "angle",
                    "description",
                ]
            },
        ),
        (
            "Wanneer en waar",
            {
                "fields": [
                    "date",
                    ("begins", "ends"),
                    "room",
                    ("capacity", "position"),
                    "is_fewer_meant",
                ]
            },
        ),
        ("Waar het over gaat", {"fields": ["themes", "initiatives"]}),
        ("Na afloop", {"fields": ["report", "recording_url"]}),
    ]


@admin.register(Speaker)
class SpeakerAdmin(CuratedAdmin):
    resource_class = programme_resources.SpeakerResource
    list_display = ["name", "job_title", "organisation"]
    list_filter = ["appearances__role", ("organisation", admin.EmptyFieldListFilter)]
    list_select_related = ["organisation"]
    search_fields = ["name", "slug", "job_title", "organisation__name"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["organisation", "source"]

    def may_add_for_all(self, request):
        """People speak everywhere: whoever needs one may add one."""
        return True
