"""The list of web addresses; what every list shares is in options.py."""

from django.contrib import admin, messages
from django.db.models import Q
from procrastinate.contrib.django.models import ProcrastinateJob
from unfold.admin import ModelAdmin
from unfold.decorators import action

from accounts.read_only import NobodyWrites

from .form_links import links_to_forms
from .links import used_by
from .models import CheckedLink
from .row_actions import RowActions
from .tasks import check_chosen_links

# failed tasks have a page of their own, in Dutch
admin.site.unregister(ProcrastinateJob)


class BrokenFilter(admin.SimpleListFilter):
    """Addresses that lead nowhere, or that nobody looked at yet."""

    title = "stand"
    parameter_name = "stand"

    def lookups(self, request, model_admin):
        return [
            ("kapot", "Kapot"),
            ("goed", "In orde"),
            ("nieuw", "Nog niet bekeken"),
        ]

    def queryset(self, request, queryset):
        if self.value() == "kapot":
            return queryset.broken()
        if self.value() == "nieuw":
            return queryset.filter(checked_at=None)
        return (
            queryset.filter(Q(failures=0), checked_at__isnull=False)
            if self.value() == "goed"
            else queryset
        )


@admin.register(CheckedLink)
class CheckedLinkAdmin(RowActions, NobodyWrites, ModelAdmin):
    """Where our entries point to, and whether it still leads somewhere; changed in the entries themselves."""

    change_list_template = "admin/curated_change_list.html"
    list_display = ["url", "status", "problem", "checked_at", "broken_since"]
    list_filter = [BrokenFilter]
    search_fields = ["url", "problem"]
    fields = [
        "url",
        "status",
        "problem",
        "checked_at",
        "broken_since",
        "where",
    ]
    readonly_fields = fields
    actions = ["check_again"]
    show_full_result_count = False

    @admin.display(description="staat bij")
    def where(self, link):
        """The things that point to this address, each a link to its form."""
        return links_to_forms(used_by(link.url))

    @action(description="Kijk nog eens")
    def check_again(self, request, queryset):
        """Look at the chosen addresses now, in the background."""
        check_chosen_links.defer(
            links=list(queryset.values_list("pk", flat=True)[:200])
        )
        messages.success(request, "De adressen worden opnieuw bekeken.")

    def has_module_permission(self, request):
        return request.user.is_curator

    def has_view_permission(self, request, obj=None):
        return request.user.is_curator
