"""Mail of the organiser to attendees: written once, sent once, each with the links of who gets it."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from operator import attrgetter
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User
from events import links
from events.mail_words import is_one_of_group
from events.mails import about
from events.models import Event, Mailing, Place, Registration, Session
from initiatives.models import Document
from mail.outgoing import mail_text, queue_mail, queue_mails

from .locking import lock_event

Selection = Mailing.Selection
WORDS: dict[str, Callable[[Registration], str]] = {
    "{naam}": attrgetter("name_in_mail"),
    "{pagina}": lambda registration: links.event_address(registration.event),
    "{plek}": links.place_address,
    "{evaluatie}": links.evaluation_address,
}
CHOICES: dict[str, dict[str, object]] = {
    Selection.CONFIRMED: {"place": Place.CONFIRMED},
    Selection.WAITING: {"place": Place.WAITING},
    Selection.PRESENT: {"place": Place.CONFIRMED, "checked_in_at__isnull": False},
    Selection.ABSENT: {"place": Place.CONFIRMED, "checked_in_at": None},
    Selection.GUESTS: {"place": Place.CONFIRMED, "is_guest": True},
    Selection.NOT_EVALUATED: {
        "place": Place.CONFIRMED,
        "checked_in_at__isnull": False,
        "has_evaluated": False,
    },
}


def chosen(
    event: Event,
    selection: str,
    session: Session | None = None,
) -> QuerySet[Registration]:
    """Who a mailing goes to, as far as they can be mailed; ``session``: only who has a place there."""
    registrations = event.registrations.filter(
        **CHOICES[selection],
        forgotten_on=None,
    )
    registrations = registrations.exclude(email="", booking__email="")
    if session:
        registrations = registrations.filter(
            session_choices__session=session,
            session_choices__place=Place.CONFIRMED,
        )
    registrations = registrations.select_related("booking", "event").prefetch_related(
        "booking__registrations"
    )
    return registrations.order_by("pk")


def text_for(registration: Registration, text: str) -> str:
    """The text as this person gets it: with their name and links; braces in a name are only a name."""

    def value_of(match: re.Match[str]) -> str:
        value = WORDS[match[0]]
        return value(registration)

    return re.sub(
        "|".join(WORDS),
        value_of,
        text,
    )


@transaction.atomic
def send_mailing(
    *,
    event: Event,
    key: UUID,
    selection: str,
    session: Session | None,
    subject: str,
    body: str,
    documents: Iterable[Document],
    planned_at: datetime | None,
    user: User,
    now: datetime,
) -> Mailing:
    """Queue a mail for everybody in the selection, or keep it until its time; the ``key`` of a form counts once."""
    locked = lock_event(event.pk)
    known = Mailing.objects.filter(key=key).first()
    if known:
        return known
    to_whom = {"selection": selection, "session": session}
    words = {"subject": subject, "body": body}
    when = {"planned_at": planned_at, "planned_for": locked.starts_on}
    mailing = Mailing.objects.create(
        event=event, key=key, sent_by=user, **to_whom, **words, **when
    )
    mailing.documents.set(documents)
    if planned_at is None:
        deliver(mailing, now)
    return mailing


def deliver(mailing: Mailing, now: datetime) -> None:
    """Queue the mail for everybody who is in its selection now."""
    event = mailing.event
    mails = []
    for registration in chosen(event, mailing.selection, mailing.session):
        subject = subject_of_mailing(registration, mailing.subject)
        mails.append(
            (
                registration.address,
                subject,
                body_for(registration, mailing.body),
                about(event),
            )
        )
    queue_mails(
        mails,
        reply_to=event.contact_email,
        attachments=files_with(mailing.documents.all()),
    )
    mailing.queued_at = now
    mailing.recipients = len(mails)
    mailing.save(update_fields=["queued_at", "recipients"])


def subject_of_mailing(registration: Registration, subject: str) -> str:
    """The subject as the organiser wrote it, with the name where mail about a group comes in at one address."""
    if is_one_of_group(registration):
        return f"{subject} ({registration})"
    return subject


def files_with(documents: Iterable[Document]) -> list[tuple[str, int]]:
    """Who makes the files of these documents, when the mail is sent."""
    return [("events.mails.document_file", document.pk) for document in documents]


def send_planned_mailings(*, now: datetime) -> None:
    """Send the mailings of which the time has come; not of a meeting that was called off."""
    due = Mailing.objects.filter(
        queued_at=None,
        planned_at__lte=now,
    )
    due = due.exclude(event__state=Event.State.CANCELLED).order_by("planned_at", "pk")
    for number, event in due.values_list("pk", "event"):
        send_planned_mailing(number, event, now)


@transaction.atomic
def send_planned_mailing(
    number: int,
    event: int,
    now: datetime,
) -> None:
    """The same for one of them; another worker may have sent it, or the organiser have taken it back."""
    lock_event(event)
    mailing = (
        Mailing.objects.select_related("event", "session")
        .filter(
            pk=number,
            queued_at=None,
        )
        .first()
    )
    if mailing:
        deliver(mailing, now)


@transaction.atomic
def take_back(*, event: Event, number: int) -> bool:
    """Throw a planned mailing away; whether it was still there."""
    lock_event(event.pk)
    deleted, _ = event.mailings.filter(pk=number, queued_at=None).delete()
    return deleted > 0


def send_test(
    *,
    event: Event,
    subject: str,
    body: str,
    documents: Iterable[Document],
    to: str,
) -> None:
    """Mail the text as it is to one address; the words for name and links stay as they are."""
    queue_mail(
        to=to,
        subject=f"Test: {subject}",
        body=body,
        about=about(event),
        reply_to=event.contact_email,
        attachments=files_with(documents),
    )


def body_for(registration: Registration, text: str) -> str:
    """The whole mail as this person gets it."""
    context = {
        "text": text_for(registration, text),
        "event": registration.event,
        "place": links.place_address(registration),
        "site": settings.SITE_ADDRESS,
    }
    return mail_text("events/email/mailing.txt", context)
