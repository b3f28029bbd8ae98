"""The curators' lists of who comes to a meeting, and of who looked at that."""

from django.contrib import admin

from curation.options import CuratedAdmin

from ..models import (
    DataAccess,
    Registration,
)
from ..organiser.attendee import AttendeePages
from ..organiser.data_access import DataAccessPages


@admin.register(Registration)
class RegistrationAdmin(AttendeePages, CuratedAdmin):
    """Who comes, of the events that this curator organises; written by actions, never in a form."""

    list_display = [
        "name",
        "event",
        "organisation_in_words",
        "place",
        "is_guest",
        "checked_in_at",
        "registered_at",
    ]
    list_filter = [
        "place",
        "sector",
        "is_guest",
        ("event", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["event", "organisation"]
    search_fields = ["name", "email", "code", "organisation__name", "organisation_name"]

    @admin.display(description="organisatie")
    def organisation_in_words(self, registration):
        """As it was chosen or typed."""
        return registration.organisation_label


@admin.register(DataAccess)
class DataAccessAdmin(DataAccessPages, CuratedAdmin):
    """Who opened data of attendees; written by the pages that show them."""

    list_display = ["opened_at", "user_name", "kind", "event", "person"]
    list_display_links = None
    list_filter = ["kind", ("event", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["event"]
    search_fields = ["user_name", "event__title"]
    date_hierarchy = "opened_at"
    fields = ["opened_at", "user_name", "kind", "event", "person"]
    readonly_fields = fields
