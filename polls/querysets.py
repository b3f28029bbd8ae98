"""Which polls and votes, and loaded how."""

from django.db.models import Count, Q

from accounts.scopes import OwnedQuerySet, ScopedQuerySet

from .choices import MotiveState, Opinion


class PollQuerySet(ScopedQuerySet):
    """The words for choosing polls; they are of the whole country."""

    def begun(self, today):
        """Polls that the public sees, the newest first."""
        return self.filter(starts_on__lte=today).order_by("-starts_on", "-pk")

    def running(self, today):
        """Polls in which one votes today."""
        return self.begun(today).filter(ends_on__gte=today)

    def over(self, today):
        """Polls of which the last day has passed."""
        return self.begun(today).filter(ends_on__lt=today)

    def with_counts(self):
        """Annotate how many agree and disagree."""
        return self.annotate(
            agree_count=Count("votes", filter=Q(votes__opinion=Opinion.AGREE)),
            disagree_count=Count("votes", filter=Q(votes__opinion=Opinion.DISAGREE)),
        )


class VoteQuerySet(OwnedQuerySet):
    """The words for choosing votes."""

    def to_judge(self):
        """Votes with a motive that a curator decides about."""
        return self.filter(motive_state=MotiveState.WAITING)

    def with_motive_shown(self):
        """Votes of which the public reads the motive, the newest first."""
        shown = self.filter(motive_state=MotiveState.SHOWN)
        return shown.order_by("-voted_on", "-pk")
