"""``docs/security.md`` has every chapter of the standard, and what it leans on is there."""

import re

from django.conf import settings

ROOT = settings.BASE_DIR
PAGE = (ROOT / "docs/security.md").read_text()
PATH = re.compile(r"`([a-z_]+(?:/[a-z_.]+)*\.(?:py|conf|json|toml))`")


def test_every_chapter_is_there():
    chapters = re.findall(r"^## V(\d+) ", PAGE, re.MULTILINE)

    assert chapters == [str(number) for number in range(1, 18)]


def test_what_it_names_is_there():
    missing = []
    for path in PATH.findall(PAGE):
        if not (ROOT / path).exists() and not (ROOT / "tests" / path).exists():
            missing.append(path)

    assert missing == []
