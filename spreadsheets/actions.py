"""Loading one file of starter content into the database."""

from collections import Counter
from hashlib import sha256

from django.db import transaction

from .files import Problem, RefusedFileError, read_csv
from .importing import REFUSED, Importer
from .models import LoadedFile


def is_loaded(*, path):
    """Whether this very file was loaded before."""
    return LoadedFile.objects.filter(name=path.name, fingerprint=_fingerprint(path)).exists()


@transaction.atomic
def load_file(*, path, resource):
    """Write all rows of the file and return how many were new, changed and unchanged.

    Raises ``RefusedFileError`` with every mistake, by line and column; then nothing of the file is written.
    """
    headers, rows = read_csv(path)
    problems = [Problem(path.name, 1, name, reason) for name, reason in _header_problems(headers, resource)]
    if problems:
        raise RefusedFileError(problems)
    importer = Importer(resource, headers)
    results = list(importer.run((line, dict(zip(headers, cells, strict=True))) for line, cells in rows))
    problems = [
        Problem(path.name, result.line, name, reason)
        for result in results
        if result.outcome == REFUSED
        for name, reason in result.problems
    ]
    if problems:
        raise RefusedFileError(problems)
    LoadedFile.objects.update_or_create(name=path.name, defaults={"fingerprint": _fingerprint(path)})
    return Counter(result.outcome for result in results)


def _header_problems(headers, resource):
    """Pairs of (column, reason)."""
    keys = [field.column_name for field in resource.key_fields]
    unknown = [(name, "Deze kolom kennen we niet.") for name in headers if name not in resource.columns]
    double = {name: "Deze kolom staat er twee keer." for name in headers if headers.count(name) > 1}
    missing = [(name, "Deze kolom ontbreekt.") for name in keys if name not in headers]
    return [*unknown, *double.items(), *missing]


def _fingerprint(path):
    return sha256(path.read_bytes()).hexdigest()
