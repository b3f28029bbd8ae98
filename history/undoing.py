"""Bringing back everything that an import touched, except what others changed or use since."""

from dataclasses import dataclass

import pghistory
from django.db import transaction
from django.db.models import Min, Model, Q

from accounts.models import User

from .bringing_back import bring_back
from .restore import one_refusal
from .rows_to_leave import rows_to_leave
from .written_rows import (
    VersionedRow,
    bound_of_import,
    contexts_of,
    numbers_of,
    numbers_of_table,
    rows_in,
    touched_by_table,
)


@dataclass(frozen=True)
class Undone:
    """How many rows were brought back, and which were left since somebody changed or uses them by now."""

    count: int
    left: frozenset[VersionedRow]

    def left_of(self, model: type[Model]) -> set[int]:
        """Numbers of the rows of a model that were left."""
        return numbers_of(self.left, model)


@transaction.atomic
def undo_import(*, run_id: int, user: User) -> Undone:
    """Bring every row that an import wrote back to how it was; what others changed or use since is left whole."""
    count = 0
    with pghistory.context(user=user.pk, undone_import=run_id), one_refusal():
        contexts = contexts_of(run_id)
        touched = touched_by_table(contexts)
        left = rows_to_leave(touched, contexts, user)
        for version_model, rows in touched.items():
            free = rows - numbers_of_table(left, version_model)
            first = bound_of_import(version_model, contexts, Min)
            before_import = Q(pgh_id__lt=first)
            count += bring_back(version_model, free, before_import)
    left_of_import = left & rows_in(touched)
    return Undone(count, frozenset(left_of_import))


def left_by_undoing(
    *,
    run_id: int,
    user: User,
    model: type[Model],
) -> set[int]:
    """Numbers of the rows of a model that undoing an import would leave; writes nothing."""
    contexts = contexts_of(run_id)
    left = rows_to_leave(touched_by_table(contexts), contexts, user)
    return numbers_of(left, model)
