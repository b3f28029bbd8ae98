"""Mail to attendees: queued in the transaction of what it is about, so that neither is there without the other."""

from initiatives.models import Document
from mail.outgoing import Attachment, mail_text, queue_mail, queue_mails
from wording.numbers import price_in_words

from . import links
from .actions.calendar_files import calendar_to_send
from .choices import HOLDING
from .codes import qr_png
from .free_places import shares_of
from .mail_words import attendee_context, event_context, in_words, subject_for
from .models import Event, Place, Registration

SUBJECTS = {
    Place.CONFIRMED: "Je hebt een plek",
    Place.WAITING: "Je staat op de wachtlijst",
    Place.OFFERED: "Er is een plek voor je vrij",
    Place.LAPSED: "Je aanbod is verlopen",
    Place.CANCELLED: "Je bent afgemeld",
}
ABOUT_EVENT = "event-"


def about(event):
    """The word by which waiting mail about an event is found, and forgotten."""
    return f"{ABOUT_EVENT}{event.pk}"


def events_in(mails):
    """The numbers of the events that these mails are about, as far as they are there."""
    numbers = []
    for mail in mails:
        if mail.about.startswith(ABOUT_EVENT):
            numbers.append(mail.about.removeprefix(ABOUT_EVENT))
    if not numbers:
        return set()
    events = Event.objects.filter(pk__in=numbers)
    return set(events.values_list("pk", flat=True))


def mail_to_verify(event, addressees):
    """Ask whether addresses are right, in fixed words: nothing that somebody typed goes to who may not know them.

    ``addressees`` are bookings and registrations with an own address; however many, they take as many statements.
    """
    context = event_context(event)
    mails = []
    for addressee in addressees:
        context["verification"] = links.verification_address(addressee)
        body = mail_text("events/email/verify.txt", context)
        subject = f"Bevestig je e-mailadres: {event}"
        mails.append((addressee.email, subject, body, about(event)))
    queue_mails(mails, reply_to=event.contact_email)


def mail_about_place(registration):
    """Say how somebody stands: with a place, waiting, offered one, too late, or not coming."""
    place = Place(registration.place)
    more = {}
    if not registration.email:
        more["booking"] = links.booking_address(registration.booking)
    if place == Place.OFFERED:
        more |= offer_words(registration)
    if place == Place.CONFIRMED:
        more["attachments"] = files_of(registration)
        more["may_choose"] = registration.event.sessions.parallel().exists()
    if place == Place.CANCELLED or place == Place.LAPSED and has_calendar(registration):
        more["attachments"] = [calendar_of(registration)]
    mail_attendee(registration, SUBJECTS[place], f"{place}.txt", **more)


def offer_words(registration):
    """Until when somebody can take the place that is offered, and where."""
    return {
        "until": in_words(registration.offered_until),
        "offer": links.offer_address(registration),
    }


def mail_sessions_changed(registration):
    """The sessions that somebody has now, with their calendar."""
    calendar = calendar_of(registration)
    mail_attendee(
        registration,
        "Je deelsessies zijn veranderd",
        "sessions_changed.txt",
        attachments=[calendar],
    )


def mail_session_offer(choice):
    """A place in a session is free for who waits for it."""
    mail_attendee(
        choice.registration,
        "Er is een plek vrij in een deelsessie",
        "session_offer.txt",
        choice=choice,
        until=in_words(choice.offered_until),
        offer=links.session_offer_address(choice),
    )


def mail_reminder(registration):
    """It is nearly there."""
    mail_attendee(
        registration,
        "Het komt eraan",
        "reminder.txt",
        attachments=files_of(registration),
        may_choose=registration.event.sessions.parallel().exists(),
    )


def mail_event_cancelled(registration, reason):
    """The event does not go on."""
    calendar = calendar_of(registration)
    mail_attendee(
        registration,
        "Gaat niet door",
        "event_cancelled.txt",
        reason=reason,
        attachments=[calendar],
    )


def mail_about_booking(booking, registrations):
    """An overview for who filled the form in; who registered only themselves finds it in the one mail that they get."""
    if len(registrations) == 1 and not registrations[0].email:
        return
    event = booking.event
    places = [registration.place for registration in registrations]
    context = event_context(event) | {
        "registrations": registrations,
        "booking": links.booking_address(booking),
        "price": price_together(registrations),
        "someone_waits": Place.WAITING in places,
        "comes_together": booking.comes_together,
    }
    queue_mail(
        to=booking.email,
        subject=f"Je inschrijving: {event}",
        body=mail_text("events/email/booking.txt", context),
        about=about(event),
        reply_to=event.contact_email,
    )


def price_together(registrations):
    """What those with a place pay together, in words; empty where nobody pays."""
    amounts = []
    for registration in registrations:
        if registration.place in HOLDING and registration.amount is not None:
            amounts.append(registration.amount)
    if not amounts:
        return ""
    return price_in_words(sum(amounts))


def mail_to_organiser(event, news, *, is_full, has_filled, needs):
    """What changed and how the event stands, in numbers; ``needs`` is of how many people wishes are known."""
    context = event_context(event) | {
        "news": news,
        "is_full": is_full,
        "needs": needs,
        "shares": shares_of(event),
        "attendees": links.whole_address("admin:events_event_attendees", event.pk),
    }
    subject = f"Aanmeldingen: {event}"
    if is_full and has_filled:
        subject = f"Vol: {event}"
    body = mail_text("events/email/organiser.txt", context)
    queue_mail(
        to=event.contact_email,
        subject=subject,
        body=body,
        about=about(event),
    )


def mail_attendee(
    registration,
    subject,
    template,
    *,
    attachments=(),
    **more,
):
    """Queue a mail to one person; ``more`` is what only its template knows."""
    if not registration.address:
        return  # who walked in gave none
    event = registration.event
    body = mail_text(
        f"events/email/{template}",
        attendee_context(registration) | more,
    )
    queue_mail(
        to=registration.address,
        subject=subject_for(registration, subject),
        body=body,
        about=about(event),
        reply_to=event.contact_email,
        attachments=attachments,
    )


def files_of(registration):
    """Who makes the files of somebody with a place, when the mail is sent; nobody comes in online with a code."""
    if registration.comes_online:
        return [calendar_of(registration)]
    return [calendar_of(registration), ("events.mails.code_file", registration.pk)]


def has_calendar(registration):
    """Whether somebody has the meeting in a calendar: with a place, or from their page while they waited."""
    return registration.place == Place.CONFIRMED or registration.sent_entries.exists()


def calendar_of(registration):
    """Who makes the calendar of somebody, when the mail is sent."""
    return ("events.mails.calendar_file", registration.pk)


def calendar_file(number):
    """The calendar of a registration, as it is when the mail goes out."""
    method, content = calendar_to_send(number)
    kind = f"text/calendar; method={method}"
    return Attachment("bijeenkomst.ics", content, kind)


def document_file(number):
    """A document that goes with a mail."""
    document = Document.objects.get(pk=number)
    with document.file.open() as file:
        return Attachment(f"{document.slug}.pdf", file.read(), "application/pdf")


def code_file(number):
    """The code with which somebody comes in."""
    address = links.check_in_address(Registration.objects.get(pk=number))
    return Attachment("toegangscode.png", qr_png(address), "image/png")
