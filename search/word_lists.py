"""Lists of words from outside, by which the analysis is measured and fitted."""

import csv
from pathlib import Path

from django.core.management.base import CommandError, CommandParser

Row = tuple[str, ...]


def add_list(
    parser: CommandParser,
    option: str,
    *columns: str,
) -> None:
    """Let a command take the path of such a list."""
    parser.add_argument(
        option,
        type=Path,
        required=True,
        help=f"csv met de kolommen {', '.join(columns)}",
    )


def read_list(path: Path, *columns: str) -> list[Row]:
    """Return the distinct rows of a file, in its order."""
    rows = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            present = reader.fieldnames or ()
            missing = [column for column in columns if column not in present]
            if missing:
                raise CommandError(
                    f"In het bestand {path} ontbreekt: kolom {', kolom '.join(missing)}."
                )
            for line in reader:
                cells = [line[column] or "" for column in columns]
                row = tuple(cell.strip() for cell in cells)
                if all(row):
                    rows.append(row)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CommandError(f"Het bestand {path} is niet te lezen: {error}") from error
    return list(dict.fromkeys(rows))
