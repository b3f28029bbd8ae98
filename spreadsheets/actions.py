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
    headers, rows = read_csv(path)
    refuse_if_any(header_problems(path.name, headers, resource))
    rows_by_column = []
    for line, cells in rows:
        row: Texts = dict(zip(headers, cells, strict=True))
        rows_by_column.append((line, row))
    importer = Importer(resource, headers)
    results = list(importer.run(rows_by_column))
    refuse_if_any(row_problems(path.name, results))
    LoadedFile.objects.update_or_create(
        name=path.name,
        defaults={"fingerprint": fingerprint_of(path)},
    )
    return Counter(result.outcome for result in results)


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
    reasons = []
    for header in headers:
        if header not in resource.columns:
            reasons.append((header, "Deze kolom kennen we niet."))
    for header in dict.fromkeys(headers):
        if headers.count(header) > 1:
            reasons.append((header, "Deze kolom staat er twee keer."))
    for field in resource.key_fields:
        if field.column_name not in headers:
            reasons.append((field.column_name, "Deze kolom ontbreekt."))
    return [Problem(name, 1, column, reason) for column, reason in reasons]
