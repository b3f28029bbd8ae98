"""Mail is background work: kept in the same transaction as what it is about, and tried again when a server is away.

The text stays in a table of its own until it is sent: a queue is logged and shown, and a mail may hold a code.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.crypto import salted_hmac
from django.utils.module_loading import import_string
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from .models import ABOUT_USER, HandledMail, OutgoingMail

# for whatever talks to a server of somebody else: after 4 seconds, 16, 64 … 18 hours; a day in all
UNTIL_THE_OUTAGE_IS_OVER = RetryStrategy(max_attempts=8, exponential_wait=4)


LONGEST_SUBJECT = 180  # letters
# who makes a file (dotted path of a function), and the number it gets
FileMaker = tuple[str, int]


@dataclass(frozen=True)
class Attachment:
    """A file to go with a mail; ``content`` in bytes."""

    name: str
    content: bytes
    content_type: str


def mail_text(template: str, context: dict[str, Any]) -> str:
    """The body of a mail. It is a plain text: a page that shows it must escape it like anything else.

    Templates give text that is marked as safe for HTML, also those that are no HTML and escape nothing.
    """
    return str.__str__(render_to_string(template, context))


def mail_html(template: str, context: dict[str, Any]) -> str:
    """The same text with its looks, of a template that escapes."""
    return render_to_string(template, context)


def subject_line(text: str) -> str:
    """A subject is one line, since what comes after its end would be a header; and not longer than people read."""
    return " ".join(text.split())[:LONGEST_SUBJECT]


def about_user(user: AbstractBaseUser) -> str:
    """The word for mail that somebody gets because they have an account: it is not sent when that is gone."""
    return f"{ABOUT_USER}{user.pk}"


def queue_mail(
    *,
    to: str,
    subject: str,
    body: str,
    about: str = "",
    reply_to: str = "",
    attachments: Iterable[FileMaker] = (),
    html: str = "",
    unsubscribe: str = "",
) -> None:
    """Send a mail soon; ``to`` may be empty, for work that only has to look the same.

    ``about`` names what it is about (``forget_mail_about``). ``attachments`` are pairs of a function, as dotted path,
    and the number it gets: it makes the file when the mail is sent, so that nobody waits for that. ``html`` is the
    same with looks of its own; ``unsubscribe`` an address where a mail program ends such mail in one press (RFC 8058).
    """
    mail = new_mail(
        to,
        subject,
        body,
        about,
        reply_to=reply_to,
        attachments=attachments,
    )
    mail.html = html
    mail.unsubscribe = unsubscribe
    with transaction.atomic(savepoint=False):
        mail.save()
        send_outgoing_mail.defer(mail_id=mail.pk)


def queue_mails(
    mails: Iterable[tuple[str, str, str, str]],
    *,
    reply_to: str = "",
    attachments: Collection[FileMaker] = (),
) -> None:
    """Send many mails soon, in as many statements as one; each is the ``(to, subject, body, about)`` of one mail."""
    waiting = []
    for mail in mails:
        waiting.append(new_mail(*mail, reply_to=reply_to, attachments=attachments))
    if not waiting:
        return
    with transaction.atomic(savepoint=False):
        OutgoingMail.objects.bulk_create(waiting)
        jobs = [{"mail_id": mail.pk} for mail in waiting]
        send_outgoing_mail.batch_defer(*jobs)


def new_mail(
    to: str,
    subject: str,
    body: str,
    about: str,
    *,
    reply_to: str,
    attachments: Iterable[FileMaker],
) -> OutgoingMail:
    """A mail that is not kept yet; see ``queue_mail``."""
    return OutgoingMail(
        to=to,
        subject=subject_line(subject),
        body=body,
        about=about,
        reply_to=reply_to,
        attachments=list(attachments),
    )


class MailMissingError(Exception):
    """A task is about a mail that is not there, while nobody sent or withdrew it."""


@app.task(
    queue="mail",
    retry=UNTIL_THE_OUTAGE_IS_OVER,
    aliases=["accounts.mail.send_outgoing_mail"],
)
def send_outgoing_mail(mail_id: int) -> None:
    """Send one mail and forget it; raises ``MailMissingError`` rather than to succeed without a mail.

    The row is locked, so that two workers never send it both. A worker that is killed between sending and forgetting
    leaves it to be sent once more, with the same ``Message-ID``.
    """
    with transaction.atomic():
        mail = OutgoingMail.objects.select_for_update().filter(pk=mail_id).first()
        if mail is not None:
            send_now(mail)
            forget([mail])
        elif not HandledMail.objects.filter(pk=mail_id).exists():
            raise MailMissingError(
                f"Mail {mail_id} staat niet (meer) klaar en is niet verstuurd."
            )


def send_now(mail: OutgoingMail) -> None:
    """Send a mail, unless it has nobody to go to."""
    if not mail.to or mail.is_for_nobody:
        return
    headers = {"Message-ID": stable_message_id("mail", mail.pk, mail.made_at)}
    answers_to = []
    if mail.reply_to:
        answers_to.append(mail.reply_to)
    if mail.unsubscribe:
        headers["List-Unsubscribe"] = f"<{mail.unsubscribe}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(
        mail.subject,
        mail.body,
        to=[mail.to],
        reply_to=answers_to,
        headers=headers,
    )
    message.attach_alternative(
        mail.html or letter(mail.subject, mail.body), "text/html"
    )
    for path, number in mail.attachments:
        make_file = import_string(path)
        file = make_file(number)
        message.attach(file.name, file.content, file.content_type)
    message.send()


def letter(subject: str, body: str) -> str:
    """The text of a mail as HTML: every mail is sent as text, and as the same text with its looks."""
    return mail_html("mail/letter.html", {"title": subject, "body": body.strip()})


def stable_message_id(kind: str, number: int, made_at: datetime) -> str:
    """A ``Message-ID`` that is the same at every try, that nobody can guess, and that no other mail ever had."""
    about = f"{kind} {number} {made_at.isoformat()}"
    code = salted_hmac("message-id", about, algorithm="sha256").hexdigest()[:32]
    host = urlsplit(settings.SITE_ADDRESS).hostname
    return f"<{code}@{host}>"


def forget_mail_about(about: str) -> None:
    """Withdraw what still waits to be sent about this."""
    with transaction.atomic():
        forget(OutgoingMail.objects.select_for_update().filter(about=about))


def withdraw_mail(mail_id: int) -> None:
    """Throw one mail away that somebody decided not to send any more."""
    with transaction.atomic():
        forget(OutgoingMail.objects.select_for_update().filter(pk=mail_id))


def send_again(mail_id: int) -> None:
    """Queue a mail that still waits once more; twice in the queue is sent once."""
    with transaction.atomic():
        if OutgoingMail.objects.select_for_update().filter(pk=mail_id).exists():
            send_outgoing_mail.defer(mail_id=mail_id)


def forget(mails: Iterable[OutgoingMail]) -> None:
    """Throw away mails, and write down that nobody has to miss them."""
    numbers = [mail.pk for mail in mails]
    handled = [HandledMail(mail_id=number) for number in numbers]
    HandledMail.objects.bulk_create(handled, ignore_conflicts=True)
    OutgoingMail.objects.filter(pk__in=numbers).delete()
