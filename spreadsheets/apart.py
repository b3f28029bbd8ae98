"""A reader in a process of its own, with limits: whatever a file from outside does, the site goes on.

Nothing here needs Django. A reader is a module that calls ``serve``; the site calls ``read_apart``.
"""

import json
import logging
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

PROJECT = Path(__file__).parent.parent
REFUSED = 3  # the exit status with which a reader gives its sentence
KILLED_FOR_TIME = (9, 24)  # signals


class RefusedByReaderError(Exception):
    """The file cannot be read, in one Dutch sentence."""


@dataclass(frozen=True)
class Limits:
    """What a reader may take, and the sentences for when that is not enough."""

    memory: int  # bytes of address space
    seconds: int
    output: int  # bytes
    too_slow: str
    too_large: str


def read_apart(module, path, limits):
    """What this reader makes of a file: a list of what stands on each of its lines, which are JSON."""
    # the reader sets its limits itself, before it opens the file: else this process, with all it holds, is copied first
    most = [str(each) for each in (limits.memory, limits.seconds, limits.output)]
    command = [sys.executable, "-Esm", module, str(Path(path).resolve()), *most]
    with TemporaryFile() as lines, TemporaryFile() as told:  # files, since a pipe would fill our own memory
        try:
            done = subprocess.run(command, cwd=PROJECT, stdout=lines, stderr=told, timeout=limits.seconds, check=False)
        except subprocess.TimeoutExpired:
            raise RefusedByReaderError(limits.too_slow) from None
        told.seek(0)
        if done.returncode == REFUSED:
            raise RefusedByReaderError(told.read(1000).decode(errors="replace").strip())
        if -done.returncode in KILLED_FOR_TIME:
            raise RefusedByReaderError(limits.too_slow)
        if done.returncode != 0:
            raise RefusedByReaderError(limits.too_large)
        lines.seek(0)
        return [json.loads(line) for line in lines]


def serve(main, refusal, too_large):
    """Be the reader: take no more than the limits on the command line, read the file, or give the sentence."""
    logging.disable()  # what libraries have to say is no sentence for a reader
    path, *limits = sys.argv[1:]
    memory, seconds, output = map(int, limits)
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, output),
    ):
        resource.setrlimit(kind, (most, most))
    try:
        main(path)
    except refusal as error:
        sys.stderr.write(str(error))
        sys.exit(REFUSED)
    except MemoryError:
        sys.stderr.write(too_large)
        sys.exit(REFUSED)


def give(line):
    """Write a line for the site."""
    sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")
