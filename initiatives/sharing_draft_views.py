"""*Deel een voorbeeld* until it is sent: every answer is kept at once, and the link of the page goes on with it."""

from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from curation.simultaneous_edits import lock
from visitors.asked import asked_text
from visitors.limits import HOUR, is_allowed, may_have_link_mailed

from .about import Examples, loaded
from .models import Sharing
from .sharing import share
from .sharing_drafts import (
    ask_page,
    bound_form,
    checked_form,
    keep_typed,
    mail_link,
    open_form,
)
from .sharing_files import SharedFilesForm, drop_shared_file
from .sharing_links import follow_path

MOST_KEPT = 600  # times that a visitor keeps something in an hour: every few seconds
MOST_SHARED = 5  # per visitor and hour
MOST_PAGES = 20  # pasted links that are read, the same
MOST_FILES = 20  # the same
MOST_LINKS = 5  # mails per address and day
BEST_DESCRIBED = 12  # examples; one of them tells what it brought
TOO_MANY = "Je hebt nu veel voorbeelden gedeeld. Probeer het over een uur nog eens."
TOO_OFTEN = "Je hebt dit nu vaak gedaan. Wat je invulde is bewaard. Probeer het over een uur nog eens."
FILES_AGAIN = "Kies het bestand opnieuw. Wat je invulde is bewaard."
JSON = "application/json"


def wants_json(request):
    """Whether our own script asks, which only needs to know how it went."""
    return request.headers.get("Accept") == JSON


@transaction.atomic
def answer_draft(request, sharing):
    """Keep what was sent of a draft, and do what the button says."""
    lock(Sharing.objects.filter(pk=sharing.pk))
    sharing.refresh_from_db()
    if not sharing.is_draft:  # sent from another window, or by a second press
        return redirect(follow_path(sharing))
    now = timezone.now()
    if not is_allowed(
        request,
        "voorbeeld bewaren",
        at_most=MOST_KEPT,
        per=HOUR,
        now=now,
    ):
        return draft_page(request, sharing, problem=TOO_OFTEN, status=429)
    keep_typed(sharing, request.POST, now)
    files = SharedFilesForm(request.POST, request.FILES, sharing=sharing)
    if request.FILES and not may(request, "bestand bij delen", MOST_FILES):
        return draft_page(request, sharing, problem=TOO_OFTEN, status=429)
    if not files.is_valid():
        return draft_page(request, sharing, files=files, status=422)
    files.keep(sharing)
    return do_what_the_button_says(request, sharing)


def do_what_the_button_says(request, sharing):
    """Keep it only, read the pasted page, mail the link, take a file away, or send it in."""
    if "weg" in request.POST:
        return take_away(request, sharing)
    if "haal" in request.POST:
        return begin_reading(request, sharing)
    if "mail" in request.POST:
        return send_link(request, sharing)
    if "bewaar" not in request.POST:
        return send(request, sharing)
    if wants_json(request):
        return JsonResponse({"address": follow_path(sharing)})
    return redirect(f"{follow_path(sharing)}?bewaard=1")


def take_away(request, sharing):
    """Drop one of the files of this very draft."""
    number = asked_text(request.POST, "weg", longest=18)
    if number.isdecimal():
        for shared in sharing.files.filter(pk=number):
            drop_shared_file(shared)
    return redirect(f"{follow_path(sharing)}#bestanden")


def begin_reading(request, sharing):
    """Let the pasted page be read, where it can be an address."""
    form = checked_form(sharing, "link")
    if form.errors:
        return draft_page(request, sharing, form=form, status=422)
    if not may(request, "link plakken", MOST_PAGES):
        return draft_page(
            request,
            sharing,
            problem=TOO_OFTEN,
            status=429,
        )
    ask_page(
        sharing=sharing,
        url=form.cleaned_data["link"],
    )
    return redirect(follow_path(sharing))


def send_link(request, sharing):
    """Mail the link of this draft."""
    form = checked_form(sharing, "email")
    if form.errors:
        return draft_page(request, sharing, form=form, status=422)
    email = form.cleaned_data["email"]
    if not may_mail(request, email):
        return draft_page(
            request,
            sharing,
            problem=TOO_OFTEN,
            status=429,
        )
    mail_link(sharing=sharing, email=email)
    return redirect(f"{follow_path(sharing)}?gemaild=1")


def send(request, sharing):
    """Hand it to the curators; what is wrong with it is said, and it stays kept."""
    form = bound_form(sharing)
    if not form.is_valid():
        return draft_page(request, sharing, form=form, status=422)
    email = form.cleaned_data["email"]
    is_within = may(request, "voorbeeld delen", MOST_SHARED)
    if not is_within or (email and not may_mail(request, email)):
        return draft_page(request, sharing, problem=TOO_MANY, status=429)
    share(
        sharing=sharing,
        form=form,
        now=timezone.now(),
    )
    return redirect(follow_path(sharing))


def may(request, action, at_most):
    """Whether this visitor may do it once more this hour."""
    return is_allowed(
        request,
        action,
        at_most=at_most,
        per=HOUR,
        now=timezone.now(),
    )


def may_mail(request, email):
    """Whether this address may be mailed one more link, and this visitor may have one mailed."""
    return may_have_link_mailed(
        request,
        email,
        asks="link laten mailen",
        most_asked=20,
        link="link bij delen",
        most_links=MOST_LINKS,
        now=timezone.now(),
    )


def draft_state(request, sharing):
    """The page of a draft; for our script only how far the reading of the pasted page is."""
    if not wants_json(request):
        return draft_page(request, sharing)
    return JsonResponse(
        {
            "state": sharing.page_state,
            "title": sharing.page_title,
            "source": sharing.page_source,
            "problem": sharing.page_problem,
        }
    )


def draft_page(
    request,
    sharing,
    *,
    form=None,
    files=None,
    problem="",
    status=200,
):
    """The five questions as they were left, beside an example that answers them well."""
    if files and request.FILES:
        problem = FILES_AGAIN
    context = {
        "sharing": sharing,
        "form": form or open_form(sharing),
        "files": files or SharedFilesForm(),
        "problem": problem,
        "example": example_with_results(),
        "hides_message_form": True,
    }
    return render(request, "initiatives/share_form.html", context, status=status)


def example_with_results():
    """The example described best that also tells what it brought; nothing if none of the best does."""
    examples = Examples()
    fullest_first = examples.fullest_first(examples.practices)
    for example in loaded(fullest_first[:BEST_DESCRIBED]):
        if example.results:
            return example
    return None
