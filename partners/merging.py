"""Making one of two libraries or two partners."""

from django.db import transaction

from curation.merging import MergeRefusedError, lock, merge
from curation.pairs import move_pairs

from .models import OrganisationDouble


@transaction.atomic
def merge_organisations(
    *,
    kept,
    gone,
    user,
    now,
    chosen=None,
    seen=None,
):
    """Make one of two of a kind as ``merge`` does; raises ``MergeRefusedError`` where that takes one off the site."""
    lock(kept, gone)
    if kept.archived_on and not gone.archived_on:
        raise MergeRefusedError(
            f"‘{kept}’ is gearchiveerd. Houd de andere, of haal deze eerst uit het archief."
        )
    move_pairs(
        OrganisationDouble.objects.all(),
        kept.pk,
        gone.pk,
    )
    return merge(
        kept=kept,
        gone=gone,
        user=user,
        chosen=chosen,
        seen=seen,
    )
