"""The text of a page without the white space that no reader sees."""

import re

AROUND_BLOCKS = re.compile(r"\s*(</?(?:article|dd|div|dl|dt|h[1-6]|li|p|section|small|ul)\b[^>]*>)\s*")


def squeezed(response):
    """The page with single spaces, and none around the tags of blocks: a template may break its lines anywhere."""
    return AROUND_BLOCKS.sub(r"\1", " ".join(response.content.decode().split()))
