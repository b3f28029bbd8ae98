"""Text that a spreadsheet program would run as a formula, made harmless."""

STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text):
    """The same text with an apostrophe before it where a spreadsheet program would see a formula."""
    text = str(text)
    return f"'{text}" if text.startswith(STARTS) else text
