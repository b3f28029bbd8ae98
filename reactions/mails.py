"""The mails about a reaction: to who wrote it, who knows the answer, and who asked."""

from django.conf import settings

from mail.outgoing import mail_html, mail_text, queue_mail

from .links import answer_address, decline_address, own_address
from .people import editors


def mail_link(reaction):
    """To who wrote it: the link that confirms, in words that nobody typed in the form."""
    send(
        reaction,
        reaction.email,
        f"Bevestig je {word_for(reaction)}",
        "confirm",
    )


def mail_kept(reaction):
    """To who answered from a mail: how it went on, and the link to change it."""
    send(reaction, reaction.email, "Je antwoord op Bieb Netwerk", "kept")


def mail_judged(reaction):
    """To who wrote it: what a curator decided."""
    send(
        reaction,
        reaction.email,
        f"Je {word_for(reaction)} op Bieb Netwerk",
        "judged",
    )


def mail_question(question, person):
    """To who knows the answer."""
    stop = ""
    if person.email != editors():
        stop = decline_address(person)
    more = {
        "answer": answer_address(person),
        "stop": stop,
        "person": person,
    }
    subject = f"Vraag van een lezer over {question.about}"
    send(
        question,
        person.email,
        subject,
        "question",
        unsubscribe=stop,
        **more,
    )


def mail_answer(answer):
    """To who asked."""
    question = answer.answer_to
    subject = f"Antwoord op je vraag over {answer.about}"
    send(
        answer,
        question.email,
        subject,
        "answer",
        question=question,
        own=own_address(question),
    )


def send(
    reaction,
    to,
    subject,
    template,
    unsubscribe="",
    **more,
):
    """Queue a mail in text and HTML; nobody is written to whose address is forgotten."""
    if not to:
        return
    context = {
        "reaction": reaction,
        "word": word_for(reaction),
        "own": own_address(reaction),
        "site": settings.SITE_ADDRESS,
        **more,
    }
    queue_mail(
        to=to,
        subject=subject,
        body=mail_text(f"reactions/email/{template}.txt", context),
        html=mail_html(f"reactions/email/{template}.html", context),
        unsubscribe=unsubscribe,
        about=about(reaction),
    )


def word_for(reaction):
    """What it is, within a sentence."""
    return reaction.get_kind_display().lower()


def about(reaction):
    """The word for mail about a reaction: it is not sent when that is withdrawn."""
    return f"reactie-{reaction.pk}"
