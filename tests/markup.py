"""The text of a page without the white space that no reader sees."""

import re

AROUND_BLOCKS = re.compile(r"\s*(</?(?:article|dd|div|dl|dt|h[1-6]|li|p|section|small|td|th|tr|ul)\b[^>]*>)\s*")
BREAKS_AROUND_TAGS = re.compile(r"\s*\n\s*(?=<(?!a\b))|(?<=>)\s*\n\s*")


def without_spaces(html):
    """HTML with single spaces, and none around the tags of blocks: a template may break its lines anywhere."""
    return AROUND_BLOCKS.sub(r"\1", " ".join(html.split()))


def squeezed(response):
    """The same of a page."""
    return without_spaces(response.content.decode())


def without_line_breaks(response):
    """The page with single spaces, and none where a template only broke its lines around a tag."""
    page = BREAKS_AROUND_TAGS.sub("", response.content.decode())
    return " ".join(page.split())
