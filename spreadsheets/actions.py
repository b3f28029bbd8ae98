"""Loading one file into the database."""

from collections import Counter
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction

from .files import Problem, RefusedFileError, read_csv
from .models import LoadedFile


def is_loaded(*, path):
    """Whether this very file was loaded before."""
    return LoadedFile.objects.filter(name=path.name, fingerprint=_fingerprint(path)).exists()


@transaction.atomic
def load_file(*, path, resource):
    """Write all rows of the file and return how many were new, changed and unchanged.

    Raises ``RefusedFileError`` with every mistake, by line and column; then nothing of the file is written.
    """
    dataset, lines = read_csv(path)
    result = resource.import_data(dataset, raise_errors=False, use_transactions=True)
    problems = [problem for row in _refused_rows(result) for problem in _row_problems(path, lines, row, resource)]
    if problems:
        raise RefusedFileError(problems)
    LoadedFile.objects.update_or_create(name=path.name, defaults={"fingerprint": _fingerprint(path)})
    return Counter(row.import_type for row in result.rows)


def _refused_rows(result):
    """Pairs of (row number from 1, what was raised)."""
    if result.base_errors:  # a refused header says enough; without it every row would complain too
        yield 0, result.base_errors[0].error
        return
    for row in result.invalid_rows:
        yield row.number, row.error
    for number, errors in result.row_errors():
        yield number, errors[0].error


def _row_problems(path, lines, refused, resource):
    number, error = refused
    line = lines[number - 1] if number else 1
    if not isinstance(error, ValidationError):
        return [Problem(path.name, line, "", str(error))]
    if not hasattr(error, "error_dict"):
        return [Problem(path.name, line, "", " ".join(error.messages))]
    column_of = resource.column_of if number else str  # a mistake in the header is about a column, not an attribute
    return [
        Problem(path.name, line, column_of(name), " ".join(messages)) for name, messages in error.message_dict.items()
    ]


def _fingerprint(path):
    return sha256(path.read_bytes()).hexdigest()
