"""Reads a file from outside in a process of its own: whatever the file does, the site goes on."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

PROJECT = Path(__file__).parent.parent
MOST_SECONDS = 9
MOST_MEMORY = 450 * 2**20  # bytes of address space
MOST_OUTPUT = 250 * 2**20  # bytes
TOO_SLOW = "Dit bestand kost te veel tijd om te lezen. Splits het in kleinere bestanden."
TOO_LARGE = "Dit bestand vraagt te veel geheugen. Splits het in kleinere bestanden."
REFUSED = 3  # the exit status with which the reader gives its sentence


class RefusedSheetError(Exception):
    """The file is no spreadsheet that can be read, in one Dutch sentence."""


@dataclass(frozen=True)
class SheetRow:
    """A row with something in it; ``line`` is where it starts in the file, from 1."""

    line: int
    cells: list


def read_sheet(path):
    """All rows of a csv, xlsx, ods or xls file as text; raises ``RefusedSheetError``."""
    # the reader sets its limits itself, before it opens the file: else this process, with all it holds, is copied first
    limits = [str(most) for most in (MOST_MEMORY, MOST_SECONDS, MOST_OUTPUT)]
    command = [sys.executable, "-Esm", "spreadsheets.reading", str(Path(path).resolve()), *limits]
    with TemporaryFile() as rows, TemporaryFile() as told:  # files, since a pipe would fill our own memory
        try:
            done = subprocess.run(command, cwd=PROJECT, stdout=rows, stderr=told, timeout=MOST_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            raise RefusedSheetError(TOO_SLOW) from None
        told.seek(0)
        if done.returncode == REFUSED:
            raise RefusedSheetError(told.read(1000).decode(errors="replace").strip())
        if done.returncode != 0:
            raise RefusedSheetError(TOO_SLOW if -done.returncode in (9, 24) else TOO_LARGE)
        rows.seek(0)
        return [SheetRow(*json.loads(line)) for line in rows]
