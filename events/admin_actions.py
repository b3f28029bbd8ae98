"""Bulk actions on the list of events."""

from django.utils import timezone
from unfold.decorators import action

from curation.archiving import ArchivingActions

from .models import Event

State = Event.State


class StateActions(ArchivingActions):
    """Adds announcing, opening and closing to the list; calling off asks for a reason and has a page of its own."""

    actions = [
        "announce_chosen",
        "open_chosen",
        "close_chosen",
        *ArchivingActions.actions,
    ]

    @action(description="Kondig aan wat gekozen is")
    def announce_chosen(self, request, queryset):
        """Show the chosen events on the site; nobody can register yet."""
        self._set_state(request, queryset, State.ANNOUNCED)

    @action(description="Open de inschrijving van wat gekozen is")
    def open_chosen(self, request, queryset):
        """Let people register for the chosen events."""
        self._set_state(request, queryset, State.OPEN)

    @action(description="Sluit de inschrijving van wat gekozen is")
    def close_chosen(self, request, queryset):
        """Take no more registrations for the chosen events."""
        self._set_state(request, queryset, State.CLOSED)

    def _set_state(self, request, queryset, state):
        """What was called off stays so: who registered has heard that it is."""
        mine = self.chosen(request, queryset).values("pk")
        chosen = Event.objects.filter(pk__in=mine)
        cancelled = chosen.filter(state=State.CANCELLED).count()
        done = chosen.exclude(state=State.CANCELLED).update(
            state=state,
            updated_at=timezone.now(),
        )
        self.message_user(request, f"{done} met de stand ‘{state.label}’.")
        if cancelled:
            self.message_user(
                request,
                f"{cancelled} niet veranderd: afgelast blijft afgelast.",
                "warning",
            )
