"""A question of a reader goes on once they showed that their e-mail address is their own.

Until then that address gets one mail of fixed words: nobody can have the site write to somebody else.
"""

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse

from mail.outgoing import mail_text, queue_mail
from visitors.signed_links import LinkRefusedError, opened

from .models import Question
from .tasks import mail_question

PURPOSE = "vraag"  # a link made for something else is no link for this
LINK_DAYS = 2


@transaction.atomic
def ask(*, question, subject):
    """Keep the question and mail the asker a link, both or neither."""
    question.save()
    address = settings.SITE_ADDRESS + reverse(
        "contact:question_confirm",
        args=[token_of(question)],
    )
    body = mail_text(
        "contact/email/confirm.txt",
        {"subject": subject, "address": address},
    )
    queue_mail(
        to=question.email,
        subject=f"Bevestig je vraag over {subject.title}",
        body=body,
    )


def token_of(question):
    """A signed text that stands for: this question is mine."""
    return signing.dumps(question.pk, salt=PURPOSE)


def question_of(token):
    """The question that a link is about; raises ``LinkRefusedError``."""
    pk = opened(
        token,
        purpose=PURPOSE,
        days=LINK_DAYS,
        expired="Deze link is verlopen. Stel je vraag opnieuw.",
    )
    question = Question.objects.filter(pk=pk, confirmed_at=None).first()
    if question is None:
        raise LinkRefusedError(
            "Deze vraag is al verstuurd. Je hoeft niets meer te doen."
        )
    return question


@transaction.atomic
def send_on(*, question, now):
    """Queue the question for who answers it, once."""
    is_first = Question.objects.filter(
        pk=question.pk,
        confirmed_at=None,
    ).update(confirmed_at=now)
    if is_first:
        mail_question.defer(question_id=question.pk)
