"""One import from file to database: read, match columns, check, confirm; each step may be repeated."""

from collections.abc import Iterable
from typing import Any

import pghistory
from django.apps import apps
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from history.restore import RestoreRefusedError
from history.undoing import Undone, undo_import

from .choices import ImportState, RowOutcome
from .finding import NothingToImportError, is_ours, keep_place, table_in
from .importing import Importer
from .layouts import ForeignLayout, resource_of
from .models import ExplainedWord, ImportRun
from .our_rows import our_rows
from .preview import CHECKED_BATCH, fingerprint_of, show
from .progress import RunProgress, StoppedError
from .rows import RowResult
from .sandbox import ReadSheet, RefusedSheetError, SheetRow, read_sheet
from .stored import on_disk
from .tables import Table, propose_columns
from .words import tell_words

State = ImportRun.State
SAMPLE = 3  # rows that the page about columns shows
CHANGED_MEANWHILE = "De gegevens zijn sinds de controle veranderd. Kijk de nieuwe controle na en bevestig opnieuw."


def read_run(run: ImportRun) -> None:
    """Read the file; go on to the check, or stop to ask which column is what."""
    try:
        sheet = sheet_of(run)
        keep_place(run, sheet)
        table, layout = table_in(run, sheet)
    except (RefusedSheetError, NothingToImportError) as error:
        become(run, State.REFUSED, problem=str(error))
        return
    resource = resource_of(run.model)
    run.headers = table.headers
    run.sample = [row.cells for row in table.rows[:SAMPLE]]
    run.total = len(table.rows)
    if layout:
        run.layout = layout.name
        run.mapping = {name: name for name in table.headers}
        run.notices = [layout.recognised]
    else:
        run.layout = ""
        run.mapping = propose_columns(table.headers, resource.columns)
    if layout or is_ours(table.headers, resource):
        become(run, State.CHECKING)
        check_run(run, sheet)
    else:
        become(run, State.MAPPING)


def sheet_of(run: ImportRun) -> ReadSheet:
    """The chosen sheet of the file that was sent."""
    with on_disk(run.file) as path:
        return read_sheet(path, run.sheet)


def check_run(run: ImportRun, sheet: ReadSheet | None = None) -> None:
    """Do the whole import and take it back; what it would have done is kept, row by row.

    ``sheet`` is what was read of the file a moment ago; without it the file is read.
    """
    try:
        with RunProgress(run) as progress, transaction.atomic():
            results, notices = import_rows(run, progress, sheet)
            transaction.set_rollback(True)
    except (RefusedSheetError, NothingToImportError) as error:
        become(run, State.REFUSED, problem=str(error))
        return
    run.notices = notices
    show(run, results)
    become(run, State.CHECKED)


def write_run(run: ImportRun) -> None:
    """Do the import for good: all rows, or the good ones where that was asked; never something else than was shown."""
    who_and_why = {"user": run.user_id, "import": run.pk}
    with (
        RunProgress(run) as progress,
        transaction.atomic(),
        pghistory.context(**who_and_why),
    ):
        results, notices = import_rows(run, progress)
        run.notices = notices
        if fingerprint_of(results) == run.fingerprint:
            show(run, results, is_written=True)
            become(
                run,
                State.DONE,
                finished_at=timezone.now(),
                done=run.total,
            )
        else:
            transaction.set_rollback(True)
    if run.state != State.DONE:
        run.notices = [CHANGED_MEANWHILE, *notices]
        show(run, results)
        become(run, State.CHECKED)


def undo_run(run: ImportRun, by: User) -> None:
    """Bring back how everything was before this import; ``by`` is who wants it."""
    try:
        with transaction.atomic():
            undone = undo_import(run_id=run.pk, user=by)
            run.notices = undo_notices(run, undone)
            become(run, State.UNDONE)
    except RestoreRefusedError as error:
        become(
            run,
            State.DONE,
            problem=str(error),
        )


def undo_notices(run: ImportRun, undone: Undone) -> list[str]:
    """What was brought back and what was left, in rows of the list."""
    model = apps.get_model(run.model)
    written = written_by(run)
    left = len(undone.left_of(model))
    brought_back = f"{written - left} van de {written} rijen van deze import zijn weer zoals daarvoor."
    if left == 1:
        stayed = "1 rij bleef staan: die is na de import veranderd, in gebruik of van een ander."
    elif left:
        stayed = f"{left} bleven staan: die zijn na de import veranderd, in gebruik of van een ander."
    elif undone.left:
        stayed = (
            "Een deel van wat erbij hoort bleef staan: dat is na de import veranderd."
        )
    else:
        return [brought_back]
    return [brought_back, stayed]


def written_by(run: ImportRun) -> int:
    """How many rows an import wrote, or would write."""
    made = run.counts.get(RowOutcome.NEW, 0)
    changed = run.counts.get(RowOutcome.CHANGED, 0)
    return made + changed


def may_confirm(run: ImportRun) -> bool:
    """Whether there is something to write for somebody, and nothing refused unless that was accepted."""
    if run.state != State.CHECKED or run.user is None:
        return False
    has_refused = run.counts.get(RowOutcome.REFUSED, 0) > 0
    if has_refused and not run.only_good:
        return False
    return written_by(run) > 0


def become(run: ImportRun, state: ImportState, **values: Any) -> None:
    """Save a new state; raises ``StoppedError`` when somebody pressed stop meanwhile."""
    with transaction.atomic():
        locked = ImportRun.objects.select_for_update()
        state_now = locked.values_list("state", flat=True).get(pk=run.pk)
        if state_now == State.STOPPED:
            raise StoppedError
        run.state = state
        for name, value in values.items():
            setattr(run, name, value)
        run.save()


def import_rows(
    run: ImportRun,
    progress: RunProgress,
    sheet: ReadSheet | None = None,
) -> tuple[list[RowResult], list[str]]:
    """Take all rows into the open transaction; returns results and sentences about the file."""
    sheet = sheet or sheet_of(run)
    table, layout = table_in(run, sheet)
    resource = resource_of(run.model, drop_unknown=run.drop_unknown)
    tell_words(
        resource,
        ExplainedWord.objects.filter(user=run.user, model=run.model),
    )
    mapping = {}
    for header, column in run.mapping.items():
        if column:
            mapping[header] = column
    columns = {*mapping.values(), *run.constants}
    importer = Importer(resource, columns, user=run.user)
    if layout:
        layout.before_rows()
    imported = importer.run(our_rows(table, mapping, run))
    results = results_of(table.rows, imported, progress)
    if layout:
        layout.after_rows()
    notices = notices_about(table, layout)
    if run.state == State.CHECKING:
        new = [result for result in results if result.is_new]
        resource.remark(new)
    return results, notices


def notices_about(
    table: Table,
    layout: ForeignLayout | None,
) -> list[str]:
    """Sentences about the file as a whole."""
    notices = []
    if table.total_line:
        notices.append(
            f"Regel {table.total_line} is een totaalregel en is overgeslagen."
        )
    if layout:
        notices += layout.notices(table)
    return notices


def results_of(
    rows: Iterable[SheetRow],
    imported: Iterable[RowResult],
    progress: RunProgress,
) -> list[RowResult]:
    """What came of each row, told to ``progress`` now and then; a refused row keeps its cells as they came."""
    results = []
    for row, result in zip(rows, imported, strict=True):
        if result.is_refused:
            result.cells = row.cells
        results.append(result)
        if len(results) % CHECKED_BATCH == 0:
            progress.tell(len(results))
    return results
