"""The secret links of who wrote something and of who was asked; each does one thing."""

from django.conf import settings
from django.core.signing import Signer
from django.urls import reverse

from visitors.signed_links import row_named

from .models import AskedPerson, Reaction

OWN = Signer(salt="reactie")  # a link made for something else is no link for this
ANSWER = Signer(salt="antwoord-op-vraag")
DECLINE = Signer(salt="geen-vragen-meer")


def own_address(reaction):
    """Where somebody confirms, changes and withdraws what they wrote, as a mail has it."""
    return address_of("reaction_detail", OWN.sign(reaction.pk))


def own_path(reaction):
    """The same within the site."""
    return reverse(
        "reactions:reaction_detail",
        args=[OWN.sign(reaction.pk)],
    )


def answer_address(person):
    """Where somebody answers the question that they were mailed."""
    return address_of("question_answer", ANSWER.sign(person.pk))


def decline_address(person):
    """Where one press, or one request of a mail program, ends such mail."""
    return address_of("question_decline", DECLINE.sign(person.pk))


def address_of(name, token):
    """The address of a page behind a secret link, as a mail has it."""
    return settings.SITE_ADDRESS + reverse(f"reactions:{name}", args=[token])


def reaction_of(token):
    """What somebody wrote; ``None`` where the link is not ours, or it is gone."""
    about = Reaction.objects.select_related("initiative", "theme", "meeting")
    written = about.exclude(state=Reaction.State.WITHDRAWN)
    return row_named(written, OWN, token)


def asked_of(token):
    """Who was asked what; ``None`` where the link is not ours, or its question is not on the site."""
    people = AskedPerson.objects.filter(question__state=Reaction.State.SHOWN)
    return row_named(
        people.select_related("question", "organisation"),
        ANSWER,
        token,
    )


def decliner_of(token):
    """Who wants no questions; ``None`` where the link is not ours, or long forgotten."""
    return row_named(AskedPerson.objects.all(), DECLINE, token)
