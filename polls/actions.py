"""Voting, and what a curator decides about a motive."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from curation.work_mail import tell_curators

from .choices import MotiveState
from .forms import VoteForm
from .models import Vote
from .work_lines import line_of_motive


@transaction.atomic
def vote(*, form: VoteForm, today: date) -> None:
    """Count a vote; the same form counts once, however often it is sent. A motive waits for a curator."""
    typed = form.cleaned_data
    state = MotiveState.NONE
    if typed["motive"]:
        state = MotiveState.WAITING
    kept, is_new = Vote.objects.get_or_create(
        ballot=typed["ballot"],
        defaults={
            "poll": form.poll,
            "opinion": typed["opinion"],
            "motive": typed["motive"],
            "motive_state": state,
            "voted_on": today,
        },
    )
    if is_new and kept.motive:
        tell_curators(row=kept, line=line_of_motive(kept))


def judge_motives(*, votes: QuerySet[Vote], is_placed: bool) -> int:
    """Put motives on the site or keep them off; returns how many there were."""
    state = MotiveState.REFUSED
    if is_placed:
        state = MotiveState.SHOWN
    return votes.exclude(motive="").update(motive_state=state)
