"""Buttons in the form of a reorganisation: it happens, or it is only announced after all."""

from django.contrib.admin.utils import unquote
from django.utils import timezone
from unfold.decorators import action

from .actions import apply_succession, end_predecessor, take_succession_back


class AnnouncedActions:
    """Adds *Toepassen* to what is announced, and *Toch niet* to what was applied lately."""

    actions_submit_line = ["apply_announced", "take_back"]

    def get_readonly_fields(self, request, obj=None):
        """Whether it is announced changes with the buttons only, because the municipality changes with it."""
        readonly = super().get_readonly_fields(request, obj)
        if obj:
            return [*readonly, "is_announced"]
        return readonly

    def save_model(
        self,
        request,
        obj,
        form,
        change,
    ):
        """What is not just announced ends the municipality, by hand as in an import; then the pressed button."""
        end_predecessor(succession=obj)
        super().save_model(request, obj, form, change)

    def get_actions_submit_line(self, request, object_id):
        """The button that fits: what is announced can be applied, what was applied lately can be taken back."""
        succession = self.get_object(
            request,
            unquote(str(object_id)),
        )
        if succession is None or not self.has_change_permission(request, succession):
            return []
        if succession.is_announced:
            return [self.get_unfold_action("apply_announced")]
        if succession.can_be_taken_back(timezone.localdate()):
            return [self.get_unfold_action("take_back")]
        return []

    @action(description="Toepassen")
    def apply_announced(self, request, obj):
        """The reorganisation happens on its day."""
        apply_succession(succession=obj)
        self.message_user(
            request,
            f"Toegepast: {obj}. De site rekent ermee vanaf de ingangsdatum.",
        )

    @action(description="Toch niet: alleen aangekondigd")
    def take_back(self, request, obj):
        """The reorganisation is announced again."""
        take_succession_back(succession=obj)
        self.message_user(
            request,
            f"Weer aangekondigd: {obj}. {obj.predecessor} blijft een gemeente.",
        )
