"""The ladder of imports that the linter checks is that of README, and leaves no room out."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_IN_THE_SITE = {"tests", "bench"}
TOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
LINTED = TOOLS["importlinter"]


def ladder():
    """The steps that the linter keeps, each with its rooms."""
    [contract] = LINTED["contracts"]
    return [sorted(step.split(" | ")) for step in contract["layers"]]


def rooms():
    """Every folder of the site with code in it."""
    return {folder.parent.name for folder in ROOT.glob("*/__init__.py")} - NOT_IN_THE_SITE


def test_every_room_is_on_the_ladder():

    on_a_step = [room for step in ladder() for room in step]

    assert sorted(on_a_step) == sorted(rooms())
    assert sorted(LINTED["root_packages"]) == sorted(rooms())


def test_every_room_is_counted_by_coverage():
    assert sorted(TOOLS["coverage"]["run"]["source_pkgs"]) == sorted(rooms())


def test_readme_tells_the_same_ladder():
    readme = (ROOT / "README.md").read_text()
    told = re.search(r"do not know each other:\n(.+?)\. `make lint`", readme, re.DOTALL)[1]

    steps = [sorted(re.findall(r"`(\w+)`", step)) for step in told.split("→")]

    assert steps == ladder()


def test_every_room_is_on_the_map_of_readme():
    readme = (ROOT / "README.md").read_text()

    assert [room for room in sorted(rooms()) if f"| `{room}/` |" not in readme] == []
