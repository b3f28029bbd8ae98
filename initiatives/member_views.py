"""The pages under ``/mijn/``: what a library member keeps about the initiatives of their library."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from curation.simultaneous_edits import lock
from curation.texts import posted_text
from partners.models import Library

from .completeness import missing_of, percentage
from .doubles import doubles_of
from .freshness import confirm
from .member_forms import InitiativeForm, NewInitiativeForm
from .members import create_draft, propose, send_in
from .models import Initiative, Participation
from .review import StepRefusedError

State = Initiative.PublicationState
EDITABLE = (State.DRAFT, State.SUBMITTED)


@login_required
def overview(request):
    """What is of your library, how far it is, and what waits."""
    initiatives = Initiative.objects.of_member(request.user).exclude(publication_state=State.ARCHIVED)
    context = {
        "memberships": request.user.memberships.active().select_related("library"),
        "initiatives": initiatives.prefetch_related("review_steps").order_by("sort_key"),
        "proposals": request.user.proposals.select_related("initiative")[:20],
        "today": timezone.localdate(),
    }
    return render(request, "members/overview.html", context)


@login_required
def initiative_create(request):
    """Describe something new; it is a draft until it is sent in."""
    if not request.user.memberships.active().exists():
        raise PermissionDenied
    form = NewInitiativeForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            return saved(request, create_draft(form=form, library=form.cleaned_data["library"]))
        except StepRefusedError as error:
            form.add_error(None, str(error))
    return form_page(request, form, None)


@login_required
@transaction.atomic
def initiative_edit(request, slug):
    """Change a draft, or propose a change of what is published; a curator changes it in the curators' room.

    While it is saved nobody else saves it, so that what it is compared with stays as it is.
    """
    if request.method == "POST":
        lock(Initiative.objects.filter(slug=slug))
    initiative = Initiative.objects.of_member(request.user).filter(slug=slug).first()
    if initiative is None:
        kept = get_object_or_404(Initiative.objects.editable_by(request.user), slug=slug)
        return redirect("admin:initiatives_initiative_change", kept.pk)
    if initiative.publication_state == State.ARCHIVED:
        raise PermissionDenied
    form = InitiativeForm(request.POST or None, instance=initiative)
    if request.method == "POST" and form.is_valid():
        if initiative.publication_state in EDITABLE:
            return saved(request, form.save(), form.kept_in_words)
        explanation = posted_text(request, "explanation")
        if propose(form=form, explanation=explanation, user=request.user, now=timezone.now()):
            messages.success(request, "Je voorstel is verstuurd. Een curator kijkt ernaar.")
        else:
            messages.success(request, "Je hebt niets veranderd.")
        return redirect("members:overview")
    return form_page(request, form, initiative)


@login_required
def initiative_submit(request, slug):
    """Show what is still missing and what looks like it, and hand it to the curators."""
    drafts = Initiative.objects.of_member(request.user).filter(publication_state=State.DRAFT)
    initiative = get_object_or_404(drafts, slug=slug)
    if request.method == "POST":
        try:
            send_in(initiative=initiative, user=request.user, now=timezone.now())
        except StepRefusedError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"‘{initiative}’ is ingestuurd. Je krijgt een mail als er iets mee gebeurt.")
        return redirect("members:overview")
    missing = missing_of(initiative)
    context = {
        "initiative": initiative,
        "missing": missing,
        "percentage": percentage(missing),
        "doubles": [double for double in doubles_of(initiative) if double.other.is_published],
    }
    return render(request, "members/initiative_submit.html", context)


@login_required
@require_POST
def initiative_confirm(request, slug):
    """Say that a published initiative is still right."""
    initiative = get_object_or_404(Initiative.objects.of_member(request.user).published(), slug=slug)
    mine = Library.objects.filter(memberships__in=request.user.memberships.active())
    mine = mine.filter(participations__initiative=initiative, participations__role=Participation.Role.LEAD)
    library = mine.first()
    confirm(initiative=initiative, today=timezone.localdate(), by=library)
    messages.success(request, f"Bedankt. ‘{initiative}’ is bevestigd door {library}.")
    return redirect("members:overview")


def saved(request, initiative, kept=""):
    """On to sending in, or back to the overview; ``kept`` says what somebody else changed meanwhile."""
    messages.success(request, f"‘{initiative}’ is bewaard. {kept}".strip())
    if "submit" in request.POST and initiative.publication_state == State.DRAFT:
        return redirect("members:initiative_submit", initiative.slug)
    return redirect("members:overview")


def form_page(request, form, initiative):
    """The form, with its errors where there are any."""
    is_proposal = initiative is not None and initiative.is_published
    context = {"form": form, "initiative": initiative, "is_proposal": is_proposal}
    status = 200
    if form.is_bound and not form.is_valid():
        status = 422
    return render(request, "members/initiative_form.html", context, status=status)
