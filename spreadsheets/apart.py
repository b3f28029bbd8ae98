"""A reader in a process of its own, with limits: whatever a file from outside does, the site goes on.

Nothing here needs Django. A reader is a module that calls ``serve``; the site calls ``read_apart``.
"""

import json
import logging
import resource
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

PROJECT = Path(__file__).parent.parent
REFUSED = 3  # the exit status with which a reader gives its sentence
KILLED_FOR_TIME = (9, 24)  # signals
LONGEST_SENTENCE = 1000  # bytes
PATIENCE = 8  # times its processor time, by the clock: others want the processor too


class RefusedByReaderError(Exception):
    """The file cannot be read, in one Dutch sentence."""


class FullOutputError(Exception):
    """The reader wrote as much as it may."""


@dataclass(frozen=True)
class Limits:
    """What a reader may take, and the sentences for when that is not enough."""

    memory: int  # bytes of address space
    seconds: int  # of the processor
    output: int  # bytes
    too_slow: str
    too_large: str


def read_apart(
    module: str,
    path: str | Path,
    limits: Limits,
    *choices: int,
) -> list[Any]:
    """What this reader makes of a file: a list of what stands on each of its lines, which are JSON.

    ``choices`` are what else its ``main`` is told.
    """
    command = command_of(module, path, limits, choices)
    # files, since a pipe would fill our own memory
    with TemporaryFile() as lines, TemporaryFile() as complaints:
        try:
            process = subprocess.run(
                command,
                cwd=PROJECT,
                env={},  # which holds the secrets of the site, and a file may get hold of its reader
                stdout=lines,
                stderr=complaints,
                timeout=PATIENCE * limits.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise RefusedByReaderError(limits.too_slow) from None
        check_status(process.returncode, complaints, limits)
        lines.seek(0)
        return [json.loads(line) for line in lines]


def command_of(
    module: str,
    path: str | Path,
    limits: Limits,
    choices: Iterable[int],
) -> list[str]:
    """How this reader is begun.

    It sets its limits itself, before it opens the file: else this process, with all it holds, is copied first.
    """
    arguments = [
        Path(path).resolve(),
        limits.memory,
        limits.seconds,
        limits.output,
        *choices,
    ]
    return [
        sys.executable,
        "-Esm",
        module,
        *map(str, arguments),
    ]


def check_status(
    status: int,
    complaints: IO[bytes],
    limits: Limits,
) -> None:
    """Raise ``RefusedByReaderError`` for how the process of a reader ended; nothing when it went well."""
    if status == REFUSED:
        complaints.seek(0)
        sentence = complaints.read(LONGEST_SENTENCE).decode(errors="replace")
        raise RefusedByReaderError(sentence.strip())
    if -status in KILLED_FOR_TIME:
        raise RefusedByReaderError(limits.too_slow)
    if status != 0:
        raise RefusedByReaderError(limits.too_large)


def serve(
    main: Callable[..., None],
    refusal: type[Exception],
    too_large: str,
) -> None:
    """Be the reader: take no more than the limits on the command line, read the file, or give the sentence."""
    warnings.simplefilter("ignore")
    logging.disable()  # what libraries have to say is no sentence for a reader
    _, path, memory, seconds, output, *choices = sys.argv
    limit(resource.RLIMIT_AS, int(memory))
    limit(resource.RLIMIT_CPU, int(seconds))
    limit(resource.RLIMIT_FSIZE, int(output))
    try:
        main(path, *choices)
    except refusal as error:
        sys.stderr.write(str(error))
        sys.exit(REFUSED)
    except (MemoryError, FullOutputError):
        sys.stderr.write(too_large)
        sys.exit(REFUSED)


def limit(kind: int, most: int) -> None:
    """Let this process take no more of one kind of thing."""
    resource.setrlimit(kind, (most, most))


def give(line: object) -> None:
    """Write a line for the site."""
    text = json.dumps(line, ensure_ascii=True)
    try:
        sys.stdout.write(text + "\n")
    except OSError as error:
        raise FullOutputError from error
