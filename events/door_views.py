"""The door for volunteers: with a link of one day they let people in by name or code, and see nothing else of them."""

from datetime import time, timedelta

from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django_permissions_policy.decorators import permissions_policy_override

from visitors.asked import asked_text

from .actions.noting_access import note_access
from .clock import moment
from .directory import is_in
from .last_names import last_name_in
from .links import door_token, event_at_door
from .models import DataAccess
from .names import spelled
from .organiser.check_in import WITH_CAMERA, code_page_address, sentences_of
from .organiser.check_in_list import answers_to
from .private_pages import by_link

FEWEST_LETTERS = 2
MOST_FOUND = 20
TOO_SHORT = "Typ minstens twee letters van de naam, of de hele code."
NOBODY = "Niemand gevonden. Zoek op een deel van de naam, of stuur deze persoon naar de organisator."


@permissions_policy_override(WITH_CAMERA)
@by_link(event_at_door)
def door(request, event):
    """Search by name or code, and let somebody in (POST ``wie``, a code); a script reads JSON."""
    if is_script(request):
        return answer_to_script(request, event)
    came_in = let_in(request, event)
    words = asked_text(request.GET, "q")
    people = found_by(event, words)
    problem = ""
    if words and len(words) < FEWEST_LETTERS:
        problem = TOO_SHORT
    elif words and not people:
        problem = NOBODY
    context = {
        "words": words,
        "people": people,
        "problem": problem,
    }
    return at_the_door(request, event, "events/door.html", context | came_in)


@permissions_policy_override(WITH_CAMERA)
@by_link(event_at_door)
def door_list(request, event):
    """Everybody with a place, for where the network comes and goes; let in as above."""
    if is_script(request):
        return answer_to_script(request, event)
    came_in = let_in(request, event)
    people = event.registrations.confirmed().order_by(
        last_name_in("name"),
        "name",
        "pk",
    )
    context = {"people": people} | came_in
    return at_the_door(request, event, "events/door_list.html", context)


def is_script(request):
    """Whether a script lets people in, which keeps who it could not send."""
    return request.method == "POST" and not request.accepts("text/html")


def answer_to_script(request, event):
    """What happened to each code that it sent."""
    note_look(event)
    return JsonResponse(answers_to(request.POST.getlist("wie"), event, None))


def note_look(event):
    """Write down that somebody with a link looked."""
    note_access(
        user=None,
        kind=DataAccess.Kind.CHECK_IN,
        events=[event.pk],
        now=timezone.now(),
    )


def at_the_door(request, event, template, context):
    """The page, and that somebody looked at it."""
    note_look(event)
    today = timezone.localdate()
    shared = {
        "event": event,
        "token": door_token(event, today),
        "until": moment(today + timedelta(days=1), time()),
        "code_page": code_page_address(),
    }
    return render(request, template, shared | context)


def found_by(event, words):
    """Who has all these words in their name, or this code; a single letter would show half the list."""
    if len(words) < FEWEST_LETTERS:
        return []
    people = []
    for registration in event.registrations.confirmed().order_by(
        last_name_in("name"),
        "name",
        "pk",
    ):
        ways = spelled(registration.name)
        if all(is_in(part, ways, "", registration.code) for part in words.split()):
            people.append(registration)
    return people[:MOST_FOUND]


def let_in(request, event):
    """{"sentence": what happened, "problem": why not}, one of the two; empty where nobody is let in."""
    if request.method != "POST":
        return {}
    registration = get_object_or_404(
        event.registrations.filter(forgotten_on=None),
        code=asked_text(request.POST, "wie"),
    )
    sentence, problem = sentences_of(registration, None, timezone.now())
    return {"sentence": sentence, "problem": problem}
