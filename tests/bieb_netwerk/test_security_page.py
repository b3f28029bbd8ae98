"""``docs/security.md`` has every chapter and requirement of the standard, and what it leans on is there."""

import re

from django.conf import settings

ROOT = settings.BASE_DIR
PAGE = (ROOT / "docs/security.md").read_text()
PATH = re.compile(r"`([a-z_]+(?:/[a-z_.]+)*\.(?:py|conf|json|toml))`")


# chapter: of each of its sections, how many requirements there are at levels 1 and 2, which are numbered from 1
REQUIREMENTS = {
    1: [2, 9, 11, 3, 2],
    2: [3, 3, 4, 1],
    3: [0, 2, 4, 6, 5, 0, 2],
    4: [3, 1, 2, 4],
    5: [1, 3, 2, 3],
    6: [3, 12, 4, 4, 5, 3, 0, 4],
    7: [3, 4, 2, 5, 2, 2],
    8: [2, 3, 1, 1],
    9: [3, 4],
    11: [2, 3, 3, 4, 1, 1],
    12: [3, 2, 4],
    13: [1, 5, 2, 5],
    14: [2, 4, 3],
    15: [3, 3, 7],
    16: [1, 5, 4, 3, 3],
}
FIRST_COLUMN = re.compile(r"^\| ([\d., ]+) \|", re.MULTILINE)


def test_every_requirement_stands_there_once():
    asked = []
    for chapter, counts in REQUIREMENTS.items():
        for section, count in enumerate(counts, start=1):
            asked += [f"{chapter}.{section}.{number}" for number in range(1, count + 1)]

    told = [number for row in FIRST_COLUMN.findall(PAGE) for number in row.split(", ")]

    assert sorted(told) == sorted(asked)


def test_every_chapter_is_there():
    chapters = re.findall(r"^## V(\d+) ", PAGE, re.MULTILINE)

    assert chapters == [str(number) for number in range(1, 18)]


def test_what_it_names_is_there():
    missing = []
    for path in PATH.findall(PAGE):
        if not (ROOT / path).exists() and not (ROOT / "tests" / path).exists():
            missing.append(path)

    assert missing == []
