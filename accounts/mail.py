"""Mail is background work: kept in the same transaction as what it is about, and tried again when a server is away.

The text stays in a table of its own until it is sent: a queue is logged and shown, and a mail may hold a code.
"""

from django.core.mail import EmailMessage
from django.db import transaction
from procrastinate.contrib.django import app

from .models import OutgoingMail


def queue_mail(*, to, subject, body):
    """Send a mail soon; ``to`` may be empty, for work that only has to look the same."""
    with transaction.atomic():
        mail = OutgoingMail.objects.create(to=to, subject=" ".join(subject.split())[:180], body=body)
        send_outgoing_mail.defer(mail_id=mail.pk)


@app.task(queue="mail", retry=5)
def send_outgoing_mail(mail_id):
    """Send one mail and forget it; with the same ``Message-ID`` when it has to be tried again."""
    mail = OutgoingMail.objects.filter(pk=mail_id).first()
    if mail is None:
        return
    if mail.to:
        headers = {"Message-ID": f"<mail-{mail.pk}@bieb-netwerk>"}
        EmailMessage(subject=mail.subject, body=mail.body, to=[mail.to], headers=headers).send()
    mail.delete()
