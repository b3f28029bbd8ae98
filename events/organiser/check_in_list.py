"""Everybody on one page, for where the network comes and goes: who is in waits in the browser until it can be sent."""

from datetime import timedelta

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods
from django_permissions_policy.decorators import permissions_policy_override

from events.last_names import last_name_in
from events.models import DataAccess

from .access import address_of, page_of, shows_attendees
from .check_in import UNKNOWN, WITH_CAMERA, code_page_address, sentences_of

LONGEST_AWAY = timedelta(days=1)


@permissions_policy_override(WITH_CAMERA)
@shows_attendees(DataAccess.Kind.CHECK_IN)
@require_http_methods(["GET", "POST"])
def check_in_list(request, event):
    """Let people in (POST ``wie``: a code, with a space and a moment after it where it waited); a script reads JSON."""
    if request.method != "POST":
        people = event.registrations.confirmed().select_related("organisation")
        people = people.order_by(last_name_in("name"), "name", "pk")
        return page_of(
            request,
            event,
            "check_in_list",
            "Lijst aan de deur",
            people=people,
            code_page=code_page_address(),
        )
    answers = answers_to(
        request.POST.getlist("wie"),
        event,
        request.user,
    )
    if request.accepts("text/html"):
        return list_after(request, event, answers)
    return JsonResponse(answers)


def answers_to(sent, event, user):
    """{code: (what happened, why not)} of everybody who is let in."""
    answers = {}
    for code_and_moment in sent:
        code, _, moment = code_and_moment.partition(" ")
        answers[code] = let_in(
            user,
            event,
            code,
            moment_in(moment, timezone.now()),
        )
    return answers


def let_in(user, event, code, moment):
    """(what happened, why not): one of the two."""
    registration = event.registrations.filter(
        code=code,
        forgotten_on=None,
    ).first()
    if registration is None:
        return "", UNKNOWN
    return sentences_of(registration, user, moment)


def moment_in(text, now):
    """When somebody was let in; now where that is not said, or cannot be."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return now
    if (
        moment is None
        or timezone.is_naive(moment)
        or not now - LONGEST_AWAY <= moment <= now
    ):
        return now
    return moment


def list_after(request, event, answers):
    """The list again, with what happened."""
    for sentence, problem in answers.values():
        if problem:
            messages.error(request, problem)
        else:
            messages.success(request, sentence)
    return redirect(address_of(event, "check_in_list"))
