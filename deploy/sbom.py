"""What a server runs of others, as CycloneDX: ``python deploy/sbom.py`` writes ``sbom.cdx.json`` from the locked lists.

The same lists give the same file, so there is no moment in it; ``git log`` says when it became so.
"""

import json
import re
import sys
import tomllib
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LISTS = {
    "requirements.txt": "required",
    "requirements-meaning.txt": "optional",
    "requirements-s3.txt": "optional",
}
TARGET = ROOT / "sbom.cdx.json"
LOCKED = re.compile(
    r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z,]+\])?==([^ \\;]+)(?: ; (.+?))?(?: \\)?$",
    re.MULTILINE,
)
FONTS = "node_modules/"


def sbom():
    """The whole document."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    components = [*python_components(), *font_components()]
    root = f"pkg:generic/{project['name']}@{project['version']}"
    names = [component["bom-ref"] for component in components]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, ' '.join([root, *names]))}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"license": {"id": "EUPL-1.2"}}],
            }
        },
        "components": components,
        "dependencies": [{"ref": root, "dependsOn": names}],
    }


def python_components():
    """The libraries of the server's lists; of some it depends on the system whether they are there."""
    found = {}
    for name, scope in LISTS.items():
        for library, version, condition in LOCKED.findall((ROOT / name).read_text()):
            if library not in found:
                found[library] = component("pypi", library, version, scope, condition)
    return list(found.values())


def font_components():
    """The letter types, which a server shows and a PDF holds."""
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    found = []
    for place, package in sorted(packages.items()):
        if place.startswith(FONTS):
            found.append(
                component(
                    "npm", place.removeprefix(FONTS), package["version"], "optional", ""
                )
            )
    return found


def component(kind, name, version, scope, condition):
    """One library; its ``purl`` is the name by which lists of leaks know it."""
    address = f"pkg:{kind}/{name.replace('@', '%40')}@{version}"
    entry = {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "purl": address,
        "scope": scope,
    }
    if condition:
        entry["properties"] = [{"name": "bieb-netwerk:condition", "value": condition}]
    return entry


def text():
    """What stands in the file."""
    return json.dumps(sbom(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text())
    sys.exit(0)
