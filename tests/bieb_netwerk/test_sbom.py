"""The list of what a server runs is that of the locked versions."""

import json
import runpy

from django.conf import settings

ROOT = settings.BASE_DIR


def test_the_list_is_of_today():
    made = runpy.run_path(str(ROOT / "deploy/sbom.py"))["text"]()

    assert (ROOT / "sbom.cdx.json").read_text() == made, "make lock, or: python deploy/sbom.py"


def test_every_locked_library_is_in_it():
    locked = set()
    for name in ("requirements.txt", "requirements-meaning.txt", "requirements-s3.txt"):
        for line in (ROOT / name).read_text().splitlines():
            if "==" in line:
                library, _, rest = line.partition("==")
                locked.add(f"pkg:pypi/{library.partition('[')[0]}@{rest.split()[0]}")
    listed = {component["purl"] for component in json.loads((ROOT / "sbom.cdx.json").read_text())["components"]}

    assert locked - listed == set()
    assert {purl.partition("/")[0] for purl in listed - locked} == {"pkg:npm"}
