"""From draft to published and on: every step with who, when and why, and the mail about it."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import chain

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from curation.field_values import fingerprint
from curation.work_mail import tell_curators
from mail.outgoing import about_user, queue_mail

from .completeness import missing_of
from .fillings import filling_of, named_thing
from .models import ChangeProposal, Initiative, ReviewStep
from .sharing_links import follow_address
from .work_lines import line_of_submission

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
    locked = Initiative.objects.select_for_update().get(pk=initiative.pk)
    note = note.strip()
    before = locked.publication_state
    if state not in STEPS[before]:
        state_now = locked.get_publication_state_display().lower()
        raise StepRefusedError(f"Dit voorbeeld is {state_now}; deze stap kan nu niet.")
    if state == State.PUBLISHED:
        refuse_incomplete(locked)
        locked.next_check_on = locked.next_check_on or now.date() + CHECKED_EVERY
    is_sent_back = before == State.SUBMITTED and state == State.DRAFT
    if is_sent_back and not note:
        raise StepRefusedError("Schrijf erbij wat er nog moet gebeuren.")
    locked.publication_state = state
    locked.save()
    step = ReviewStep.objects.create(
        initiative=locked, state=state, user=user, note=note, taken_at=now
    )
    initiative.publication_state = state
    if before == State.SUBMITTED:
        mail_sender(step)
    if state == State.SUBMITTED:
        tell_curators(thing=locked, line=line_of_submission(locked), by=user)
    return step


def refuse_incomplete(initiative):
    """Raise ``StepRefusedError`` where something is missing without which an entry is of no use."""
    missing = []
    for check in missing_of(initiative):
        if check.is_required:
            missing.append(check.label)
    if missing:
        raise StepRefusedError(
            f"‘{initiative}’ kan nog niet op de site. Er ontbreekt: {', '.join(missing)}."
        )


def mail_sender(step):
    """Mail whoever sent the entry in what somebody else did with it."""
    subject, body = told_to_sender(step)
    subject = f"{subject}: {step.initiative}"
    sent_in = (
        step.initiative.review_steps.filter(state=State.SUBMITTED)
        .select_related("user")
        .first()
    )
    person = sent_in and sent_in.user
    if person and person != step.user and person.is_active:
        queue_mail(
            to=person.email,
            subject=subject,
            body=letter(body, f"{settings.SITE_ADDRESS}/mijn/"),
            about=about_user(person),
        )
    for sharing in step.initiative.sharings.exclude(email=""):
        page = follow_address(sharing)
        queue_mail(
            to=sharing.email,
            subject=subject,
            body=letter(body, page),
        )


def letter(body, page):
    """The text of a mail that tells what a curator did, with where to see it."""
    return f"Goedendag,\n\n{body}\nJe ziet het hier:\n{page}\n\nBieb Netwerk\n"


def told_to_sender(step):
    """What became of an entry, as (subject, text) of a mail."""
    initiative = step.initiative
    note = step.note or "Geen toelichting."
    if step.state == State.PUBLISHED:
        page = settings.SITE_ADDRESS + initiative.get_absolute_url()
        return "Op de site", f"‘{initiative}’ staat nu op Bieb Netwerk:\n{page}\n"
    if step.state == State.ARCHIVED:
        return (
            "Niet geplaatst",
            f"Een curator heeft ‘{initiative}’ niet geplaatst.\n\n{note}\n",
        )
    body = f"Een curator heeft naar ‘{initiative}’ gekeken. Er moet nog iets gebeuren:\n\n{note}\n"
    return "Nog iets aanpassen", body


# --- proposals ------------------------------------------------------------------------------------
@dataclass(frozen=True)
class FieldChange:
    """One field of a proposal: what was there when it was proposed, what is there now, and what it would become."""

    name: str
    label: str
    old: str
    now: str
    new: str
    names_thing: bool = (
        False  # it says what the others are about, and goes along with them
    )

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
    locked = ChangeProposal.objects.select_for_update().get(pk=proposal.pk)
    if locked.state != ChangeProposal.State.OPEN:
        raise StepRefusedError("Over dit voorstel is al besloten.")
    values = accepted_values(locked, accepted)
    if values and locked.filling:
        take_over_filling(locked, values, now)
    elif values:
        values = take_over_fields(locked, values, user)
    if not values:
        locked.state = ChangeProposal.State.REFUSED
    elif len(values) == len(locked.values):
        locked.state = ChangeProposal.State.ACCEPTED
    else:
        locked.state = ChangeProposal.State.PARTLY
    locked.decided_by = user
    locked.decided_at = now
    locked.answer = answer.strip()
    if locked.file:
        locked.file.close()  # a yes read it
    if locked.state == ChangeProposal.State.REFUSED:
        # of what was taken over it stays until its term: its text may turn out not to be readable
        drop_file(locked)
    locked.save()
    mail_decision(locked)
    return locked


def drop_file(proposal):
    """Let the file of a proposal, which is not saved here, go once the transaction is through."""
    file = proposal.file
    if not file:
        return
    name = file.name
    storage = file.storage
    file.close()
    proposal.file = ""
    transaction.on_commit(lambda: storage.delete(name))


def accepted_values(proposal, accepted):
    """{name: the proposed value} of the accepted fields that the proposal has, and of which thing they are."""
    proposed = {name: value["new"] for name, value in proposal.values.items()}
    values = {name: proposed[name] for name in accepted if name in proposed}
    if values:
        values |= named_thing(proposal)
    return values


def take_over_fields(proposal, values, user):
    """Write values into the initiative; gives those that its form knows."""
    from .member_forms import InitiativeForm

    known = {}
    for name, value in values.items():
        if name in InitiativeForm.Meta.fields:
            known[name] = value
    if not known:
        return known
    form = InitiativeForm.with_values(proposal.initiative, known)
    if not form.is_valid():
        raise StepRefusedError(f"Dit past niet meer: {' '.join(form.errors_in_words)}")
    form.save_only(known)
    editable = Initiative.objects.editable_by(user)
    if not editable.filter(pk=proposal.initiative_id).exists():
        raise StepRefusedError(
            "Dan hoort dit voorbeeld niet meer bij een provincie waar jij curator van bent."
        )
    return known


def take_over_filling(proposal, values, now):
    """Let the filling write down its accepted values."""
    form = filling_of(proposal, values)
    if not form.is_valid():
        messages = chain.from_iterable(form.errors.values())
        raise StepRefusedError(f"Dit past niet: {' '.join(messages)}")
    form.take_over(timezone.localdate(now))


def mail_decision(proposal):
    """Mail whoever proposed it what was decided."""
    person = proposal.proposed_by
    if not (person and person.is_active):
        return
    page = settings.SITE_ADDRESS + proposal.about.get_absolute_url()
    decision = proposal.get_state_display().lower()
    subject = f"Je voorstel voor {proposal.about}"
    body = (
        f"Goedendag,\n\nJe stelde een wijziging voor van ‘{proposal.about}’.\n\n"
        f"Besluit: {decision}.\n{proposal.answer}\n\n{page}\n\nBieb Netwerk\n"
    )
    queue_mail(
        to=person.email,
        subject=subject,
        body=body,
        about=about_user(person),
    )
