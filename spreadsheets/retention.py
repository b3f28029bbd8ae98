"""What is kept of files that curators bring in and take out."""

from datetime import datetime

from retention.schedule import Basis, Own, holds_nothing_personal, keep

from .models import ExplainedWord, ExportRun, ImportRow, ImportRun, LoadedFile

EMPTY = {
    "file_name": "",
    "sheets": [],
    "beginning": [],
    "sample": [],
    "headers": [],
    "mapping": {},
    "constants": {},
    "empty_words": [],
    "unknown_words": [],
}
WAITED_TOO_LONG = "Dit bestand wachtte te lang en is weggegooid."


def forget_imports(*, now: datetime) -> None:
    """File, rows, name and headings deleted at night; that it was imported stays, so that it can be undone."""
    for run in ImportRun.objects.outdated(now):
        run.rows.all().delete()
        if run.state not in (ImportRun.State.DONE, ImportRun.State.UNDONE):
            run.state = ImportRun.State.REFUSED
            run.problem = WAITED_TOO_LONG
        for name, value in EMPTY.items():
            setattr(run, name, value)
        run.file.delete(save=False)
        run.save()


def forget_exports(*, now: datetime) -> None:
    """Deleted at night, with the file."""
    for run in ExportRun.objects.outdated(now):
        run.file.delete(save=False)
        run.delete()


keep(
    "Bestanden die een curator importeert, met hun naam en de namen van hun kolommen",
    why="Om gegevens bij te werken",
    basis=Basis.REQUEST,
    how_long="90 dagen",
    tables=(ImportRun, ImportRow),
    own=(Own(ImportRun, "user", ("model", "file_name", "created_at")),),
    forget=forget_imports,
)
keep(
    "Woorden uit bestanden van een curator, en wat ze betekenen",
    why="Om ze bij het volgende bestand weer te begrijpen",
    basis=Basis.REQUEST,
    how_long="Tot de curator ze weghaalt, of tot het account weg is",
    tables=(ExplainedWord,),
    own=(Own(ExplainedWord, "user", ("model", "word", "meaning")),),
    goes="Goes with the account.",
)
keep(
    "Bestanden die een curator exporteert",
    why="Om gegevens elders te gebruiken",
    basis=Basis.REQUEST,
    how_long="Een week",
    tables=(ExportRun,),
    own=(Own(ExportRun, "user", ("model", "kind", "created_at")),),
    forget=forget_exports,
)
holds_nothing_personal(LoadedFile)
