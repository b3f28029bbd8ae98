"""*Ken je een voorbeeld?*: a tip comes in, and a curator says what becomes of it."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from accounts.models import User
from curation.simultaneous_edits import lock
from curation.work_mail import tell_curators
from mail.outgoing import mail_text, queue_mail
from sources.called import source_called
from sources.models import Source

from .choices import TipState
from .members import create_draft
from .models import Initiative, Sharing, Tip
from .review import StepRefusedError, take_step
from .sharing_links import follow_address
from .tip_forms import TakenForm
from .work_lines import line_of_tip

State = Tip.State


@transaction.atomic
def give(*, tip: Tip, now: datetime) -> None:
    """Keep a tip and tell the curators; the same one that waits already, of the same sender, is dropped."""
    same = Tip.objects.to_judge().filter(
        title=tip.title,
        url=tip.url,
        email=tip.email,
    )
    if same.exists():
        return
    tip.tipped_at = now
    tip.save()
    tell_curators(row=tip, line=line_of_tip(tip))


@transaction.atomic
def take(*, tip: Tip, form: TakenForm, user: User, now: datetime) -> Initiative:
    """Make an example of a tip, which its sender follows from here; raises ``StepRefusedError``."""
    refuse_decided(tip)
    initiative = create_draft(form=form)
    if tip.place:
        initiative.places.add(tip.place)
    source = source_called(tip.title, Source.Kind.ARTICLE, tip.url)
    initiative.sources.add(source)
    page = ""
    if tip.email:
        sharing = Sharing.objects.create(
            initiative=initiative,
            email=tip.email,
            shared_at=now,
        )
        page = follow_address(sharing)
    take_step(
        initiative=initiative,
        state=Initiative.PublicationState.SUBMITTED,
        user=user,
        now=now,
        note=f"Tip van een lezer: {tip.url}",
    )
    tip.initiative = initiative
    decide(tip, State.TAKEN, user, now, page=page)
    return initiative


@transaction.atomic
def say_known(
    *,
    tip: Tip,
    initiative: Initiative,
    user: User,
    now: datetime,
) -> None:
    """It stands on the site already; raises ``StepRefusedError``."""
    refuse_decided(tip)
    tip.initiative = initiative
    page = settings.SITE_ADDRESS + initiative.get_absolute_url()
    decide(tip, State.KNOWN, user, now, page=page)


@transaction.atomic
def refuse(
    *,
    tip: Tip,
    answer: str,
    user: User,
    now: datetime,
) -> None:
    """Nothing comes of it; raises ``StepRefusedError``."""
    refuse_decided(tip)
    tip.answer = answer
    decide(tip, State.REFUSED, user, now)


def refuse_decided(tip: Tip) -> None:
    """Raise ``StepRefusedError`` where another curator was first; nobody else decides until the transaction ends."""
    same = Tip.objects.filter(pk=tip.pk)
    lock(same)
    if not same.to_judge().exists():
        raise StepRefusedError("Over deze tip is al besloten.")


def decide(
    tip: Tip,
    state: TipState,
    user: User,
    now: datetime,
    page: str = "",
) -> None:
    """Keep what was decided, and tell the sender where there is an address."""
    tip.state = state
    tip.decided_by = user
    tip.decided_at = now
    tip.save()
    if not tip.email:
        return
    context = {
        "tip": tip,
        "page": page,
        "site": settings.SITE_ADDRESS,
    }
    queue_mail(
        to=tip.email,
        subject=f"Je tip voor Bieb Netwerk: {tip}",
        body=mail_text("initiatives/email/tip.txt", context),
    )
