"""Background work for spreadsheets: reading, checking, writing and exporting."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from tempfile import TemporaryFile

from django.core.files import File
from django.db import transaction
from django.db.models import Model
from import_export.fields import Field
from procrastinate.contrib.django import app

from accounts.models import User
from accounts.scopes import hidden_fields

from .choices import ImportState
from .layouts import resource_of
from .models import ExportRun, ImportRun
from .progress import StoppedError
from .resources import ContentResource
from .runs import check_run, read_run, undo_run, write_run
from .writing import TooLongError, write_sheet

STEPS = {
    ImportRun.State.READING: read_run,
    ImportRun.State.CHECKING: check_run,
    ImportRun.State.WRITING: write_run,
}
OUR_FAULT = "Er ging iets mis dat niet aan je bestand ligt. De beheerder ziet het bij de mislukte taken."
CHUNK = 500


def advance(
    run: ImportRun,
    state: ImportState,
    *,
    allowed: Collection[ImportState] | None = None,
    user: User | None = None,
) -> bool:
    """Put a run in a state that the worker takes further, both or neither.

    ``False`` where its state is by now none of the ``allowed`` ones: somebody pressed twice.
    """
    user_id = None
    if user is not None:
        user_id = user.pk
    with transaction.atomic():
        if allowed:
            locked = ImportRun.objects.select_for_update()
            if not locked.filter(pk=run.pk, state__in=allowed).exists():
                return False
        run.state = state
        run.done = 0
        run.problem = ""
        run.save()
        advance_import.defer(run_id=run.pk, user_id=user_id)
    return True


@app.task(queue="spreadsheets", lock="spreadsheets")
def advance_import(
    run_id: int,
    user_id: int | None = None,
) -> None:
    """Do what the state of the run asks for; a run that was stopped or is nobody's any more is left alone."""
    # nobody may do everything
    runs = ImportRun.objects.filter(pk=run_id).exclude(
        user=None,
        state__in=STEPS,
    )
    run = runs.select_related("user").first()
    if run is None:
        return
    try:
        take_further(run, user_id)
    except StoppedError:
        return
    except Exception:
        # a fault of ours: who waits hears so, and the task fails as any other
        failed = ImportRun.objects.filter(pk=run_id)
        failed.filter(state=ImportRun.State.UNDOING).update(
            state=ImportRun.State.DONE,
            problem=OUR_FAULT,
        )
        failed.filter(state__in=STEPS).update(
            state=ImportRun.State.REFUSED,
            problem=OUR_FAULT,
        )
        raise


def take_further(run: ImportRun, user_id: int | None) -> None:
    """Do what the state of this run asks for; ``user_id`` is who pressed the button, where that is kept."""
    if run.state == ImportRun.State.UNDOING:
        user = run.user
        if user_id:
            user = User.objects.get(pk=user_id)
        undo_run(run, by=user)
    elif run.state in STEPS:
        step = STEPS[run.state]
        step(run)


@app.task(queue="spreadsheets", lock="spreadsheets")
def make_export(run_id: int) -> None:
    """Write the spreadsheet of an export, in the order in which the list stood."""
    run = ExportRun.objects.filter(
        pk=run_id,
        file="",
        user__isnull=False,
    ).first()
    if run is None:
        return
    resource = resource_of(run.model)
    try:
        with TemporaryFile() as file:
            rows = export_rows(resource, run.keys, run.user)
            write_sheet(file, run.kind, resource.columns, rows)
            run.file.save(
                str(run),
                File(file),
            )
    except TooLongError as error:
        ExportRun.objects.filter(pk=run_id).update(problem=str(error))
    except Exception:
        # the same
        ExportRun.objects.filter(pk=run_id).update(problem=OUR_FAULT)
        raise


def export_rows(
    resource: ContentResource,
    keys: Sequence[int],
    user: User | None = None,
) -> Iterator[list[str]]:
    """The cells of these objects, read so many at a time; what ``user`` may not see stays empty.

    ``None`` is the program itself, which may see all.
    """
    fields = resource.get_import_fields()
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        chosen = resource.get_queryset().filter(pk__in=chunk)
        instances = {instance.pk: instance for instance in chosen}
        hidden = {}
        if user is not None:
            hidden = hidden_fields(chosen, user)
        for key in chunk:
            if key in instances:
                yield cells_of(instances[key], fields, hidden.get(key, ()))


def cells_of(
    instance: Model,
    fields: Iterable[Field],
    hidden: Collection[str],
) -> list[str]:
    """The cells of one object; those of the ``hidden`` attributes stay empty."""
    cells = []
    for field in fields:
        if field.attribute in hidden:
            cells.append("")
        else:
            cells.append(field.export(instance))
    return cells
