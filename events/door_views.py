"""The door for volunteers: with a link of one day they find a name and let somebody in, and see nothing else."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from visitors.asked import asked_text

from .actions.noting_access import note_access
from .directory import is_in
from .last_names import last_name_in
from .links import event_at_door
from .models import DataAccess
from .names import spelled
from .organiser.check_in import sentences_of
from .organiser.check_in_list import answers_to
from .private_pages import by_link

FEWEST_LETTERS = 2
MOST_FOUND = 20
TOO_SHORT = "Typ minstens twee letters van de naam, of de hele code."
NOBODY = "Niemand gevonden. Zoek op een deel van de naam, of stuur deze persoon naar de organisator."


@by_link(event_at_door)
def door(request, event):
    """Search by name or code, and let somebody in (POST ``wie``, a code); a script reads JSON."""
    note_access(
        user=None, kind=DataAccess.Kind.CHECK_IN, events=[event.pk], now=timezone.now()
    )
    sentence, problem = "", ""
    if request.method == "POST" and not request.accepts("text/html"):
        return JsonResponse(answers_to(request.POST.getlist("wie"), event, None))
    if request.method == "POST":
        sentence, problem = let_in(event, asked_text(request.POST, "wie"))
    words = asked_text(request.GET, "q")
    people = found_by(event, words)
    if words and len(words) < FEWEST_LETTERS:
        problem = TOO_SHORT
    elif words and not people:
        problem = NOBODY
    context = {
        "event": event,
        "words": words,
        "people": people,
        "sentence": sentence,
        "problem": problem,
    }
    return render(request, "events/door.html", context)


def found_by(event, words):
    """Who has all these words in their name, or this code; a single letter would show half the list."""
    if len(words) < FEWEST_LETTERS:
        return []
    people = []
    for registration in event.registrations.confirmed().order_by(
        last_name_in("name"), "name", "pk"
    ):
        ways = spelled(registration.name)
        if all(is_in(part, ways, "", registration.code) for part in words.split()):
            people.append(registration)
    return people[:MOST_FOUND]


def let_in(event, code):
    """(what happened, why not): one of the two."""
    registration = get_object_or_404(
        event.registrations.filter(forgotten_on=None), code=code
    )
    return sentences_of(registration, None, timezone.now())
