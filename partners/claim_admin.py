"""What curators decide about who says to work where."""

from django.utils import timezone
from unfold.decorators import action

from curation.read_only import ReadOnlyPages

from .claims import decide
from .models import Claim


class ClaimPages(ReadOnlyPages):
    """A list of claims, with two actions that decide."""

    province_path = "organisation__province__name"
    list_display = ["__str__", "email", "job_title", "state", "asked_at"]
    list_filter = ["state"]
    list_select_related = ["organisation"]
    search_fields = ["name", "email", "organisation__name"]
    fields = [
        "organisation",
        "name",
        "email",
        "job_title",
        "explanation",
        "state",
        "asked_at",
    ]
    readonly_fields = fields
    actions = ["grant_claims", "refuse_claims"]

    def get_queryset(self, request):
        """Only where the address is known to be theirs."""
        return super().get_queryset(request).exclude(state=Claim.State.UNCONFIRMED)

    @action(description="Ken toe: deze persoon werkt daar")
    def grant_claims(self, request, queryset):
        """These people work there."""
        self.decide_chosen(request, queryset, is_granted=True)

    @action(description="Wijs af")
    def refuse_claims(self, request, queryset):
        """They do not, or nobody can say."""
        self.decide_chosen(request, queryset, is_granted=False)

    def decide_chosen(self, request, queryset, *, is_granted):
        """Decide about those that wait; nothing where one of the chosen is not theirs."""
        claims = Claim.objects.filter(
            pk__in=self.chosen(request, queryset).values("pk")
        )
        count = decide(
            claims=claims,
            is_granted=is_granted,
            now=timezone.now(),
        )
        self.message_user(
            request,
            f"Besloten: {count}. Wie het vroeg, krijgt een mail.",
        )
