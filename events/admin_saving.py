"""What follows when a meeting or a part of it is saved in a form: it moves along, is offered, and is asked about."""

from django.shortcuts import redirect
from django.utils import timezone

from .actions.announcing import untold_changes
from .actions.moving import move_along
from .actions.places import lapse_offers_of
from .organiser.access import address_of

CAPACITIES = {"capacity", "on_site_capacity", "online_capacity"}


class AsksToTell:
    """Leads to the question whether those who registered should hear what changed; ``event_of`` says of what."""

    def event_of(self, row):
        return row.event

    def response_change(self, request, obj):
        return self.asked_first(
            request,
            obj,
            super().response_change(request, obj),
        )

    def response_add(self, request, obj, post_url_continue=None):
        return self.asked_first(
            request,
            obj,
            super().response_add(request, obj, post_url_continue),
        )

    def asked_first(self, request, obj, response):
        """The question, where there is one; else what the form would lead to."""
        event = self.event_of(obj)
        if untold_changes(event):
            return redirect(address_of(event, "tell"))
        return response


class OffersPlaces(AsksToTell):
    """Offers at once what more places make free."""

    def save_related(
        self,
        request,
        form,
        formsets,
        change,
    ):
        super().save_related(request, form, formsets, change)
        if change and not CAPACITIES.isdisjoint(form.changed_data):
            lapse_offers_of(
                self.event_of(form.instance).pk,
                timezone.now(),
            )


class SavesEvent(OffersPlaces):
    """Moves the programme along with the days."""

    def event_of(self, row):
        return row

    def save_model(
        self,
        request,
        obj,
        form,
        change,
    ):
        super().save_model(request, obj, form, change)
        move_along(event=obj)
