"""Background work for messages: mail to the editors."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from procrastinate.contrib.django import app

from mail.outgoing import (
    UNTIL_THE_OUTAGE_IS_OVER,
    letter,
    mail_text,
    stable_message_id,
    subject_line,
)

from .models import Message, Question
from .subjects import find_subject, mediated


@app.task(queue="mail", retry=UNTIL_THE_OUTAGE_IS_OVER)
def mail_message(message_id):
    """Mail one message to the editors; does nothing if it was thrown away meanwhile."""
    message = Message.objects.filter(pk=message_id).first()
    if message is None:
        return
    reply_to = message.email or "niet ingevuld"
    message_id = stable_message_id("bericht", message.pk, message.sent_at)
    mail = EmailMultiAlternatives(
        subject=subject_line(f"Bericht over {message.page}"),
        body=f"{message.text}\n\nPagina: {message.page}\nAntwoord aan: {reply_to}\n",
        to=[settings.EDITORS_EMAIL],
        headers={"Message-ID": message_id},
    )
    if message.email:
        mail.reply_to = [message.email]
    mail.attach_alternative(
        letter(mail.subject, mail.body),
        "text/html",
    )
    mail.send()


@app.task(queue="mail", retry=UNTIL_THE_OUTAGE_IS_OVER)
def mail_question(question_id):
    """Send a question to who answers it today, and forget it; does nothing where it is gone already.

    Where the page went off the site meanwhile, the editors get it.
    """
    with transaction.atomic():
        question = Question.objects.select_for_update().filter(pk=question_id).first()
        if question is None:
            return
        subject = find_subject(question.kind, question.slug) or mediated(
            question.slug,
            "/",
        )
        context = {
            "question": question,
            "subject": subject,
            "site": settings.SITE_ADDRESS,
        }
        message_id = stable_message_id("vraag", question.pk, question.asked_at)
        mail = EmailMultiAlternatives(
            subject=subject_line(f"Vraag via Bieb Netwerk over {subject.title}"),
            body=mail_text("contact/email/question.txt", context),
            to=[subject.to],
            reply_to=[question.email],
            headers={"Message-ID": message_id},
        )
        mail.attach_alternative(letter(mail.subject, mail.body), "text/html")
        mail.send()
        question.delete()
