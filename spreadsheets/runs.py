"""One import from file to database: read, match columns, check, confirm; each step may be repeated."""

from collections import Counter
from hashlib import sha256

import pghistory
from django.db import transaction
from django.utils import timezone

from history.restore import RestoreRefusedError
from history.undoing import undo_import

from .formulas import is_escaped, original
from .importing import BATCH, EXTRA_CELLS, NEW, REFUSED, Importer
from .layouts import layouts_of, resource_of
from .models import ImportRow, ImportRun
from .progress import Progress, StoppedError
from .sandbox import RefusedSheetError, read_sheet
from .tables import find_table, match_columns, plain, propose_columns

State = ImportRun.State
SAMPLE = 3  # rows that the page about columns shows
CHANGED_MEANWHILE = "De gegevens zijn sinds de controle veranderd. Kijk de nieuwe controle na en bevestig opnieuw."


class NothingToImportError(Exception):
    """The file as a whole cannot be imported, in one Dutch sentence."""


def read_run(run):
    """Read the file; go on to the check, or stop to ask which column is what."""
    try:
        table, layout = _table(run)
    except (RefusedSheetError, NothingToImportError) as error:
        _become(run, State.REFUSED, problem=str(error))
        return
    resource = resource_of(run.model)
    run.headers, run.sample = table.headers, [row.cells for row in table.rows[:SAMPLE]]
    run.total, run.layout = len(table.rows), layout.name if layout else ""
    if layout:
        run.mapping, run.notices = {name: name for name in table.headers}, [layout.recognised]
    else:
        run.mapping = propose_columns(table.headers, resource.columns)
    if layout or _is_ours(table.headers, resource):
        _become(run, State.CHECKING)
        check_run(run)
    else:
        _become(run, State.MAPPING)


def check_run(run):
    """Do the whole import and take it back; what it would have done is kept, row by row."""
    try:
        with Progress(run) as progress, transaction.atomic():
            results, notices = _import(run, progress)
            transaction.set_rollback(True)
    except (RefusedSheetError, NothingToImportError) as error:
        _become(run, State.REFUSED, problem=str(error))
        return
    run.notices = notices
    _show(run, results)


def write_run(run):
    """Do the import for good: all rows, or the good ones where that was asked; never something else than was shown."""
    context = {"user": run.user_id, "import": run.pk}
    with Progress(run) as progress, transaction.atomic(), pghistory.context(**context):
        results, _ = _import(run, progress)
        if _fingerprint(results) == run.fingerprint:
            _become(run, State.DONE, finished_at=timezone.now(), done=run.total)
        else:
            transaction.set_rollback(True)
    if run.state != State.DONE:
        run.notices = [CHANGED_MEANWHILE]
        _show(run, results)


def undo_run(run, by):
    """Bring back how everything was before this import; ``by`` is who wants it."""
    try:
        with transaction.atomic():
            undone = undo_import(run_id=run.pk, user=by)
            left = f"{undone.left} bleven staan: die zijn na de import veranderd, in gebruik of van een ander."
            run.notices = [f"{undone.count} veranderingen teruggedraaid.", *([left] if undone.left else [])]
            _become(run, State.UNDONE)
    except RestoreRefusedError as error:
        _become(run, State.DONE, problem=str(error))


def may_confirm(run):
    """Whether there is something to write for somebody, and nothing refused unless that was accepted."""
    counts = Counter(run.counts)
    something = counts["nieuw"] + counts["veranderd"] > 0
    return (
        run.state == State.CHECKED and run.user is not None and something and (run.only_good or not counts["geweigerd"])
    )


def refused_table(run):
    """The refused rows as they came, with the reason in front: header and rows, to mend and bring in again."""
    rows = run.rows.filter(outcome=ImportRow.Outcome.REFUSED)
    return ["reden", *run.headers], ([_reason(row), *map(_as_it_came, row.cells)] for row in rows)


