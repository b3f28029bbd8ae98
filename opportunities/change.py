"""How a kansenkaart changed: once a year it is kept, so that a year later one can see what became of it."""

from dataclasses import dataclass

from django.db import transaction

from partners.models import Municipality

from .choices import Chance
from .matrix import MatrixMaker
from .models import MatrixSnapshot

BATCH = 50  # municipalities in one transaction, so that stopping halfway loses little


@dataclass(frozen=True)
class Change:
    """A theme then and now; ``then`` is a snapshot, ``now`` a row of the matrix."""

    then: MatrixSnapshot
    now: object

    @property
    def chance_then(self):
        """What it was for the library."""
        return Chance(self.then.chance)

    @property
    def is_changed(self):
        """Whether a level or the outcome is another one."""
        now = (self.now.need, self.now.policy, self.now.supply, self.now.chance)
        return now != (self.then.need, self.then.policy, self.then.supply, self.then.chance)


def changes_of(matrix, municipality, today):
    """{year: changes of the main themes} of earlier years, the newest first; 1 query."""
    years = {}
    themes = {row.theme.pk: row for row in matrix.rows}
    for snapshot in municipality.snapshots.filter(year__lt=today.year, theme__in=themes).order_by("-year"):
        years.setdefault(snapshot.year, {})[snapshot.theme_id] = snapshot
    return {
        year: [Change(found[row.theme.pk], row) for row in matrix.rows if row.theme.pk in found]
        for year, found in years.items()
    }


def take_snapshots(*, today, progress=lambda done, total: None):
    """Keep the kansenkaart of every municipality of which there is none of this year yet; returns how many.

    In batches, each whole or not at all: whoever stops it goes on where it was by starting it again.
    """
    waiting = list(
        Municipality.objects.current(today)
        .exclude(pk__in=MatrixSnapshot.objects.filter(year=today.year).values("municipality"))
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    for start in range(0, len(waiting), BATCH):
        _take(waiting[start : start + BATCH], today)
        progress(min(start + BATCH, len(waiting)), len(waiting))
    return len(waiting)


@transaction.atomic
def _take(municipality_ids, today):
    maker = MatrixMaker(municipality_ids, today, leads_only=True)
    MatrixSnapshot.objects.bulk_create(
        (_snapshot(pk, row, today) for pk in municipality_ids for row in maker.matrix(pk).every_row),
        ignore_conflicts=True,  # somebody else may be doing the same
    )


def _snapshot(municipality_id, row, today):
    return MatrixSnapshot(
        municipality_id=municipality_id,
        theme=row.theme,
        year=today.year,
        taken_on=today,
        need=row.need,
        policy=row.policy,
        supply=row.supply,
        chance=row.chance,
        figure=f"{row.figure.indicator}: {row.figure.in_words} ({row.figure.measurement.year})" if row.figure else "",
    )
