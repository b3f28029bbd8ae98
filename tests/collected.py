"""The stylesheets, scripts and drawings as ``collectstatic`` leaves them, collected once for all sites of the tests."""

import fcntl
import hashlib
import shutil
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.test import override_settings

from bieb_netwerk import settings as settings_of_site
from local.embedded_database import var_folder


def collected_in(folder):
    """Have a copy in ``static`` of this folder, where a site looks that keeps everything there."""
    parent = var_folder() / "tests"
    parent.mkdir(parents=True, exist_ok=True)
    kept = parent / f"static-{_fingerprint()}"
    with open(parent / "static.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # released when the file is closed
        if not kept.exists():
            _collect_anew(kept)
        shutil.copytree(kept, folder / "static")


def _collect_anew(kept):
    """Forget what was collected of earlier files, and collect today's under another name until all is there."""
    for earlier in kept.parent.glob("static-*"):
        shutil.rmtree(earlier)
    attempt = kept.with_name("static-new")
    with override_settings(STATIC_ROOT=attempt, STORAGES=settings_of_site.STORAGES):
        call_command("collectstatic", interactive=False, verbosity=0)
    attempt.rename(kept)


def _fingerprint():
    """Of every file, and of the way they are collected."""
    digest = hashlib.sha256(str(settings_of_site.STORAGES).encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(path.encode() + Path(storage.path(path)).read_bytes())
    return digest.hexdigest()[:12]
