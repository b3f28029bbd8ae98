"""Filters of the curators' list of practice examples that look at more than one column."""

from django.contrib import admin
from django.utils import timezone

from .completeness import HALF, with_completeness
from .freshness import AHEAD


class FreshnessFilter(admin.SimpleListFilter):
    """What should be confirmed."""

    title = "versheid"
    parameter_name = "versheid"

    def lookups(self, request, model_admin):
        return [
            ("te-laat", "Had al bevestigd moeten zijn"),
            ("deze-maand", "Te bevestigen binnen een maand"),
        ]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        days = {"te-laat": today, "deze-maand": today + AHEAD}
        return (
            queryset.to_confirm(days[self.value()])
            if self.value() in days
            else queryset
        )


class CompletenessFilter(admin.SimpleListFilter):
    """What is half-filled."""

    title = "compleet"
    parameter_name = "compleet"

    def lookups(self, request, model_admin):
        return [("half", "Minder dan de helft ingevuld"), ("meer", "De helft of meer")]

    def queryset(self, request, queryset):
        if self.value() == "half":
            return with_completeness(queryset.published()).filter(completeness__lt=HALF)
        return (
            with_completeness(queryset).filter(completeness__gte=HALF)
            if self.value() == "meer"
            else queryset
        )


class MineFilter(admin.SimpleListFilter):
    """What this curator may change."""

    title = "van wie"
    parameter_name = "van"

    def lookups(self, request, model_admin):
        return [("mij", "Wat ik mag aanpassen")]

    def queryset(self, request, queryset):
        return queryset.editable_by(request.user) if self.value() == "mij" else queryset
