"""What a curator decides about a proposal: what is taken over, what becomes of its file, and the mail about it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from curation.field_values import fingerprint
from mail.outgoing import about_user, queue_mail

from .choices import ProposalState
from .fillings import filling_of, named_thing
from .models import ChangeProposal, Initiative
from .review import StepRefusedError


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
    def is_outdated(self) -> bool:
        """Whether somebody changed the field since."""
        return self.old != self.now

    @property
    def seen(self) -> str:
        """What the page shows as it is now, as a fingerprint: whoever decides about something else decides anew."""
        return fingerprint(self.now)


@transaction.atomic
def decide(
    *,
    proposal: ChangeProposal,
    accepted: Collection[str],
    user: User,
    now: datetime,
    answer: str = "",
) -> ChangeProposal:
    """Take over the accepted fields of a proposal, and tell who proposed it; raises ``StepRefusedError``."""
    locked = ChangeProposal.objects.select_for_update().get(pk=proposal.pk)
    if locked.state != ChangeProposal.State.OPEN:
        raise StepRefusedError("Over dit voorstel is al besloten.")
    values = accepted_values(locked, accepted)
    if values and locked.filling:
        take_over_filling(locked, values, now)
    elif values:
        values = take_over_fields(locked, values, user)
    locked.state = outcome_of(locked, values)
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


def outcome_of(proposal: ChangeProposal, taken_over: Collection[str]) -> ProposalState:
    """What becomes of a proposal of which these fields are taken over."""
    if not taken_over:
        return ProposalState.REFUSED
    if len(taken_over) == len(proposal.values):
        return ProposalState.ACCEPTED
    return ProposalState.PARTLY


def drop_file(proposal: ChangeProposal) -> None:
    """Let the file of a proposal, which is not saved here, go once the transaction is through."""
    file = proposal.file
    if not file:
        return
    name = file.name
    storage = file.storage
    file.close()
    proposal.file = ""
    transaction.on_commit(lambda: storage.delete(name))


def accepted_values(
    proposal: ChangeProposal,
    accepted: Collection[str],
) -> dict[str, Any]:
    """{name: the proposed value} of the accepted fields that the proposal has, and of which thing they are."""
    proposed = {name: value["new"] for name, value in proposal.values.items()}
    values = {name: proposed[name] for name in accepted if name in proposed}
    if values:
        values |= named_thing(proposal)
    return values


def take_over_fields(
    proposal: ChangeProposal,
    values: Mapping[str, Any],
    user: User,
) -> dict[str, Any]:
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


def take_over_filling(
    proposal: ChangeProposal,
    values: dict[str, Any],
    now: datetime,
) -> None:
    """Let the filling write down its accepted values."""
    form = filling_of(proposal, values)
    if not form.is_valid():
        messages = chain.from_iterable(form.errors.values())
        raise StepRefusedError(f"Dit past niet: {' '.join(messages)}")
    form.take_over(timezone.localdate(now))


def mail_decision(proposal: ChangeProposal) -> None:
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
