"""What people write with a few signs becomes headings, lists, links and bold words; everything else stays text.

The text is escaped before anything else, so that no tag of the writer is left; the tags in the answer are those below.
A subset of Markdown: ``# kop``, ``- punt``, ``1. punt``, ``[woorden](adres)``, a bare address and
``**vet**``.
"""

import re

from django.utils.html import escape

HEADING = re.compile(r"(#{1,3}) +(.+?) *#*")
BULLET = re.compile(r"[-*] +(.+)")
NUMBERED = re.compile(r"\d{1,3}[.)] +(.+)")
# in text that is escaped already: no quote or bracket is left in it that could end an attribute
LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)|(https?://[^\s<>()]+[^\s<>().,;:!?])")
SAFE_ADDRESS = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)
# no brackets: a link is never half bold
BOLD = re.compile(r"\*\*(?=\S)([^*\[\]]+?)(?<=\S)\*\*")
# quotes and brackets of tags: no address of a page has them
NOT_IN_ADDRESS = re.compile("&(quot|#x27|lt|gt);|<")


def marked_up(text, first_level):
    """The text as safe HTML; ``first_level`` is that of its highest heading (2 for ``h2``), by what stands above it."""
    blocks = []
    for kind, lines in blocks_of(escape(text), first_level):
        blocks.append(html_of(kind, lines))
    return "\n".join(blocks)


def blocks_of(text, first_level):
    """(tag, lines) of every heading, list and paragraph, in order."""
    blocks = []
    open_tag = ""
    for line in text.splitlines():
        tag, words = kind_of(
            line.strip(),
            first_level,
        )
        if not words:
            open_tag = ""
            continue
        if tag == open_tag and tag in ("p", "ul", "ol"):
            _, lines = blocks[-1]
            lines.append(words)
        else:
            blocks.append((tag, [words]))
        open_tag = tag
    return blocks


def kind_of(line, first_level):
    """The tag that a line asks for, and the words that go in it."""
    heading = HEADING.fullmatch(line)
    if heading:
        level = first_level + len(heading[1]) - 1
        return f"h{level}", heading[2]
    bullet = BULLET.fullmatch(line)
    if bullet:
        return "ul", bullet[1]
    numbered = NUMBERED.fullmatch(line)
    if numbered:
        return "ol", numbered[1]
    return "p", line


def html_of(tag, lines):
    """One block; ``lines`` are escaped."""
    bold = [BOLD.sub(r"<strong>\1</strong>", line) for line in lines]
    linked = [LINK.sub(link_of, line) for line in bold]
    if tag in ("ul", "ol"):
        items = "".join(f"<li>{line}</li>" for line in linked)
        return f"<{tag}>{items}</{tag}>"
    content = "<br>".join(linked)
    return f"<{tag}>{content}</{tag}>"


def link_of(match):
    """A link to a page or a mail address; any other address stays the text that it was."""
    words, address, bare = match.groups()
    if bare:
        words = bare
        address = words
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
    words, address, bare = match.groups()
    if bare or not SAFE_ADDRESS.fullmatch(address):
        return match[0]
    address = address.removeprefix("mailto:")
    if words == address:
        return address
    return f"{words} ({address})"
