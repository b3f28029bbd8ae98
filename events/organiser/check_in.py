"""At the door: who is in. Every step may be sent again without harm, for where the network comes and goes."""

from django.conf import settings
from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django_permissions_policy.decorators import permissions_policy_override

from events.actions.at_the_door import check_in as bring_in
from events.actions.at_the_door import walk_in
from events.actions.noting_access import note_access
from events.actions.refused import RefusedError
from events.days import dates_of
from events.directory import attendees_called
from events.known_organisations import organisations_now
from events.last_names import last_name_in
from events.links import door_address
from events.models import DataAccess, Place, Registration
from events.prices import prices_of
from visitors.asked import asked_text
from wording.numbers import price_in_words

from . import figures
from .access import address_of, check_may_organise, page_of, shows_attendees
from .walk_in_form import WalkInForm

MOST_FOUND = 50
UNKNOWN = "Deze code kennen we niet. Zoek op naam."
NOBODY = "Niemand gevonden. Zoek op een deel van de naam."
ELSEWHERE = "Deze code is van een andere bijeenkomst: {}."
LONGEST_SEARCH = 100
# reads codes, only here
WITH_CAMERA = settings.PERMISSIONS_POLICY | {"camera": ["self"]}
ANY_CODE = "CODE"  # stands for one in an address


@permissions_policy_override(WITH_CAMERA)
@shows_attendees(DataAccess.Kind.CHECK_IN)
@require_http_methods(["GET", "POST"])
def check_in(request, event):
    """Search who stands at the door and let them in; whoever did not register comes in with a form (POST)."""
    form = WalkInForm(event, request.POST or None)
    if request.method == "POST" and form.is_valid() and let_in(request, event, form):
        return redirect(address_of(event, "check_in"))
    words = asked_text(request.GET, "q", LONGEST_SEARCH)
    attendees = attendees_with(event, words)
    return page_of(
        request,
        event,
        "check_in",
        "Inchecken",
        form=form,
        prices=prices_of(event, timezone.localdate()),
        organisations=organisations_now(timezone.localdate()),
        words=words,
        attendees=attendees,
        remark=remark_on(event, words, attendees),
        counts=figures.presence(event),
        doors=doors_of(event),
        code_page=code_page_address(),
    )


def code_page_address():
    """What stands before a code in the address that it is of."""
    return reverse("curator:check_in", args=[ANY_CODE]).partition(ANY_CODE)[0]


def doors_of(event):
    """(day, link) of each day on which volunteers can still let people in."""
    days = dates_of(
        event,
        timezone.localdate(),
        event.ends_on,
    )
    return [(day, door_address(event, day)) for day in days]


def let_in(request, event, form):
    """Whether who did not register is in now; why not is said on the form."""
    now = timezone.now()
    person = form.person(timezone.localdate(now))
    values = {name: form.cleaned_data[name] for name in ("key", "amount", "is_other")}
    try:
        registration = walk_in(
            event=event,
            person=person,
            now=now,
            user=request.user,
            **values,
        )
    except RefusedError as error:
        form.refuse(error)
        return False
    price = ""
    if registration.amount is not None:
        price = f" Prijs: {price_in_words(registration.amount)}."
    messages.success(request, f"{registration} is binnen.{price}")
    return True


def attendees_with(event, words):
    """Who it may be: first who is not in yet; nothing without words, or the whole list would be on the phone."""
    if not words:
        return []
    attendees = attendees_called(event.registrations.live(), words)
    attendees = attendees.select_related("organisation", "booking")
    return list(
        attendees.order_by("-checked_in_at", last_name_in("name"), "name", "pk")[
            :MOST_FOUND
        ]
    )


def remark_on(event, words, attendees):
    """What to say when nobody was found."""
    if attendees or not words:
        return ""
    elsewhere = Registration.objects.exclude(event=event).select_related("event")
    registration = elsewhere.filter(code=words.upper()).first()
    if registration:
        return ELSEWHERE.format(registration.event)
    return NOBODY


@require_http_methods(["GET", "POST"])
def check_in_by_code(request, code):
    """Who is this? Where the code on a badge or in a mail leads to; the button lets them in."""
    registration = Registration.objects.for_lists().filter(code=code.upper()).first()
    if registration is None:
        return code_page(request, "Onbekende code", status=404, problem=UNKNOWN)
    check_may_organise(request, registration.event)
    note_access(
        user=request.user,
        kind=DataAccess.Kind.CHECK_IN,
        events=[registration.event_id],
        registration=registration,
        now=timezone.now(),
    )
    sentence = ""
    problem = ""
    if request.method == "POST":
        sentence, problem = sentences_of(registration, request.user, timezone.now())
        registration.refresh_from_db(fields=["place", "checked_in_at"])
    return code_page(
        request,
        f"Inchecken: {registration}",
        registration=registration,
        event=registration.event,
        sentence=sentence,
        problem=problem,
        remark=day_remark(registration.event, timezone.localdate()),
        has_place=registration.place == Place.CONFIRMED,
        search=address_of(registration.event, "check_in"),
    )


def sentences_of(registration, user, now):
    """Let somebody in: (what happened, why not): one of the two."""
    try:
        is_new = bring_in(registration=registration, now=now, user=user)
    except RefusedError as error:
        return "", str(error)
    if is_new:
        return f"{registration} is binnen.", ""
    since = Registration.objects.values_list("checked_in_at", flat=True).get(
        pk=registration.pk
    )
    return (
        f"{registration} was al binnen sinds {timezone.localtime(since):%H.%M} uur.",
        "",
    )


def day_remark(event, today):
    """A warning when the event is on another day; empty when it is today."""
    if event.starts_on <= today <= event.ends_on:
        return ""
    return f"Let op: ‘{event}’ is niet vandaag, maar op {event.starts_on:%d-%m-%Y}."


def code_page(request, title, status=200, **context):
    """The page of one code."""
    shared = admin.site.each_context(request) | {"title": title}
    return TemplateResponse(
        request,
        "admin/events/check_in_code.html",
        shared | context,
        status=status,
    )
