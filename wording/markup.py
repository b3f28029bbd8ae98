"""What people write with a few signs becomes headings, lists, links and bold words; everything else stays text.

The text is escaped before anything else, so that no tag of the writer is left; the tags in the answer are those below.
A subset of Markdown: ``# kop``, ``- punt``, ``1. punt``, ``[woorden](adres)``, a bare address and
``**vet**``.
"""

import re
from dataclasses import dataclass

from django.utils.html import escape

HEADING = re.compile(r"(#{1,3}) +(.+?) *#*")
BULLET = re.compile(r"[-*] +(.+)")
NUMBERED = re.compile(r"\d{1,3}[.)] +(.+)")
# in text that is escaped already: no quote or bracket is left in it that could end an attribute
LINK = re.compile(
    r"\[(?P<words>[^\[\]]+)\]\((?P<address>[^()\s]+)\)"
    r"|(?P<bare>https?://[^\s<>()]+[^\s<>().,;:!?])"
)
SAFE_ADDRESS = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)
# no brackets: a link is never half bold
BOLD = re.compile(r"\*\*(?=\S)([^*\[\]]+?)(?<=\S)\*\*")
# quotes and brackets of tags: no address of a page has them
NOT_IN_ADDRESS = re.compile("&(quot|#x27|lt|gt);|<")


@dataclass
class MarkedBlock:
    """A heading, a list or a paragraph: its tag, and its lines, which are escaped."""

    tag: str
    lines: list[str]

    @property
    def is_list(self):
        """Whether each line is an item."""
        return self.tag in ("ul", "ol")

    @property
    def goes_on(self):
        """Whether the next line of the same kind belongs to it; a heading has one line."""
        return self.is_list or self.tag == "p"

    def as_html(self):
        """The block with its bold words and its links."""
        lines = [with_tags(line) for line in self.lines]
        if self.is_list:
            items = [f"<li>{line}</li>" for line in lines]
            content = "".join(items)
        else:
            content = "<br>".join(lines)
        return f"<{self.tag}>{content}</{self.tag}>"


def marked_up(text, first_level):
    """The text as safe HTML; ``first_level`` is that of its highest heading (2 for ``h2``), by what stands above it."""
    blocks = blocks_of(escape(text), first_level)
    return "\n".join(block.as_html() for block in blocks)


def blocks_of(text, first_level):
    """Every heading, list and paragraph, in order; an empty line ends one."""
    blocks = []
    open_block = None
    for line in text.splitlines():
        block = block_of(line.strip(), first_level)
        if block is None:
            open_block = None
        elif open_block and open_block.tag == block.tag and block.goes_on:
            open_block.lines += block.lines
        else:
            blocks.append(block)
            open_block = block
    return blocks


def block_of(line, first_level):
    """The block that a line begins; ``None`` for an empty line."""
    if not line:
        return None
    heading = HEADING.fullmatch(line)
    if heading:
        marks, words = heading.groups()
        level = first_level + len(marks) - 1
        return MarkedBlock(f"h{level}", [words])
    bullet = BULLET.fullmatch(line)
    if bullet:
        return MarkedBlock("ul", [bullet[1]])
    numbered = NUMBERED.fullmatch(line)
    if numbered:
        return MarkedBlock("ol", [numbered[1]])
    return MarkedBlock("p", [line])


def with_tags(line):
    """A line with its bold words and its links."""
    bold = BOLD.sub(r"<strong>\1</strong>", line)
    return LINK.sub(link_of, bold)


def link_of(match):
    """A link to a page or a mail address; any other address stays the text that it was."""
    address = match["bare"] or match["address"]
    words = match["bare"] or match["words"]
    if NOT_IN_ADDRESS.search(address) or not SAFE_ADDRESS.fullmatch(address):
        return match[0]
    return f'<a href="{address}">{words}</a>'


def without_marks(text):
    """The text for where nothing can be a heading or a link; an address stays behind its words."""
    lines = []
    for line in text.splitlines():
        heading = HEADING.fullmatch(line.strip())
        if heading:
            line = heading[2]
        plain = BOLD.sub(r"\1", line)
        lines.append(LINK.sub(words_and_address, plain))
    return "\n".join(lines)


def words_and_address(match):
    """A link in plain text: its words and its address, which stands there once."""
    if match["bare"] or not SAFE_ADDRESS.fullmatch(match["address"]):
        return match[0]
    words = match["words"]
    address = match["address"].removeprefix("mailto:")
    if words == address:
        return address
    return f"{words} ({address})"
