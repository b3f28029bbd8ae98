"""Mail is background work: kept in the same transaction as what it is about, and tried again when a server is away.

The text stays in a table of its own until it is sent: a queue is logged and shown, and a mail may hold a code.
"""

from dataclasses import astuple, dataclass

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.module_loading import import_string
from procrastinate.contrib.django import app

from .models import OutgoingMail


@dataclass(frozen=True)
class Attachment:
    """A file to go with a mail; ``content`` in bytes."""

    name: str
    content: bytes
    content_type: str


def queue_mail(*, to, subject, body, about="", attachments=()):
    """Send a mail soon; ``to`` may be empty, for work that only has to look the same.

    ``about`` names what it is about (``forget_mail_about``). ``attachments`` are pairs of a function, as dotted path,
    and the number it gets: it makes the file when the mail is sent, so that nobody waits for that.
    """
    with transaction.atomic():
        mail = OutgoingMail.objects.create(
            to=to, subject=" ".join(subject.split())[:180], body=body, about=about, attachments=list(attachments)
        )
        send_outgoing_mail.defer(mail_id=mail.pk)


def queue_mails(mails):
    """Send many mails soon, in as many statements as one; each is the ``(to, subject, body, about)`` of one mail."""
    made = [
        OutgoingMail(to=to, subject=" ".join(subject.split())[:180], body=body, about=about)
        for to, subject, body, about in mails
    ]
    with transaction.atomic():
        OutgoingMail.objects.bulk_create(made)
        if made:
            send_outgoing_mail.batch_defer(*({"mail_id": mail.pk} for mail in made))


@app.task(queue="mail", retry=5)
def send_outgoing_mail(mail_id):
    """Send one mail and forget it; with the same ``Message-ID`` when it has to be tried again."""
    mail = OutgoingMail.objects.filter(pk=mail_id).first()
    if mail is None:
        return
    if mail.to:
        headers = {"Message-ID": f"<mail-{mail.pk}@bieb-netwerk>"}
        message = EmailMessage(subject=mail.subject, body=mail.body, to=[mail.to], headers=headers)
        for path, number in mail.attachments:
            message.attach(*astuple(import_string(path)(number)))
        message.send()
    mail.delete()


def forget_mail_about(about):
    """Delete what still waits to be sent about this."""
    OutgoingMail.objects.filter(about=about).delete()
