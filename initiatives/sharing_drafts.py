"""What somebody fills in before they share it: kept as they go, and gone on with by a secret link."""

from datetime import datetime

from django import forms
from django.conf import settings
from django.db import transaction
from django.http import QueryDict

from mail.outgoing import mail_text, queue_mail
from visitors.asked import asked_texts

from .models import Sharing
from .pasted_pages import PAGE_FIELDS, forget_page, wait_for_page
from .posting import as_posted
from .sharing_forms import LONGEST, ShareForm
from .sharing_links import follow_address
from .tasks import read_pasted_page

KEPT = [name for name in ShareForm.base_fields if name != "website"]
MOST_VALUES = 60  # of one question
NEEDED = {
    "email": "Vul je e-mailadres in. Daarheen mailen we de link.",
    "link": "Plak eerst het webadres.",
}


def keep_typed(sharing: Sharing, data: QueryDict, now: datetime) -> None:
    """Keep what stands in the form now, whatever is wrong with it; what was found at another link is forgotten."""
    typed = {}
    for name in KEPT:
        values = asked_texts(data, name, longest=LONGEST)[:MOST_VALUES]
        if values:
            typed[name] = values
    if typed.get("link") != sharing.typed.get("link"):
        forget_page(sharing)
    sharing.typed = typed
    sharing.changed_at = now
    sharing.save(update_fields=["typed", "changed_at", *PAGE_FIELDS])


def bound_form(sharing: Sharing) -> ShareForm:
    """The form as if it was sent now."""
    return ShareForm(as_posted(sharing.typed))


def open_form(sharing: Sharing) -> ShareForm:
    """The form as it was left, with what the pasted page told where nothing was filled in."""
    known = {
        "title": sharing.page_title[:160],
        "source": sharing.page_source,
    }
    for name, values in sharing.typed.items():
        known[name] = values[-1]
        if isinstance(ShareForm.base_fields[name], forms.ModelMultipleChoiceField):
            known[name] = values
    return ShareForm(initial=known)


def checked_form(sharing: Sharing, name: str) -> ShareForm:
    """The form of which only one answer is looked at: that what is asked for needs it."""
    form = bound_form(sharing)
    form.full_clean()
    form.keep_mistake_of(name)
    if not form.errors and not form.cleaned_data.get(name):
        form.add_error(name, NEEDED[name])
    return form


@transaction.atomic
def ask_page(*, sharing: Sharing, url: str) -> None:
    """Let the page at this address be read in the background."""
    wait_for_page(sharing, url)
    read_pasted_page.defer(sharing_id=sharing.pk)


@transaction.atomic
def mail_link(*, sharing: Sharing, email: str) -> None:
    """Mail the link of the draft: fixed words, since anybody may fill in any address."""
    context = {
        "address": follow_address(sharing),
        "days": Sharing.DRAFT_TERM.days,
        "site": settings.SITE_ADDRESS,
    }
    queue_mail(
        to=email,
        subject="Ga verder met je voorbeeld voor Bieb Netwerk",
        body=mail_text("initiatives/email/share_draft.txt", context),
    )
