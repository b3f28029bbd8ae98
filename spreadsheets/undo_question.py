"""What turning back an import would do, before somebody says yes."""

from typing import Any

from django.apps import apps

from accounts.models import User
from history.undoing import left_by_undoing

from .models import ImportRow, ImportRun

MOST_NAMED = 20
WRITTEN = (ImportRow.Outcome.NEW, ImportRow.Outcome.CHANGED)


def foreseen_of(
    run: ImportRun,
    user: User,
) -> dict[str, Any]:
    """What the page of the question shows.

    ``gone`` and ``back`` are how many rows disappear and become as they were, ``left_count`` how many stay as they are
    now, and ``left`` the first of those.
    """
    model = apps.get_model(run.model)
    left = left_by_undoing(run_id=run.pk, user=user, model=model)
    rows = run.rows.filter(outcome__in=WRITTEN)
    staying = rows.filter(object_id__in=left)
    free = rows.exclude(object_id__in=left)
    return {
        "gone": free.filter(outcome=ImportRow.Outcome.NEW).count(),
        "back": free.filter(outcome=ImportRow.Outcome.CHANGED).count(),
        "left_count": len(left),
        "left": staying[:MOST_NAMED],
        "is_forgotten": not run.file and run.state == ImportRun.State.DONE,
    }
