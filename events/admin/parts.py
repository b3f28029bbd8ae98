"""The curators' lists and forms of what hangs under a meeting."""

from django.contrib import admin

from curation.options import CuratedAdmin
from initiatives.admin_filters import MineFilter
from initiatives.forms import PICTURE_FIELDS, PhotoForm
from wording.numbers import price_in_words

from .. import programme_resources, resources
from ..admin_saving import AsksToTell
from ..models import (
    Appearance,
    EvaluationQuestion,
    EventDay,
    EventPhoto,
    EventRole,
    PriceTier,
)


class PartAdmin(CuratedAdmin):
    """One line under an event."""

    list_select_related = ["event"]
    autocomplete_fields = ["event"]


@admin.register(Appearance)
class AppearanceAdmin(PartAdmin):
    resource_class = programme_resources.AppearanceResource
    list_display = ["speaker", "role", "session", "event", "is_still_to_ask"]
    list_filter = ["is_still_to_ask", "role", MineFilter]
    list_select_related = ["event", "session", "speaker"]
    search_fields = ["speaker__name", "session__title", "event__title"]
    autocomplete_fields = ["event", "session", "speaker"]


@admin.register(EventDay)
class EventDayAdmin(AsksToTell, PartAdmin):
    resource_class = resources.EventDayResource
    list_display = ["event", "date", "begins", "ends"]
    list_filter = ["date", MineFilter]
    search_fields = ["event__title", "note"]


@admin.register(EventRole)
class EventRoleAdmin(PartAdmin):
    resource_class = resources.EventRoleResource
    list_display = ["event", "organisation", "role"]
    list_filter = ["role", MineFilter]
    list_select_related = ["event", "organisation"]
    search_fields = ["event__title", "organisation__name"]
    autocomplete_fields = ["event", "organisation", "source"]


@admin.register(PriceTier)
class PriceTierAdmin(PartAdmin):
    resource_class = resources.PriceTierResource
    list_display = ["name", "price", "for_whom", "event", "valid_until", "position"]
    list_filter = ["for_whom", "sector", MineFilter]
    search_fields = ["name", "event__title"]
    autocomplete_fields = ["event", "provinces"]

    @admin.display(description="bedrag", ordering="amount")
    def price(self, tier):
        """As visitors read it."""
        return price_in_words(tier.amount)


@admin.register(EvaluationQuestion)
class EvaluationQuestionAdmin(PartAdmin):
    resource_class = resources.EvaluationQuestionResource
    list_display = ["text", "kind", "event", "position"]
    list_filter = ["kind", MineFilter]
    search_fields = ["text", "event__title"]


@admin.register(EventPhoto)
class EventPhotoAdmin(PartAdmin):
    form = PhotoForm
    fields = ["event", *PICTURE_FIELDS]
    list_display = ["alt_text", "credit", "event"]
    list_filter = ["credit", MineFilter]
    search_fields = ["alt_text", "caption", "credit", "event__title"]
