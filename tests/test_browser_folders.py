"""``make browser`` reads the folders that it names, and no other."""

import re

from bench.style import ROOT

FOLDER_OF_THE_BROWSER = "tests/e2e"  # whose conftest gives every test the mark
MARKED = re.compile(r"^(@|pytestmark = .*)pytest\.mark\.browser", re.MULTILINE)


def test_every_test_of_the_browser_is_in_a_folder_that_is_read():
    [named] = re.findall(r"-m browser ([a-z0-9/ ]+) -n", (ROOT / "Makefile").read_text())
    folders = named.split()

    assert FOLDER_OF_THE_BROWSER in folders
    left_out = []
    for path in sorted(ROOT.glob("tests/**/test_*.py")):
        place = str(path.relative_to(ROOT))
        is_read = place.startswith(tuple(f"{folder}/" for folder in folders))
        if MARKED.search(path.read_text()) and not is_read:
            left_out.append(place)
    assert left_out == []