def _reason(row):
    return "; ".join(f"{column}: {reason}" if column else reason for column, reason in row.problems)


def _as_it_came(cell):
    """Without the apostrophe that writing the file will put before it again."""
    return original(cell) if is_escaped(cell) else cell.strip()


def _become(run, state, **values):
    """Save a new state; raises ``StoppedError`` when somebody pressed stop meanwhile."""
    with transaction.atomic():
        now = ImportRun.objects.select_for_update().values_list("state", flat=True).get(pk=run.pk)
        if now == State.STOPPED:
            raise StoppedError
        run.state = state
        for name, value in values.items():
            setattr(run, name, value)
        run.save()


def _table(run):
    """The table in the file, in our own columns, and the foreign layout it came in."""
    resource, layouts = resource_of(run.model), layouts_of(run.model)
    rows = read_sheet(run.file.path)
    table = find_table(rows, [resource.columns, *(layout.headers for layout in layouts)])
    names = {plain(name) for name in table.headers}
    for layout in layouts:
        if layout.fits(names):
            return layout.translate(table, run.file_name), layout
    if not table.rows:
        raise NothingToImportError("In dit bestand staan geen rijen onder de kolomnamen.")
    return table, None


def _is_ours(headers, resource):
    """Whether every column is one of ours and none is missing that says which row is which."""
    matched = match_columns(headers, resource.columns)
    known = set(matched.values())
    is_whole = len(matched) == len([name for name in headers if name])
    return is_whole and len(known) == len(matched) and known.issuperset(resource.required_columns)


def _import(run, progress):
    """Take all rows into the open transaction; returns results and sentences about the file."""
    table, layout = _table(run)
    resource = resource_of(run.model, drop_unknown=run.drop_unknown)
    mapping = {name: ours for name, ours in run.mapping.items() if ours}
    columns = {*mapping.values(), *run.constants}
    importer = Importer(resource, columns, user=run.user)
    is_preview = run.state == State.CHECKING
    if layout:
        layout.before_rows()
    results = []
    rows = ((row.line, _our_row(table.headers, row.cells, mapping, run)) for row in table.rows)
    for row, result in zip(table.rows, importer.run(rows), strict=True):
        result.cells = row.cells if result.outcome == REFUSED else []
        results.append(result)
        if len(results) % BATCH == 0:
            progress.tell(len(results))
    if layout:
        layout.after_rows()
    if is_preview:
        resource.remark([result for result in results if result.outcome == NEW])
    return results, layout.notices(table) if layout else []


def _our_row(headers, cells, mapping, run):
    """A row under our own column names, with what stands for nothing left out and gaps filled with constants."""
    nothing = {word.casefold() for word in run.empty_words}
    row = {}
    for header, cell in zip(headers, cells, strict=False):
        if header in mapping:
            row[mapping[header]] = "" if cell.strip().casefold() in nothing else cell
    for column, constant in run.constants.items():
        row[column] = row.get(column) or constant
    row[EXTRA_CELLS] = any(cell.strip() for cell in cells[len(headers) :])
    return row


def _show(run, results):
    """Keep the results for the page on which the curator decides."""
    run.rows.all().delete()
    run.rows.bulk_create(
        (
            ImportRow(
                run=run,
                line=result.line,
                outcome=result.outcome,
                label=result.label,
                changes=result.changes,
                problems=result.problems,
                remarks=result.remarks,
                cells=result.cells,
            )
            for result in results
        ),
        batch_size=BATCH,
    )
    run.counts = Counter(result.outcome for result in results)
    run.fingerprint = _fingerprint(results)
    run.done = run.total
    _become(run, State.CHECKED)


def _fingerprint(results):
    """The same for the same rows with the same outcome and the same old and new values."""
    told = sha256()
    for result in results:
        told.update(repr((result.line, result.outcome, result.changes)).encode())
    return told.hexdigest()
