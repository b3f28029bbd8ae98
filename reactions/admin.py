from django.contrib import admin
from django.utils import timezone
from unfold.decorators import action

from accounts.permissions import is_administrator
from curation.options import CuratedAdmin
from curation.read_only import ReadOnlyPages

from .actions import judge
from .models import Reaction


@admin.register(Reaction)
class ReactionAdmin(ReadOnlyPages, CuratedAdmin):
    """What readers wrote about what this curator keeps, once they showed that their address is their own."""

    list_display = ["__str__", "text", "name", "job_title", "state", "written_at"]
    list_filter = ["state", "kind"]
    list_select_related = ["initiative", "theme", "meeting"]
    search_fields = ["text", "name", "email"]
    fields = [
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
    readonly_fields = fields
    actions = ["place_reactions", "refuse_reactions"]

    def get_queryset(self, request):
        """Not what nobody stands for yet."""
        return super().get_queryset(request).exclude(state=Reaction.State.UNCONFIRMED)

    def has_delete_permission(self, request, obj=None):
        """Who truly deletes an example deletes its reactions too."""
        return is_administrator(request.user)

    @action(description="Zet op de site")
    def place_reactions(self, request, queryset):
        """These may be read; a question goes on to who knows the answer."""
        self.judge_chosen(request, queryset, is_placed=True)

    @action(description="Zet niet op de site, of haal ervan af")
    def refuse_reactions(self, request, queryset):
        """These may not."""
        self.judge_chosen(request, queryset, is_placed=False)

    def judge_chosen(self, request, queryset, *, is_placed):
        """Decide about what was ticked, of which nothing is somebody else's."""
        chosen = self.chosen(request, queryset).values("pk")
        reactions = Reaction.objects.filter(pk__in=chosen)
        count = judge(
            reactions=reactions,
            is_placed=is_placed,
            now=timezone.now(),
        )
        sentence = f"Besloten: {count}. Wie het schreef, krijgt een mail als we het adres nog hebben."
        self.message_user(request, sentence)
