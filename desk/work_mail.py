"""The mail of every morning: all that waits for a curator, over all apps."""

from accounts.choices import WorkMail
from curation.work_mail import (
    curators_mailed,
    provinces_looked_after,
    waiting_for,
    work_mail,
)
from initiatives.choices import PublicationState
from initiatives.models import ChangeProposal, Initiative, Tip
from initiatives.work_lines import line_of_proposal, line_of_submission, line_of_tip
from mail.outgoing import queue_mails
from opportunities.models import Service
from opportunities.work_lines import line_of_service
from partners.models import Claim
from partners.work_lines import line_of_claim
from polls.models import Vote
from polls.work_lines import line_of_motive
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
    """What waits for this curator: examples, proposals, tips, what is there already, reactions, motives and claims."""
    submitted = Initiative.objects.filter(publication_state=PublicationState.SUBMITTED)
    proposals = ChangeProposal.objects.undecided().select_related(
        "initiative",
        "organisation",
        "meeting",
        "theme",
    )
    services = Service.objects.to_judge().select_related("municipality")
    reactions = Reaction.objects.to_judge().select_related(
        "initiative",
        "theme",
        "meeting",
    )
    motives = Vote.objects.to_judge().select_related("poll")
    claims = Claim.objects.to_judge().select_related("organisation")
    kinds = [
        (submitted, line_of_submission),
        (proposals, line_of_proposal),
        (Tip.objects.to_judge(), line_of_tip),
        (services, line_of_service),
        (reactions, line_of_reaction),
        (motives, line_of_motive),
        (claims, line_of_claim),
    ]
    lines = []
    for waiting, line_of in kinds:
        lines += map(line_of, waiting_for(user, waiting, looked_after))
    return lines


def subject_of(lines):
    """How many things wait."""
    if len(lines) == 1:
        return lines[0].in_one_line
    return f"{len(lines)} dingen wachten op een curator"
