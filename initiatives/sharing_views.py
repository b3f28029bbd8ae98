"""*Deel een voorbeeld*, and the page on which its sender goes on with it and sees what happens with it."""

from datetime import timedelta

from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from curation.texts import posted_text
from visitors.limits import is_allowed
from visitors.private_pages import kept_private

from .completeness import missing_of
from .doubles import doubles_of
from .member_forms import InitiativeForm
from .models import Initiative, Sharing
from .review import StepRefusedError
from .sharing import send_in_again
from .sharing_draft_views import (
    MOST_FILES,
    TOO_MANY,
    answer_draft,
    draft_page,
    draft_state,
    may,
)
from .sharing_files import SharedFilesForm
from .sharing_forms import ShareForm
from .sharing_links import shared_with

State = Initiative.PublicationState
HOUR = timedelta(hours=1)
MOST_BEGUN = 15  # per visitor and hour
TOO_OFTEN_FILES = "Je hebt nu veel bestanden gestuurd. Stuur het zonder bestand in, of probeer het over een uur weer."


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def share_create(request):
    """Ask five questions about an example; with the first answer it gets a page of its own."""
    if request.method != "POST":
        return draft_page(request, Sharing(), form=ShareForm())
    if request.POST.get("website"):  # a robot
        return redirect("initiatives:initiative_list")
    now = timezone.now()
    if not is_allowed(
        request,
        "voorbeeld beginnen",
        at_most=MOST_BEGUN,
        per=HOUR,
        now=now,
    ):
        form = ShareForm(request.POST)
        return draft_page(
            request,
            Sharing(),
            form=form,
            problem=TOO_MANY,
            status=429,
        )
    with transaction.atomic():
        return answer_draft(
            request,
            Sharing.objects.create(changed_at=now),
        )


@kept_private("GET", "HEAD", "POST")
def share_follow(request, token):
    """Where the example stands: filled in here, and when a curator asks for something changed and sent in again."""
    sharing = shared_with(token)
    if sharing is None:
        return render(
            request,
            "initiatives/share_gone.html",
            {"hides_message_form": True},
            status=410,
        )
    if sharing.is_draft and request.method == "POST":
        return answer_draft(request, sharing)
    if sharing.is_draft:
        return draft_state(request, sharing)
    if request.method != "POST":
        return follow_page(
            request,
            sharing,
            changeable_form(sharing.initiative),
        )
    return answer_follow(request, sharing)


def answer_follow(request, sharing):
    """Send in again what the sender changed, with the files that came along."""
    form = changeable_form(sharing.initiative, request.POST)
    if form is None:  # a curator decided while the page was open
        return redirect(request.path)
    files = SharedFilesForm(request.POST, request.FILES, sharing=sharing)
    if request.FILES and not may(request, "bestand bij delen", MOST_FILES):
        form.add_error(None, TOO_OFTEN_FILES)
        return follow_page(request, sharing, form, files, status=429)
    is_right = form.is_valid()
    if not files.is_valid() or not is_right:
        return follow_page(request, sharing, form, files, status=422)
    answer = posted_text(request, "answer")
    try:
        send_in_again(
            sharing=sharing,
            form=form,
            files=files,
            answer=answer,
            now=timezone.now(),
        )
    except StepRefusedError as error:
        form.add_error(None, str(error))
        return follow_page(request, sharing, form, files, status=422)
    return redirect(request.path)


def changeable_form(initiative, data=None):
    """The form of the whole example while it is with the sender; ``None`` where it is with the curators or further."""
    if initiative.publication_state != State.DRAFT:
        return None
    return InitiativeForm(data, instance=initiative)


def follow_page(
    request,
    sharing,
    form,
    files=None,
    status=200,
):
    """What happened with an example, what is still missing, and what looks like it."""
    initiative = sharing.initiative
    context = {
        "sharing": sharing,
        "initiative": initiative,
        "form": form,
        "files": files or SharedFilesForm(),
        "told": initiative.review_steps.exclude(user=None).first(),
        "answer": posted_text(request, "answer"),
        "missing": missing_of(initiative),
        "doubles": [
            double.other
            for double in doubles_of(initiative)
            if double.other.is_published
        ],
        "hides_message_form": True,
    }
    return render(request, "initiatives/share_follow.html", context, status=status)
