"""From draft to published and on: every step with who, when and why, and the mail about it."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from accounts.models import User
from curation.work_mail import tell_curators
from mail.outgoing import about_user, queue_mail

from .completeness import missing_of
from .models import Initiative, ReviewStep
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
def take_step(
    *,
    initiative: Initiative,
    state: str,
    user: User | None,
    now: datetime,
    note: str = "",
) -> ReviewStep:
    """Bring an initiative into another publication state; raises ``StepRefusedError``.

    Sending back asks for a note, publishing for everything without which an entry is of no use. Whoever sent the entry
    in gets a mail when it is sent back or published.
    """
    locked = Initiative.objects.select_for_update().get(pk=initiative.pk)
    note = note.strip()
    before = locked.publication_state
    check_step(locked, state, note)
    if state == State.PUBLISHED:
        locked.next_check_on = locked.next_check_on or now.date() + CHECKED_EVERY
    locked.publication_state = state
    locked.save()
    step = ReviewStep.objects.create(
        initiative=locked, state=state, user=user, note=note, taken_at=now
    )
    initiative.publication_state = state
    if before == State.SUBMITTED:
        mail_sender(step)
    if state == State.SUBMITTED:
        tell_curators(row=locked, line=line_of_submission(locked), by=user)
    return step


def check_step(initiative: Initiative, state: str, note: str) -> None:
    """Refuse a step that cannot be taken from here, or that misses what it asks for."""
    before = initiative.publication_state
    if state not in STEPS[before]:
        state_now = initiative.get_publication_state_display().lower()
        raise StepRefusedError(f"Dit voorbeeld is {state_now}; deze stap kan nu niet.")
    if state == State.PUBLISHED:
        refuse_incomplete(initiative)
    is_sent_back = before == State.SUBMITTED and state == State.DRAFT
    if is_sent_back and not note:
        raise StepRefusedError("Schrijf erbij wat er nog moet gebeuren.")


def refuse_incomplete(initiative: Initiative) -> None:
    """Raise ``StepRefusedError`` where something is missing without which an entry is of no use."""
    missing = []
    for check in missing_of(initiative):
        if check.is_required:
            missing.append(check.label)
    if missing:
        raise StepRefusedError(
            f"‘{initiative}’ kan nog niet op de site. Er ontbreekt: {', '.join(missing)}."
        )


def mail_sender(step: ReviewStep) -> None:
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


def letter(body: str, page: str) -> str:
    """The text of a mail that tells what a curator did, with where to see it."""
    return f"Goedendag,\n\n{body}\nJe ziet het hier:\n{page}\n\nBieb Netwerk\n"


def told_to_sender(step: ReviewStep) -> tuple[str, str]:
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
