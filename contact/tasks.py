"""Background work for messages: mail to the editors."""

from django.conf import settings
from django.core.mail import EmailMessage
from procrastinate.contrib.django import app

from mail.outgoing import UNTIL_THE_OUTAGE_IS_OVER, stable_message_id

from .models import Message


@app.task(queue="mail", retry=UNTIL_THE_OUTAGE_IS_OVER)
def mail_message(message_id):
    """Mail one message to the editors; does nothing if it was thrown away meanwhile."""
    message = Message.objects.filter(pk=message_id).first()
    if message is None:
        return
    EmailMessage(
        subject=" ".join(f"Bericht over {message.page}".split())[:180],  # a newline would be a header
        body=f"{message.text}\n\nPagina: {message.page}\nAntwoord aan: {message.email or 'niet ingevuld'}\n",
        to=[settings.EDITORS_EMAIL],
        reply_to=[message.email] if message.email else [],
        headers={"Message-ID": stable_message_id("bericht", message.pk, message.sent_at)},
    ).send()
