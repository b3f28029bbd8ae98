"""What a library member does: make an initiative, send it in, propose a change."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.forms import ModelForm
from django.utils import timezone
from django.utils.text import slugify

from accounts import kinds
from accounts.models import User
from curation.free_slugs import first_free
from curation.models import FormerAddress
from curation.work_mail import tell_curators
from partners.models import Library

from .fillings import Filling
from .freshness import confirm
from .member_forms import InitiativeForm
from .models import ChangeProposal, Initiative, Participation, ReviewStep
from .review import StepRefusedError, take_step
from .work_lines import line_of_proposal

State = Initiative.PublicationState
LONGEST_SLUG = 110  # leaves room for a number
MOST_TRIES = 5


def create_draft(*, form: ModelForm, library: Library | None = None) -> Initiative:
    """Store a new description as a draft, led by this library; two of the same title get different addresses."""
    for _ in range(MOST_TRIES):
        try:
            with transaction.atomic():
                initiative = form.save(commit=False)
                initiative.pk = None
                initiative.slug = free_slug(initiative.title)
                initiative.save()
                form.save_m2m()
                if library:
                    Participation.objects.create(
                        initiative=initiative,
                        organisation=library,
                        role=Participation.Role.LEAD,
                    )
                return initiative
        except IntegrityError as error:
            if "slug" not in (error.__cause__.diag.constraint_name or ""):
                raise
    raise StepRefusedError(
        "Er is net een voorbeeld met deze titel bijgekomen. Probeer het nog eens."
    )


def free_slug(title: str) -> str:
    """An address for this title that nothing else has."""
    wanted = slugify(title)[:LONGEST_SLUG].strip("-") or "voorbeeld"
    initiatives = Initiative.objects.filter(slug__startswith=wanted)
    former = FormerAddress.objects.filter(
        model=kinds.label_of(Initiative),
        slug__startswith=wanted,
    )
    taken = {"kaart", "csv"}  # pages of our own
    taken.update(initiatives.values_list("slug", flat=True))
    taken.update(former.values_list("slug", flat=True))
    return first_free(wanted, taken)


@transaction.atomic
def send_in(
    *,
    initiative: Initiative,
    user: User,
    now: datetime,
) -> ReviewStep:
    """Hand a draft to the curators; the library that sends it in says with that that it is right."""
    step = take_step(
        initiative=initiative,
        state=State.SUBMITTED,
        user=user,
        now=now,
    )
    library = library_of(user, initiative)
    if library:
        confirm(
            initiative=initiative,
            today=timezone.localdate(now),
            by=library,
        )
    return step


def library_of(user: User, initiative: Initiative) -> Library | None:
    """The library where this user works that leads the initiative; ``None`` where there is none."""
    mine = Library.objects.filter(memberships__in=user.memberships.active())
    mine = mine.filter(
        participations__initiative=initiative,
        participations__role=Participation.Role.LEAD,
    )
    return mine.first()


@transaction.atomic
def propose(
    *,
    form: InitiativeForm,
    explanation: str,
    user: User | None,
    now: datetime,
) -> ChangeProposal | None:
    """Keep what the form changes as a proposal; one of theirs that was still open is replaced.

    ``user`` is ``None`` for a reader without an account. Gives ``None`` where nothing changed.
    """
    values = form.changed_values()
    if not values:
        return None
    if user:
        ChangeProposal.objects.undecided().filter(
            initiative=form.instance,
            proposed_by=user,
        ).delete()
    proposal = ChangeProposal.objects.create(
        initiative_id=form.instance.pk,
        proposed_by=user,
        proposed_at=now,
        explanation=explanation.strip(),
        values=values,
    )
    line = line_of_proposal(proposal)
    tell_curators(row=proposal, line=line, by=user)
    return proposal


@transaction.atomic
def propose_filling(
    *,
    form: Filling,
    explanation: str,
    now: datetime,
) -> ChangeProposal | None:
    """Keep what a reader filled in with a filling as a proposal; ``None`` where nothing changed."""
    values = form.changed_values()
    if not values:
        return None
    proposal = ChangeProposal(
        organisation=form.organisation,
        initiative=form.initiative,
        meeting=form.meeting,
        theme=form.theme,
        filling=form.key,
        proposed_at=now,
        explanation=explanation,
        values=values,
    )
    if form.sent_file:
        proposal.file.save(f"{form.key}.pdf", form.sent_file, save=False)
    proposal.save()
    tell_curators(
        row=proposal,
        line=line_of_proposal(proposal),
    )
    return proposal
