"""The mail of every morning: all that waits for a curator, over all apps."""

from accounts.choices import WorkMail
from curation.work_mail import (
    curators_mailed,
    provinces_looked_after,
    waiting_for,
    work_mail,
)
from initiatives.choices import PublicationState
from initiatives.models import ChangeProposal, Initiative
from initiatives.work_lines import line_of_proposal, line_of_submission
from mail.outgoing import queue_mails
from opportunities.models import Service
from opportunities.work_lines import line_of_service
from reactions.models import Reaction
from reactions.work_lines import line_of_reaction


def mail_what_waits():
    """Mail who chose the morning one list of what waits for them; nobody is mailed an empty one."""
    looked_after = provinces_looked_after()
    mails = []
    for user in curators_mailed(WorkMail.DAILY):
        lines = lines_for(user, looked_after)
        if lines:
            mails.append(work_mail(user, subject_of(lines), lines))
    queue_mails(mails)


def lines_for(user, looked_after):
    """What waits for this curator: examples, proposals, what is there already, and reactions."""
    submitted = Initiative.objects.filter(publication_state=PublicationState.SUBMITTED)
    proposals = ChangeProposal.objects.undecided().select_related(
        "initiative", "organisation", "meeting", "theme"
    )
    services = Service.objects.to_judge().select_related("municipality")
    lines = [
        line_of_submission(initiative)
        for initiative in waiting_for(user, submitted, looked_after)
    ]
    lines += [
        line_of_proposal(proposal)
        for proposal in waiting_for(user, proposals, looked_after)
    ]
    lines += [
        line_of_service(service)
        for service in waiting_for(user, services, looked_after)
    ]
    reactions = Reaction.objects.to_judge().select_related(
        "initiative", "theme", "meeting"
    )
    lines += [
        line_of_reaction(reaction)
        for reaction in waiting_for(user, reactions, looked_after)
    ]
    return lines


def subject_of(lines):
    """How many things wait."""
    if len(lines) == 1:
        return lines[0].in_one_line
    return f"{len(lines)} dingen wachten op een curator"
