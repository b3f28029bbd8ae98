"""Mail of the organiser to attendees: written once, sent once, each with the links of who gets it."""

import re
from operator import attrgetter

from django.conf import settings
from django.db import transaction

from events import links
from events.mails import about
from events.models import Mailing, Place
from mail.outgoing import mail_text, queue_mail, queue_mails

from .locking import lock_event

Selection = Mailing.Selection
WORDS = {
    "{naam}": attrgetter("name_in_mail"),
    "{plek}": links.place_address,
    "{evaluatie}": links.evaluation_address,
}
CHOICES = {
    Selection.CONFIRMED: {"place": Place.CONFIRMED},
    Selection.WAITING: {"place": Place.WAITING},
    Selection.PRESENT: {"place": Place.CONFIRMED, "checked_in_at__isnull": False},
    Selection.ABSENT: {"place": Place.CONFIRMED, "checked_in_at": None},
    Selection.GUESTS: {"place": Place.CONFIRMED, "is_guest": True},
    Selection.NOT_EVALUATED: {"place": Place.CONFIRMED, "checked_in_at__isnull": False, "has_evaluated": False},
}


def chosen(event, selection, session=None):
    """Who a mailing goes to, as far as they can be mailed; ``session``: only who has a place there."""
    registrations = event.registrations.filter(**CHOICES[selection], forgotten_on=None)
    registrations = registrations.exclude(email="", booking__email="")
    if session:
        registrations = registrations.filter(
            session_choices__session=session,
            session_choices__place=Place.CONFIRMED,
        )
    return registrations.select_related("booking", "event").order_by("pk")


def text_for(registration, text):
    """The text as this person gets it: with their name and links; braces in a name are only a name."""

    def value_of(match):
        value = WORDS[match[0]]
        return value(registration)

    return re.sub("|".join(WORDS), value_of, text)


@transaction.atomic
def send_mailing(*, event, key, selection, session, subject, body, user, now):
    """Queue a mail for everybody in the selection; ``key`` is that of the form, so that it goes out once."""
    lock_event(event.pk)
    known = Mailing.objects.filter(key=key).first()
    if known:
        return known
    recipients = list(chosen(event, selection, session))
    mails = []
    for registration in recipients:
        mails.append((registration.address, subject, body_for(registration, body), about(event)))
    queue_mails(mails)
    return Mailing.objects.create(
        event=event,
        key=key,
        selection=selection,
        session=session,
        subject=subject,
        body=body,
        sent_by=user,
        queued_at=now,
        recipients=len(recipients),
    )


def send_test(*, event, subject, body, to):
    """Mail the text as it is to one address; the words for name and links stay as they are."""
    queue_mail(to=to, subject=f"Test: {subject}", body=body, about=about(event))


def body_for(registration, text):
    """The whole mail as this person gets it."""
    context = {
        "text": text_for(registration, text),
        "event": registration.event,
        "place": links.place_address(registration),
        "site": settings.SITE_ADDRESS,
    }
    return mail_text("events/email/mailing.txt", context)
