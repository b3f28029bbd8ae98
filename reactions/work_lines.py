"""How a mail to curators names what a reader wrote; none of the words are the reader's."""

from django.urls import reverse

from curation.work_mail import WorkLine


def line_of_reaction(reaction):
    """A reaction that waits to be placed."""
    page = reverse("admin:reactions_reaction_change", args=[reaction.pk])
    return WorkLine(f"{reaction} wacht", page)
