"""What the organiser's pages share: who may see them, who saw them, how they look, and how a file goes out."""

from functools import wraps
from http import HTTPStatus

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from events.actions.noting_access import note_access
from events.models import Event

TABS = {  # the pages that one goes back and forth between, in the order of a day's work
    "overview": "Overzicht",
    "programme": "Programma",
    "attendees": "Deelnemers",
    "wishes": "Wensen",
    "check_in": "Inchecken",
    "mailing": "Mailing",
    "invoices": "Facturen",
    "evaluation": "Evaluatie",
    "afterwards": "Na afloop",
}


def check_may_organise(request, event):
    """Refuse whoever may not change the event: its pages show who comes."""
    if not request.user.has_perm("events.change_event", event):
        raise PermissionDenied


def for_organiser(view):
    """Give a view the event of its address, if the user may change it."""

    @wraps(view)
    def organiser_page(request, pk):
        event = get_object_or_404(
            Event.objects.select_related("series", "municipality"),
            pk=pk,
        )
        check_may_organise(request, event)
        return view(request, event)

    return organiser_page


def shows_attendees(kind):
    """Write down who opened a page or file with data of attendees, unless it was refused; ``kind`` says which."""

    def decorate(view):
        @wraps(view)
        def page(request, event):
            response = view(request, event)
            if response.status_code == HTTPStatus.OK:
                note_access(
                    user=request.user,
                    kind=kind,
                    events=[event.pk],
                    now=timezone.now(),
                )
            return response

        return page

    return decorate


def page_of(
    request,
    event,
    name,
    title,
    **context,
):
    """The page ``name`` of this event, with its tabs."""
    tabs = []
    for tab, label in TABS.items():
        tabs.append((label, address_of(event, tab), tab == name))
    shared = admin.site.each_context(request) | {
        "title": f"{title}: {event}",
        "event": event,
        "tabs": tabs,
    }
    return TemplateResponse(request, f"admin/events/{name}.html", shared | context)


def address_of(event, name):
    """The address of one of the organiser's pages."""
    return reverse(f"admin:events_event_{name}", args=[event.pk])


def file_answer(
    content,
    event,
    name,
    kind,
    content_type,
):
    """Bytes as a download, called after the event."""
    file_name = f"{slugify(event.slug)[:80] or event.pk}-{name}.{kind}"
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True,
        filename=file_name,
    )
    return response
