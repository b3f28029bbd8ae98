"""An event of a province, who looks after it, and the addresses of its pages."""

from django.urls import reverse

from tests.event_factories import EventFactory, EventRoleFactory
from tests.factories import LibraryFactory, ProvinceFactory
from tests.role_factories import province_curator


def organised_event(**fields):
    """An event that a library of its own province organises."""
    event = EventFactory(**fields)
    EventRoleFactory(event=event, organisation=LibraryFactory(province=ProvinceFactory()))
    return event


def organiser_of(event):
    """The curator of the province of who organises."""
    return province_curator(event.roles.get().organisation.province)


def page(event, name, query=""):
    """The address of one of the organiser's pages."""
    return reverse(f"admin:events_event_{name}", args=[event.pk]) + (f"?{query}" if query else "")


def attendee_page(registration, name="change"):
    """The address of the page of an attendee, or of something done there."""
    return reverse(f"admin:events_registration_{name}", args=[registration.pk])
