"""What somebody without an account does with an example of theirs: share it, and send it in again."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from mail.outgoing import mail_text, queue_mail
from sources.called import source_called
from sources.models import Source

from .member_forms import InitiativeForm
from .members import create_draft
from .models import Initiative, ReviewStep, Sharing
from .review import take_step
from .sharing_files import SharedFilesForm
from .sharing_forms import ShareForm
from .sharing_links import follow_address

State = Initiative.PublicationState


@transaction.atomic
def share(
    *,
    sharing: Sharing,
    form: ShareForm,
    now: datetime,
) -> None:
    """Make an example of what was filled in, hand it to the curators, and mail the sender their link."""
    initiative = create_draft(form=form)
    typed = form.cleaned_data
    if typed["link"] and typed["source"]:
        initiative.sources.add(
            source_called(typed["source"], Source.Kind.ARTICLE, typed["link"])
        )
    sharing.initiative = initiative
    sharing.typed = {}
    sharing.name = typed["name"]
    sharing.email = typed["email"]
    sharing.shared_at = now
    sharing.save()
    take_step(
        initiative=initiative,
        state=State.SUBMITTED,
        user=None,
        now=now,
        note=form.note_for_curators,
    )
    if sharing.email:
        thank(sharing)


def thank(sharing: Sharing) -> None:
    """Mail the sender the link with which they follow it: fixed words, since anybody may fill in any address."""
    context = {
        "address": follow_address(sharing),
        "site": settings.SITE_ADDRESS,
    }
    queue_mail(
        to=sharing.email,
        subject="Bedankt voor je voorbeeld op Bieb Netwerk",
        body=mail_text("initiatives/email/shared.txt", context),
    )


@transaction.atomic
def send_in_again(
    *,
    sharing: Sharing,
    form: InitiativeForm,
    files: SharedFilesForm,
    answer: str,
    now: datetime,
) -> ReviewStep:
    """Keep what the sender changed after a curator asked for it, with their answer; raises ``StepRefusedError``."""
    initiative = form.save()
    files.keep(sharing)
    return take_step(
        initiative=initiative,
        state=State.SUBMITTED,
        user=None,
        now=now,
        note=answer,
    )
