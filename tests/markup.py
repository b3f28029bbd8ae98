"""The text of a page without the white space that no reader sees."""

import re

AROUND_BLOCKS = re.compile(r"\s*(</?(?:article|dd|div|dl|dt|h[1-6]|li|p|section|small|td|th|tr|ul)\b[^>]*>)\s*")
BEFORE_A_TAG = re.compile(r"\s*\n\s*(?=<(?!a\b))")
AFTER_A_TAG = re.compile(r"(?<=>)(?<!</span>)\s*\n\s*")


def without_spaces(html):
    """HTML with single spaces: none around the tags of blocks, nor where a template broke its line at a tag.

    Before a link, and after a ``span``, such a break is a space that one reads.
    """
    html = BEFORE_A_TAG.sub("", html)
    html = AFTER_A_TAG.sub("", html)
    return AROUND_BLOCKS.sub(r"\1", " ".join(html.split()))


def squeezed(response):
    """The same of a page."""
    return without_spaces(response.content.decode())
