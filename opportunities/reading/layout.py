"""How the text of a document is written down: ``[bladzijde 12]`` begins a page, ``# `` a heading.

Every other line is a paragraph. A curator may paste a text and write these in. Nothing here needs Django.
"""

import re
from dataclasses import dataclass

PAGE = re.compile(r"\[bladzijde ([0-9]{1,4})\]", re.IGNORECASE)
HEADING = "# "


@dataclass(frozen=True)
class Block:
    """A paragraph, with the page and the heading that it stands under, as far as they are known."""

    page: int | None
    heading: str
    text: str


def page_mark(number: int) -> str:
    """The line with which a page begins."""
    return f"[bladzijde {number}]"


def cut(text: str) -> list[Block]:
    """The paragraphs of a text as ``Block``s, in order."""
    page = None
    heading = ""
    blocks = []
    for line in text.splitlines():
        line = line.strip()
        begun = PAGE.fullmatch(line)
        if begun:
            page = int(begun[1])
        elif line.startswith(HEADING):
            heading = line.removeprefix(HEADING).strip()
        elif line:
            blocks.append(Block(page, heading, line))
    return blocks
