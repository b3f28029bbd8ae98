"""Making one of two initiatives."""

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from curation.merges import Merge
from curation.merging import MergeRefusedError, lock, merge
from curation.pairs import move_pairs

from .decisions import decide
from .models import Initiative, LikelyDouble


@transaction.atomic
def merge_initiatives(
    *,
    kept: Initiative,
    gone: Initiative,
    user: User,
    now: datetime,
    chosen: dict[str, Any] | None = None,
    seen: str | None = None,
) -> Merge:
    """Make one of two as ``merge`` does; raises ``MergeRefusedError`` where that would take something off the site.

    A proposal that somebody made for both stays open for the kept one only, and what was said of pairs stays said.
    """
    lock(kept, gone)
    if gone.is_published and not kept.is_published:
        raise MergeRefusedError(
            f"‘{gone}’ staat op de site. Houd dat voorbeeld, of publiceer eerst het andere."
        )
    proposers = kept.proposals.undecided().values("proposed_by")
    for proposal in gone.proposals.undecided().filter(proposed_by__in=proposers):
        decide(
            proposal=proposal,
            accepted=[],
            user=user,
            now=now,
            answer=f"Samengevoegd met ‘{kept}’.",
        )
    move_pairs(LikelyDouble.objects.all(), kept.pk, gone.pk)
    return merge(kept=kept, gone=gone, user=user, chosen=chosen, seen=seen)
