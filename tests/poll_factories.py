"""Polls and votes, as small as they can be."""

from datetime import timedelta

import factory
from django.utils import timezone

from polls.models import Poll, Vote
from tests.numbered import NumberedFactory


def days_from_now(days):
    """A day, counted from today."""
    return timezone.localdate() + timedelta(days=days)


class PollFactory(NumberedFactory):
    """A poll that runs."""

    class Meta:
        model = Poll

    slug = factory.Sequence("peiling-{}".format)
    statement = factory.Sequence("De bibliotheek hoort elke dag open te zijn ({})".format)
    starts_on = factory.LazyFunction(lambda: days_from_now(-7))
    ends_on = factory.LazyFunction(lambda: days_from_now(7))


class VoteFactory(NumberedFactory):
    """A vote with a motive that waits."""

    class Meta:
        model = Vote

    poll = factory.SubFactory(PollFactory)
    opinion = "eens"
    motive = factory.Sequence("Omdat iedereen er komt. ({})".format)
    motive_state = "wacht"
    voted_on = factory.LazyFunction(timezone.localdate)
