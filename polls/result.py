"""How many people agree, in numbers and as a share of all votes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PollResult:
    """The votes of one poll; whole percents that are a hundred together."""

    agree: int
    disagree: int

    @property
    def total(self):
        """All votes."""
        return self.agree + self.disagree

    @property
    def agree_percent(self):
        """The share that agrees, rounded; nothing of no votes."""
        if not self.total:
            return 0
        return (200 * self.agree + self.total) // (2 * self.total)

    @property
    def disagree_percent(self):
        """The rest."""
        if not self.total:
            return 0
        return 100 - self.agree_percent


def result_of(poll):
    """The result of a poll that was loaded ``with_counts``."""
    return PollResult(poll.agree_count, poll.disagree_count)
