"""The text of a web page from its bytes; needs no Django."""

import re

CHARSET = re.compile(rb"charset=[\"']?([\w-]{1,40})", re.IGNORECASE)


def decoded(raw):
    """The text of these bytes, in the encoding that the page names or else the usual one."""
    named = CHARSET.search(raw[:2000])
    for encoding in ([named[1].decode()] if named else []) + ["utf-8", "cp1252"]:
        try:
            return raw.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("latin-1")
