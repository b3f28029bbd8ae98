"""At the door: who is in. Every step may be sent again without harm, for where the network comes and goes."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from events.actions.at_the_door import check_in as bring_in
from events.actions.at_the_door import walk_in
from events.actions.noting_access import note_access
from events.actions.refused import RefusedError
from events.models import DataAccess, Place, Registration

from . import figures
from .access import address_of, check_may_organise, page_of, shows_attendees
from .forms import WalkInForm, matching

MOST_FOUND = 50
UNKNOWN = "Deze code kennen we niet. Zoek op naam."
ELSEWHERE = "Deze code is van een andere bijeenkomst: {}."
LONGEST_SEARCH = 100


@shows_attendees(DataAccess.Kind.CHECK_IN)
@require_http_methods(["GET", "POST"])
def check_in(request, event):
    """Search who stands at the door and let them in; whoever did not register comes in with a form (POST)."""
    form = WalkInForm(event, request.POST or None)
    if request.method == "POST" and form.is_valid() and _let_in(request, event, form):
        return redirect(address_of(event, "check_in"))
    words = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    found = _found(event, words)
    return page_of(
        request,
        event,
        "check_in",
        "Inchecken",
        form=form,
        words=words,
        found=found,
        remark=_remark(event, words, found),
        counts=figures.presence(event),
    )


def _let_in(request, event, form):
    values = {name: form.cleaned_data[name] for name in ("key", "name", "organisation_name", "sector")}
    try:
        walk_in(event=event, sessions=form.chosen_sessions, now=timezone.now(), user=request.user, **values)
    except RefusedError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, f"{values['name']} is binnen.")
    return True


def _found(event, words):
    """Who it may be: first who is not in yet; nothing without words, or the whole list would be on the phone."""
    if not words:
        return []
    found = event.registrations.live().filter(matching(words)).select_related("organisation", "booking")
    return list(found.order_by("-checked_in_at", "name", "pk")[:MOST_FOUND])


def _remark(event, words, found):
    """What to say when nobody was found."""
    if found or not words:
        return ""
    other = Registration.objects.filter(code=words.upper()).select_related("event").exclude(event=event).first()
    return ELSEWHERE.format(other.event) if other else "Niemand gevonden. Zoek op een deel van de naam."


@require_http_methods(["GET", "POST"])
def check_in_by_code(request, code):
    """Who is this? Where the code on a badge or in a mail leads to; the button lets them in."""
    registration = Registration.objects.for_lists().filter(code=code.upper()).first()
    if registration is None:
        return _code_page(request, "Onbekende code", status=404, problem=UNKNOWN)
    check_may_organise(request, registration.event)
    note_access(
        user=request.user,
        kind=DataAccess.Kind.CHECK_IN,
        events=[registration.event_id],
        registration=registration,
        now=timezone.now(),
    )
    told, problem = "", ""
    if request.method == "POST":
        told, problem = _bring_in(registration, request.user)
        registration.refresh_from_db(fields=["place", "checked_in_at"])
    return _code_page(
        request,
        f"Inchecken: {registration}",
        registration=registration,
        event=registration.event,
        told=told,
        problem=problem,
        remark=day_remark(registration.event, timezone.localdate()),
        has_place=registration.place == Place.CONFIRMED,
        search=address_of(registration.event, "check_in"),
    )


def _bring_in(registration, user):
    """(what happened, why not): one of the two."""
    try:
        is_new = bring_in(registration=registration, now=timezone.now(), user=user)
    except RefusedError as error:
        return "", str(error)
    if is_new:
        return f"{registration} is binnen.", ""
    since = Registration.objects.values_list("checked_in_at", flat=True).get(pk=registration.pk)
    return f"{registration} was al binnen sinds {timezone.localtime(since):%H.%M} uur.", ""


def day_remark(event, today):
    """A warning when the event is on another day; empty when it is today."""
    if event.starts_on <= today <= event.ends_on:
        return ""
    return f"Let op: ‘{event}’ is niet vandaag, maar op {event.starts_on:%d-%m-%Y}."


def _code_page(request, title, status=200, **context):
    shared = admin.site.each_context(request) | {"title": title}
    return TemplateResponse(request, "admin/events/check_in_code.html", shared | context, status=status)
