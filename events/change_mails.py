"""Mail about what was changed for somebody: another address, a place that went to a colleague."""

from mail.outgoing import mail_text, queue_mail

from .mails import (
    about,
    calendar_of,
    event_context,
    has_calendar,
    mail_attendee,
    offer_words,
)
from .models import Place


def mail_address_changed(event, old, *, whose=""):
    """Tell the old address that it is not used any more; in fixed words where it may be of somebody who knows nothing.

    ``whose`` is the name of one person of those on a form, where the old address is verified.
    """
    queue_mail(
        to=old,
        subject=f"Je e-mailadres is veranderd: {event}",
        body=mail_text(
            "events/email/address_changed.txt",
            event_context(event) | {"whose": whose},
        ),
        about=about(event),
        reply_to=event.contact_email,
    )


def mail_handed_over(registration):
    """The place is a colleague's now; it leaves the calendar of who had it."""
    calendar = calendar_of(registration)
    mail_attendee(
        registration,
        "Je plek is nu van een collega",
        "handed_over.txt",
        attachments=[calendar],
    )


def mail_event_changed(registration, changes, note):
    """Other days, hours or places; with the calendar of now for who has one."""
    attachments = []
    if has_calendar(registration):
        attachments = [calendar_of(registration)]
    words = {
        "changes": changes,
        "note": note,
        "has_calendar": bool(attachments),
    }
    mail_attendee(
        registration,
        "Er is iets veranderd",
        "event_changed.txt",
        attachments=attachments,
        **words,
    )


def mail_event_revived(registration, reason):
    """The event that was called off goes on after all; who was offered a place can still take it."""
    calendar = calendar_of(registration)
    words = {}
    if registration.place == Place.OFFERED:
        words = offer_words(registration)
    mail_attendee(
        registration,
        "Gaat toch door",
        "event_revived.txt",
        reason=reason,
        attachments=[calendar],
        **words,
    )
