from django.contrib import admin

from accounts.permissions import is_administrator
from curation.options import CuratedAdmin
from curation.read_only import ReadOnlyPages

from .models import Reaction


@admin.register(Reaction)
class ReactionAdmin(ReadOnlyPages, CuratedAdmin):
    """What readers wrote about what this curator keeps, once they showed that their address is their own."""

    list_display = ["__str__", "text", "name", "state", "written_at"]
    list_filter = ["state", "kind"]
    list_select_related = ["initiative", "theme", "meeting"]
    search_fields = ["text", "name", "email"]
    fields = readonly_fields = [
        "kind",
        "initiative",
        "theme",
        "meeting",
        "answer_to",
        "text",
        "name",
        "job_title",
        "organisation",
        "email",
        "state",
        "written_at",
    ]

    def get_queryset(self, request):
        """Not what nobody stands for yet."""
        return super().get_queryset(request).exclude(state=Reaction.State.UNCONFIRMED)

    def has_delete_permission(self, request, obj=None):
        """Who truly deletes an example deletes its reactions too."""
        return is_administrator(request.user)
