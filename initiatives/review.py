"""From draft to published and on: every step with who, when and why, and the mail about it."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from curation.field_values import fingerprint
from curation.merging import merge
from mail.outgoing import about_user, queue_mail

from .completeness import missing_of
from .fillings import filling_of
from .models import ChangeProposal, Initiative, LikelyDouble, ReviewStep

State = Initiative.PublicationState
CHECKED_EVERY = timedelta(days=365)
STEPS = {
    State.DRAFT: (State.SUBMITTED, State.PUBLISHED, State.ARCHIVED),
    State.SUBMITTED: (State.PUBLISHED, State.DRAFT, State.ARCHIVED),
    State.PUBLISHED: (State.DRAFT, State.ARCHIVED),
    State.ARCHIVED: (State.DRAFT, State.PUBLISHED),
}


class StepRefusedError(Exception):
    """A step that cannot be taken now, in one Dutch sentence."""


@transaction.atomic
def take_step(*, initiative, state, user, now, note=""):
    """Bring an initiative into another publication state; raises ``StepRefusedError``.

    Sending back asks for a note, publishing for everything without which an entry is of no use. Whoever sent the entry
    in gets a mail when it is sent back or published.
    """
    found = Initiative.objects.select_for_update().get(pk=initiative.pk)
    before = found.publication_state
    if state not in STEPS[before]:
        raise StepRefusedError(
            f"Dit voorbeeld is {found.get_publication_state_display().lower()}; deze stap kan nu niet."
        )
    if state == State.PUBLISHED:
        _check_publishable(found)
        found.next_check_on = found.next_check_on or now.date() + CHECKED_EVERY
    if (before, state) == (State.SUBMITTED, State.DRAFT) and not note.strip():
        raise StepRefusedError("Schrijf erbij wat er nog moet gebeuren.")
    sender = _sender(found) if before == State.SUBMITTED else None
    found.publication_state = state
    found.save()
    step = ReviewStep.objects.create(initiative=found, state=state, user=user, note=note.strip(), taken_at=now)
    initiative.publication_state = state
    if sender and sender != user:
        _tell(sender, step)
    return step


def _check_publishable(initiative):
    missing = [check.label for check in missing_of(initiative) if check.is_required]
    if missing:
        raise StepRefusedError(f"‘{initiative}’ kan nog niet op de site. Er ontbreekt: {', '.join(missing)}.")


def _sender(initiative):
    """Who sent this entry in, last."""
    step = initiative.review_steps.filter(state=State.SUBMITTED).select_related("user").first()
    return step.user if step else None


def _tell(person, step):
    """Mail whoever sent the entry in what became of it."""
    if not person.is_active:
        return
    initiative, note = step.initiative, step.note or "Geen toelichting."
    page, mine = settings.SITE_ADDRESS + initiative.get_absolute_url(), f"{settings.SITE_ADDRESS}/mijn/"
    subject, body = {
        State.PUBLISHED: ("Op de site", f"‘{initiative}’ staat nu op Bieb Netwerk:\n{page}\n"),
        State.ARCHIVED: ("Niet geplaatst", f"Een curator heeft ‘{initiative}’ gearchiveerd.\n\n{note}\n"),
        State.DRAFT: (
            "Nog iets aanpassen",
            f"Een curator heeft naar ‘{initiative}’ gekeken. Er moet nog iets gebeuren:\n\n{note}\n\n"
            f"Aanpassen doe je hier:\n{mine}\n",
        ),
    }[step.state]
    queue_mail(to=person.email, subject=f"{subject}: {initiative}", body=body, about=about_user(person))


# --- proposals ------------------------------------------------------------------------------------
@dataclass(frozen=True)
class FieldChange:
    """One field of a proposal: what was there when it was proposed, what is there now, and what it would become."""

    name: str
    label: str
    old: str
    now: str
    new: str

    @property
    def is_outdated(self):
        """Whether somebody changed the field since."""
        return self.old != self.now

    @property
    def seen(self):
        """What the page shows as it is now, as a fingerprint: whoever decides about something else decides anew."""
        return fingerprint(self.now)


@transaction.atomic
def decide(*, proposal, accepted, user, now, answer=""):
    """Take over the accepted fields of a proposal, and tell who proposed it; raises ``StepRefusedError``."""
    found = ChangeProposal.objects.select_for_update().get(pk=proposal.pk)
    if found.state != ChangeProposal.State.OPEN:
        raise StepRefusedError("Over dit voorstel is al besloten.")
    taken = {name: found.values[name]["new"] for name in accepted if name in found.values}
    if taken and found.filling:
        _take_over_filling(found, taken, now)
    elif taken:
        taken = _take_over_fields(found, taken, user)
    found.state = _decision(found, taken)
    found.decided_by, found.decided_at, found.answer = user, now, answer.strip()
    found.save()
    _tell_decision(found)
    return found


def _take_over_fields(proposal, values, user):
    """Write values into the initiative; gives those that its form knows."""
    from .member_forms import InitiativeForm

    taken = {name: value for name, value in values.items() if name in InitiativeForm.Meta.fields}
    if not taken:
        return taken
    form = InitiativeForm.with_values(proposal.initiative, taken)
    if not form.is_valid():
        raise StepRefusedError(f"Dit past niet meer: {' '.join(form.errors_in_words)}")
    form.save_only(taken)
    if not Initiative.objects.editable_by(user).filter(pk=proposal.initiative_id).exists():
        raise StepRefusedError("Dan hoort dit voorbeeld niet meer bij een provincie waar jij curator van bent.")
    return taken


def _take_over_filling(proposal, values, now):
    """Let the filling write down its accepted values."""
    form = filling_of(proposal, values)
    if not form.is_valid():
        told = " ".join(error for errors in form.errors.values() for error in errors)
        raise StepRefusedError(f"Dit past niet: {told}")
    form.take_over(timezone.localdate(now))


def _decision(proposal, taken):
    if not taken:
        return ChangeProposal.State.REFUSED
    whole = len(taken) == len(proposal.values)
    return ChangeProposal.State.ACCEPTED if whole else ChangeProposal.State.PARTLY


def _tell_decision(proposal):
    if not (proposal.proposed_by and proposal.proposed_by.is_active):
        return
    body = (
        f"Je stelde een wijziging voor van ‘{proposal.about}’.\n\n"
        f"Besluit: {proposal.get_state_display().lower()}.\n"
        f"{proposal.answer}\n\n{settings.SITE_ADDRESS}{proposal.about.get_absolute_url()}\n"
    )
    subject, person = f"Je voorstel voor {proposal.about}", proposal.proposed_by
    queue_mail(to=person.email, subject=subject, body=body, about=about_user(person))


# --- merging ----------------------------------------------------------------------------------------
@transaction.atomic
def merge_initiatives(*, kept, gone, user, now):
    """Make one of two; raises ``StepRefusedError`` where that would take something off the site.

    A proposal that somebody made for both stays open for the kept one only, and what was said of pairs stays said.
    """
    if gone.is_published and not kept.is_published:
        raise StepRefusedError(f"‘{gone}’ staat op de site. Houd dat voorbeeld, of publiceer eerst het andere.")
    proposers = kept.proposals.undecided().values("proposed_by")
    for proposal in gone.proposals.undecided().filter(proposed_by__in=proposers):
        decide(proposal=proposal, accepted=[], user=user, now=now, answer=f"Samengevoegd met ‘{kept}’.")
    _keep_what_was_said(kept, gone)
    return merge(kept=kept, gone=gone, user=user)


def _keep_what_was_said(kept, gone):
    """Pairs with the one that goes become pairs with the one that stays."""
    for pair in LikelyDouble.objects.filter(Q(one=gone) | Q(other=gone)):
        third = pair.other_id if pair.one_id == gone.pk else pair.one_id
        pair.delete()
        if third != kept.pk:
            one, other = sorted([kept.pk, third])
            said = {"score": pair.score, "reason": pair.reason, "is_dismissed": pair.is_dismissed}
            LikelyDouble.objects.get_or_create(one_id=one, other_id=other, defaults=said)
