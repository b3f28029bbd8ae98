"""Keys of ``age``, where that program is."""

import shutil
import subprocess

import pytest

needs_age = pytest.mark.skipif(
    not shutil.which("age"), reason="age, which is optional, is not on this machine; CI installs it"
)


def new_key(path):
    """Make a secret key in this file, and give the public one."""
    subprocess.run(["age-keygen", "-o", path], check=True, capture_output=True)
    return subprocess.run(["age-keygen", "-y", path], check=True, capture_output=True, text=True).stdout.strip()
