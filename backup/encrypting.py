"""Keeping a back-up for the eyes of one key, by the program ``age``; a file that was cut off is no longer readable."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from .programs import BackupError

HEAD = b"age-encryption.org/"
SUFFIX = ".age"


def check_key(key: str) -> None:
    """Refuse a key with which nothing can be encrypted, before an hour of work went into a file."""
    tried = subprocess.run(
        [age(), "--recipient", key],
        input=b"",
        capture_output=True,
        check=False,
    )
    if tried.returncode:
        raise BackupError(
            f"Met de sleutel {key} kan niet versleuteld worden: {said(tried.stderr)}"
        )


@contextmanager
def encrypted(
    path: Path,
    key: str,
) -> Iterator[IO[bytes]]:
    """A stream of which ``path`` gets the encrypted bytes."""
    command = [
        age(),
        "--encrypt",
        "--recipient",
        key,
        "--output",
        str(path),
    ]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin  # noqa: S101 for who checks types
        assert process.stderr  # noqa: S101
        with suppress(BrokenPipeError):
            # age stopped before it read everything: its words and outcome follow below
            yield process.stdin
            process.stdin.close()
        reason = said(process.stderr.read())
    if process.returncode:
        raise BackupError(f"Versleutelen lukte niet: {reason}")


def is_encrypted(path: Path) -> bool:
    """Whether somebody needs a key to read this file."""
    with open(path, "rb") as file:
        return file.read(len(HEAD)) == HEAD


def decrypt(
    path: Path,
    target: Path,
    identity: Path | None,
) -> None:
    """Write what is in the file to ``target``, with the secret key in the file ``identity``."""
    if identity is None:
        raise BackupError(
            "Deze back-up is versleuteld. Zeg met --geheim in welk bestand de geheime sleutel staat."
        )
    command = [
        age(),
        "--decrypt",
        "--identity",
        str(identity),
        "--output",
        str(target),
        str(path),
    ]
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise BackupError(f"De back-up kan niet gelezen worden: {said(done.stderr)}")


def age() -> str:
    """Where the program is."""
    program = shutil.which("age")
    if program is None:
        raise BackupError(
            "Het programma age ontbreekt, en zonder kan niets versleuteld worden. Doe: apt install age"
        )
    return program


def said(output: bytes) -> str:
    """What the program said first."""
    lines = output.decode(errors="replace").strip().splitlines()
    if not lines:
        return "age zegt niet waarom"
    return lines[0]
