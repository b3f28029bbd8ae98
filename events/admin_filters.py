"""What the list of meetings is narrowed by."""

from django.contrib import admin
from django.utils import timezone


class WhenFilter(admin.SimpleListFilter):
    """What is still to come and what has been."""

    title = "wanneer"
    parameter_name = "wanneer"

    def lookups(self, request, model_admin):
        return [("komend", "Komt nog"), ("voorbij", "Is geweest")]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        days = {
            "komend": {"ends_on__gte": today},
            "voorbij": {"ends_on__lt": today},
        }
        return queryset.filter(**days.get(self.value(), {}))
