from django.contrib import admin
from unfold.decorators import action

from accounts.permissions import is_administrator
from curation.options import CuratedAdmin
from curation.read_only import ReadOnlyPages

from .actions import judge_motives
from .models import Poll, Vote


@admin.register(Poll)
class PollAdmin(CuratedAdmin):
    fields = ["statement", "slug", "explanation", "starts_on", "ends_on"]
    list_display = ["statement", "starts_on", "ends_on"]
    list_filter = ["ends_on"]
    search_fields = ["statement", "explanation"]
    prepopulated_fields = {"slug": ["statement"]}

    def get_readonly_fields(self, request, obj=None):
        """What people voted on stays what it was."""
        if obj and Vote.objects.filter(poll_id=obj.pk).exists():
            return ["statement", "slug"]
        return []

    def get_prepopulated_fields(self, request, obj=None):
        """A slug from the statement, while that can be written."""
        if self.get_readonly_fields(request, obj):
            return {}
        return super().get_prepopulated_fields(request, obj)


@admin.register(Vote)
class VoteAdmin(ReadOnlyPages, CuratedAdmin):
    """Votes with a motive, and two actions that decide about it."""

    list_display = ["motive", "opinion", "poll", "motive_state", "voted_on"]
    list_filter = ["motive_state", "opinion"]
    list_select_related = ["poll"]
    search_fields = ["motive"]
    fields = ["poll", "opinion", "motive", "motive_state", "voted_on"]
    readonly_fields = fields
    actions = ["place_motives", "refuse_motives"]

    def get_queryset(self, request):
        """Only those with words."""
        return super().get_queryset(request).exclude(motive="")

    def has_delete_permission(self, request, obj=None):
        """Who truly deletes a poll deletes its votes too."""
        return is_administrator(request.user)

    @action(description="Zet dit motief op de site")
    def place_motives(self, request, queryset):
        """Show them under the result."""
        self.judge_chosen(request, queryset, is_placed=True)

    @action(description="Zet dit motief niet op de site")
    def refuse_motives(self, request, queryset):
        """Keep them off; the votes count."""
        self.judge_chosen(request, queryset, is_placed=False)

    def judge_chosen(self, request, queryset, *, is_placed):
        """Decide about what was ticked."""
        votes = Vote.objects.filter(pk__in=self.chosen(request, queryset).values("pk"))
        count = judge_motives(votes=votes, is_placed=is_placed)
        self.message_user(request, f"Besloten: {count}.")
