"""Storing a message and its mail together."""

from datetime import datetime

from django.db import transaction

from .models import Message
from .tasks import mail_message


@transaction.atomic
def send_message(*, message: Message, now: datetime) -> None:
    """Store the message and queue the mail about it, both or neither; a repeat within the hour is dropped."""
    if Message.objects.same_as(message, now).exists():
        return
    message.save()
    mail_message.defer(message_id=message.pk)
