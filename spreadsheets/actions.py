"""Loading one file of starter content into the database."""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from django.db import transaction

from .choices import RowOutcome
from .files import Problem, RefusedFileError, read_csv
from .importing import Importer
from .models import LoadedFile
from .resources import ContentResource
from .rows import RowResult, Texts


def fingerprint_of(path: Path) -> str:
    """The same for a file with the same content."""
    content = path.read_bytes()
    return sha256(content).hexdigest()


def is_loaded(*, path: Path) -> bool:
    """Whether this very file was loaded before."""
    loaded = LoadedFile.objects.filter(
        name=path.name,
        fingerprint=fingerprint_of(path),
    )
    return loaded.exists()


@transaction.atomic
def load_file(
    *,
    path: Path,
    resource: ContentResource,
) -> Counter[RowOutcome]:
    """Write all rows of the file and return how many were new, changed and unchanged.

    Raises ``RefusedFileError`` with every mistake, by line and column; then nothing of the file is written.
    """
    table = read_csv(path)
    refuse_if_any(header_problems(path.name, table.headers, resource))
    numbered_rows = []
    for row in table.rows:
        texts: Texts = dict(zip(table.headers, row.cells, strict=True))
        numbered_rows.append((row.line, texts))
    importer = Importer(resource, table.headers)
    results = list(importer.run(numbered_rows))
    refuse_if_any(row_problems(path.name, results))
    LoadedFile.objects.update_or_create(
        name=path.name,
        defaults={"fingerprint": fingerprint_of(path)},
    )
    outcomes = [result.outcome for result in results]
    return Counter(outcomes)


def refuse_if_any(problems: Sequence[Problem]) -> None:
    """Refuse the file for these problems, all at once."""
    if problems:
        raise RefusedFileError(problems)


def row_problems(
    name: str,
    results: Iterable[RowResult],
) -> list[Problem]:
    """Why rows of the file with this name are refused."""
    problems = []
    for result in results:
        if not result.is_refused:
            continue
        for cell in result.problems:
            problem = Problem(name, result.line, cell.column, cell.reason)
            problems.append(problem)
    return problems


def header_problems(
    name: str,
    headers: list[str],
    resource: ContentResource,
) -> list[Problem]:
    """Columns of the file with this name that we do not know, that stand twice, or that are missing."""
    problems = []
    for header in headers:
        if header not in resource.columns:
            problem = Problem(name, 1, header, "Deze kolom kennen we niet.")
            problems.append(problem)
    for header in dict.fromkeys(headers):
        if headers.count(header) > 1:
            problem = Problem(name, 1, header, "Deze kolom staat er twee keer.")
            problems.append(problem)
    for column in resource.key_columns:
        if column not in headers:
            problem = Problem(name, 1, column, "Deze kolom ontbreekt.")
            problems.append(problem)
    return problems
