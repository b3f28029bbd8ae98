"""Columns of the curators' list of practice examples that are no field of it, or are shown to who asks for them."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from wording.enumerations import joined

from .models import Initiative


class InitiativeColumns:
    """What the list can show beside its usual columns, and what that needs of other tables."""

    more_columns = [
        "led_by",
        "about",
        "happens_in",
        "is_national",
        "year",
        "cost_band",
        "is_featured",
        "created_at",
    ]
    column_loads = {
        "led_by": ["participations__organisation"],
        "about": ["themes"],
        "happens_in": ["places"],
    }

    @admin.display(
        description="publicatie",
        ordering="publication_state",
    )
    def state(self, initiative):
        """Its state; of what waits for this curator with the way to the page where it is judged."""
        label = initiative.get_publication_state_display()
        is_waiting = (
            initiative.publication_state == Initiative.PublicationState.SUBMITTED
        )
        if not is_waiting or initiative.is_of:
            return label
        address = reverse(
            "admin:initiatives_initiative_review",
            args=[initiative.pk],
        )
        return format_html('{}: <a href="{}">beoordelen</a>', label, address)

    @admin.display(
        description="compleet",
        ordering="completeness",
    )
    def complete(self, initiative):
        return f"{initiative.completeness:.0f}%"

    @admin.display(description="wie trekt het")
    def led_by(self, initiative):
        return joined(initiative.leads) or None

    @admin.display(description="thema’s")
    def about(self, initiative):
        return joined(initiative.themes.all()) or None

    @admin.display(description="gemeenten")
    def happens_in(self, initiative):
        return joined(initiative.places.all()) or None
