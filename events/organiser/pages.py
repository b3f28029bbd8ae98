"""The addresses of the organiser's pages, below the form of an event."""

from django.urls import path

from . import (
    attendees,
    by_phone,
    check_in,
    check_in_list,
    evaluation,
    event,
    mailing,
    overview,
    programme,
    telling,
)
from .access import address_of, for_organiser

PAGES = {  # address below that of an event: (view, name)
    "overzicht/": (overview.overview, "overview"),
    "stand/": (event.set_state, "state"),
    "kopieren/": (event.copy, "copy"),
    "afgelasten/": (event.cancel, "cancel"),
    "doorgaan/": (event.revive, "revive"),
    "wijzigingen/": (telling.tell, "tell"),
    "programma/": (programme.programme, "programme"),
    "deelnemers/": (attendees.attendees, "attendees"),
    "deelnemers/toevoegen/": (by_phone.add_attendee, "attendee_add"),
    "deelnemers/bestand/": (attendees.attendees_file, "attendees_file"),
    "wensen/": (attendees.wishes, "wishes"),
    "facturen/": (attendees.invoices, "invoices"),
    "facturen/bestand/": (attendees.invoices_file, "invoices_file"),
    "naamkaartjes/": (attendees.badges, "badges"),
    "tekenlijst/": (attendees.sign_list, "sign_list"),
    "inchecken/": (check_in.check_in, "check_in"),
    "inchecken/lijst/": (check_in_list.check_in_list, "check_in_list"),
    "mailing/": (mailing.mailing, "mailing"),
    "evaluatie/": (evaluation.evaluation, "evaluation"),
    "evaluatie/bestand/": (evaluation.evaluation_file, "evaluation_file"),
    "achteraf/": (overview.afterwards, "afterwards"),
}


class OrganiserPages:
    """Adds the organiser's pages to the list and form of events."""

    change_form_outer_before_template = "admin/events/links.html"

    def get_urls(self):
        pages = []
        for address, (view, name) in PAGES.items():
            page = self.admin_site.admin_view(for_organiser(view))
            pages.append(path(f"<int:pk>/{address}", page, name=f"events_event_{name}"))
        return [*pages, *super().get_urls()]

    def render_change_form(
        self, request, context, add=False, change=False, form_url="", obj=None
    ):  # noqa: FBT002
        """The way to the organiser's pages stands above the form of who may see them."""
        if obj and self.has_change_permission(request, obj):
            context |= {"overview_address": address_of(obj, "overview")}
        return super().render_change_form(request, context, add, change, form_url, obj)
