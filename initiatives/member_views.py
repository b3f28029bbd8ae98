"""The pages under ``/mijn/``: what a library member keeps about the initiatives of their library."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from curation.simultaneous_edits import lock
from curation.texts import posted_text
from partners.models import Organisation

from .completeness import missing_of, percentage
from .doubles import doubles_of
from .freshness import confirm
from .member_forms import InitiativeForm, NewInitiativeForm
from .member_parts import parts_of, save_parts
from .members import create_draft, library_of, propose, send_in
from .models import Initiative
from .review import StepRefusedError

State = Initiative.PublicationState
EDITABLE = (State.DRAFT, State.SUBMITTED)


@login_required
def overview(request):
    """What is of your library, how far it is, and what waits."""
    initiatives = Initiative.objects.of_member(request.user).exclude(
        publication_state=State.ARCHIVED
    )
    context = {
        "memberships": request.user.memberships.active().select_related("library"),
        "initiatives": initiatives.prefetch_related("review_steps").order_by(
            "sort_key"
        ),
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
    parts = parts_of(None, request.user, request.POST or None, request.FILES or None)
    if request.method == "POST" and are_valid(form, *parts):
        try:
            draft = create_draft(
                form=form,
                library=form.cleaned_data["library"],
            )
            return saved(request, draft, parts)
        except StepRefusedError as error:
            form.add_error(None, str(error))
    return form_page(request, form, None, parts)


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
        curated = Initiative.objects.editable_by(request.user)
        kept = get_object_or_404(curated, slug=slug)
        return redirect("admin:initiatives_initiative_change", kept.pk)
    if initiative.publication_state == State.ARCHIVED:
        raise PermissionDenied
    form = InitiativeForm(request.POST or None, instance=initiative)
    parts = []
    if initiative.publication_state in EDITABLE:
        parts = parts_of(
            initiative,
            request.user,
            request.POST or None,
            request.FILES or None,
        )
    if request.method == "POST" and are_valid(form, *parts):
        if initiative.publication_state in EDITABLE:
            return saved(request, form.save(), parts, form.kept_in_words)
        return proposed(request, form)
    return form_page(request, form, initiative, parts)


def proposed(request, form):
    """Propose what was changed, and say so."""
    proposal = propose(
        form=form,
        explanation=posted_text(request, "explanation"),
        user=request.user,
        now=timezone.now(),
    )
    said = "Je hebt niets veranderd."
    if proposal:
        said = "Je voorstel is verstuurd. Een curator kijkt ernaar."
    messages.success(request, said)
    return redirect("members:overview")


def are_valid(*forms):
    """Whether all are; each is asked, so that all mistakes are told at once."""
    answers = [form.is_valid() for form in forms]
    return all(answers)


@login_required
def initiative_submit(request, slug):
    """Show what is still missing and what looks like it, and hand it to the curators."""
    drafts = Initiative.objects.of_member(request.user).filter(
        publication_state=State.DRAFT
    )
    initiative = get_object_or_404(drafts, slug=slug)
    if request.method == "POST":
        try:
            send_in(initiative=initiative, user=request.user, now=timezone.now())
        except StepRefusedError as error:
            messages.error(request, str(error))
        else:
            messages.success(
                request,
                f"‘{initiative}’ is ingestuurd. Je krijgt een mail als er iets mee gebeurt.",
            )
        return redirect("members:overview")
    missing = missing_of(initiative)
    context = {
        "initiative": initiative,
        "library": library_of(request.user, initiative),
        "missing": missing,
        "percentage": percentage(missing),
        "doubles": [
            double for double in doubles_of(initiative) if double.other.is_published
        ],
    }
    return render(request, "members/initiative_submit.html", context)


@login_required
@require_POST
def initiative_confirm(request, slug):
    """Say that a published initiative is still right."""
    initiative = get_object_or_404(
        Initiative.objects.of_member(request.user).published(),
        slug=slug,
    )
    library = library_of(request.user, initiative)
    confirm(
        initiative=initiative,
        today=timezone.localdate(),
        by=library,
    )
    messages.success(request, f"Bedankt. ‘{initiative}’ is bevestigd door {library}.")
    return redirect("members:overview")


def saved(request, initiative, parts, kept=""):
    """Keep the parts too, and on to sending in, to more parts, or back to the overview.

    ``kept`` says what somebody else changed meanwhile.
    """
    library = library_of(request.user, initiative)
    save_parts(
        parts,
        initiative=initiative,
        library=library,
        taken_away=request.POST.getlist("weg"),
    )
    messages.success(
        request,
        f"‘{initiative}’ is bewaard. {kept}".strip(),
    )
    if "submit" in request.POST and initiative.publication_state == State.DRAFT:
        return redirect("members:initiative_submit", initiative.slug)
    if "more" in request.POST:
        return redirect(
            reverse("members:initiative_edit", args=[initiative.slug]) + "#erbij"
        )
    return redirect("members:overview")


def form_page(request, form, initiative, parts):
    """The form, with its errors where there are any."""
    is_proposal = initiative is not None and initiative.is_published
    context = {
        "form": form,
        "parts": parts,
        "has_mistakes": form.is_bound and not are_valid(form, *parts),
        "organisations": Organisation.objects.published()
        .order_by("sort_key")
        .values_list("name", flat=True),
        "initiative": initiative,
        "is_proposal": is_proposal,
    }
    status = 200
    if context["has_mistakes"]:
        status = 422
    return render(request, "members/initiative_form.html", context, status=status)
