"""Background work for messages: mail to the editors."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from procrastinate.contrib.django import app

from mail.outgoing import UNTIL_THE_OUTAGE_IS_OVER, mail_text, stable_message_id

from .models import Message, Question
from .subjects import find_subject, mediated


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


@app.task(queue="mail", retry=UNTIL_THE_OUTAGE_IS_OVER)
def mail_question(question_id):
    """Send a question to who answers it today, and forget it; does nothing where it is gone already.

    Where the page went off the site meanwhile, the editors get it.
    """
    with transaction.atomic():
        question = Question.objects.select_for_update().filter(pk=question_id).first()
        if question is None:
            return
        subject = find_subject(question.kind, question.slug) or mediated(question.slug, "/")
        context = {"question": question, "subject": subject, "site": settings.SITE_ADDRESS}
        EmailMessage(
            subject=" ".join(f"Vraag via Bieb Netwerk over {subject.title}".split())[:180],
            body=mail_text("contact/email/question.txt", context),
            to=[subject.to],
            reply_to=[question.email],
            headers={"Message-ID": stable_message_id("vraag", question.pk, question.asked_at)},
        ).send()
        question.delete()
