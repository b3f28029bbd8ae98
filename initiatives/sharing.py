"""What somebody without an account does with an example of theirs: share it, and send it in again."""

from django.conf import settings
from django.db import transaction

from mail.outgoing import mail_text, queue_mail

from .members import create_draft
from .models import Initiative, Sharing
from .review import take_step
from .sharing_links import follow_address

State = Initiative.PublicationState


@transaction.atomic
def share(*, form, now):
    """Keep what was shared, hand it to the curators, and mail the sender a link where there is an address."""
    initiative = create_draft(form=form)
    typed = form.cleaned_data
    sharing = Sharing.objects.create(
        initiative=initiative, name=typed["name"], email=typed["email"], shared_at=now
    )
    take_step(
        initiative=initiative,
        state=State.SUBMITTED,
        user=None,
        now=now,
        note=form.note_for_curators,
    )
    if sharing.email:
        context = {
            "initiative": initiative,
            "address": follow_address(sharing),
            "site": settings.SITE_ADDRESS,
        }
        queue_mail(
            to=sharing.email,
            subject=f"Bedankt voor je voorbeeld: {initiative}",
            body=mail_text("initiatives/email/shared.txt", context),
        )
    return sharing


@transaction.atomic
def send_in_again(*, form, answer, now):
    """Keep what the sender changed after a curator asked for it, with their answer; raises ``StepRefusedError``."""
    initiative = form.save()
    return take_step(
        initiative=initiative, state=State.SUBMITTED, user=None, now=now, note=answer
    )
