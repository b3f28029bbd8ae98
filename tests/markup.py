"""The text of a page without the white space that no reader sees."""

import re

AROUND_BLOCKS = re.compile(r"\s*(</?(?:article|dd|div|dl|dt|h[1-6]|li|p|section|small|td|th|tr|ul)\b[^>]*>)\s*")


def without_spaces(html):
    """HTML with single spaces, and none around the tags of blocks: a template may break its lines anywhere."""
    return AROUND_BLOCKS.sub(r"\1", " ".join(html.split()))


def squeezed(response):
    """The same of a page."""
    return without_spaces(response.content.decode())
