"""How a kansenkaart changed: once a year it is kept, so that a year later one can see what became of it."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from partners.models import Municipality

from .choices import Chance
from .matrix import Matrix, MatrixMaker
from .matrix_rows import Row
from .models import MatrixSnapshot

BATCH = 50  # municipalities in one transaction, so that stopping halfway loses little


@dataclass(frozen=True)
class ThemeChange:
    """A theme as it was then, and as it is now."""

    then: MatrixSnapshot
    now: Row

    @property
    def chance_then(self) -> Chance:
        """What it was for the library."""
        return Chance(self.then.chance)

    @property
    def is_changed(self) -> bool:
        """Whether a level or the outcome is another one."""
        then = (self.then.need, self.then.policy, self.then.supply, self.then.chance)
        now = (self.now.need, self.now.policy, self.now.supply, self.now.chance)
        return now != then


def changes_of(
    matrix: Matrix,
    municipality: Municipality,
    today: date,
) -> dict[int, list[ThemeChange]]:
    """{year: changes of the main themes} of earlier years, the newest first; 1 query."""
    themes = [row.theme.pk for row in matrix.rows]
    snapshots = municipality.snapshots.filter(
        year__lt=today.year,
        theme__in=themes,
    )
    by_year: dict[int, dict[int, MatrixSnapshot]] = defaultdict(dict)
    for snapshot in snapshots.order_by("-year"):
        by_theme = by_year[snapshot.year]
        by_theme[snapshot.theme_id] = snapshot
    changes: dict[int, list[ThemeChange]] = {}
    for year, by_theme in by_year.items():
        changes[year] = []
        for row in matrix.rows:
            then = by_theme.get(row.theme.pk)
            if then:
                changes[year].append(ThemeChange(then, row))
    return changes


def take_snapshots(
    *,
    today: date,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Keep the kansenkaart of every municipality of which there is none of this year yet; returns how many.

    In batches, each whole or not at all: after a stop it goes on where it was by starting it again. ``progress`` is
    called after each batch with how many are done and how many there are.
    """
    kept = MatrixSnapshot.objects.filter(year=today.year).values("municipality")
    waiting = Municipality.objects.current(today).exclude(pk__in=kept)
    municipality_ids = list(waiting.order_by("pk").values_list("pk", flat=True))
    total = len(municipality_ids)
    for start in range(0, total, BATCH):
        end = min(start + BATCH, total)
        take_batch(municipality_ids[start:end], today)
        if progress:
            progress(end, total)
    return total


@transaction.atomic
def take_batch(
    municipality_ids: list[int],
    today: date,
) -> None:
    """Keep the kansenkaarten of these municipalities; what was kept meanwhile by another process stays."""
    maker = MatrixMaker(municipality_ids, today, leads_only=True)
    snapshots = []
    for pk in municipality_ids:
        for row in maker.matrix(pk).every_row:
            snapshots.append(snapshot_of(row, pk, today))
    MatrixSnapshot.objects.bulk_create(snapshots, ignore_conflicts=True)


def snapshot_of(
    row: Row,
    municipality_id: int,
    today: date,
) -> MatrixSnapshot:
    """A row as it is today, not stored yet."""
    figure = ""
    if row.figure:
        year = row.figure.measurement.year
        figure = f"{row.figure.indicator}: {row.figure.in_words} ({year})"
    return MatrixSnapshot(
        municipality_id=municipality_id,
        theme=row.theme,
        year=today.year,
        taken_on=today,
        need=row.need,
        policy=row.policy,
        supply=row.supply,
        chance=row.chance,
        figure=figure,
    )
