"""Texts of people → what can stand on paper, and a sheet with its data → the bytes of a PDF."""

import json
import re

import typst
from django.conf import settings
from django.utils import timezone

from spreadsheets.formulas import UNSEEN
from wording.breaking import unbroken

NARROW = 20  # letters on a badge
PIECE = re.compile(r"\S{10}")
# would turn the rest of the line around
TURNING = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
BREAK_HERE = "\u200b"  # a place without width at which a line may end
# our own letters, where the build step fetched them
FONTS = settings.BASE_DIR / "static" / "vendor" / "print"


def plain_line(text, longest=NARROW):
    """A text without signs that nobody sees, in which a word of more than ``longest`` letters can be broken."""
    visible = UNSEEN.sub(" ", str(text))
    straight = TURNING.sub("", visible)
    words = []
    for word in straight.split():
        if len(word) >= longest:
            word = PIECE.sub(rf"\g<0>{BREAK_HERE}", word)
        words.append(word)
    return unbroken(" ".join(words))


def printed(sheet, data, files=None):
    """The bytes of the PDF of a sheet (a ``Path``) that reads ``data.json``; tagged, so that it can be read aloud.

    ``files`` are the drawings beside it: {name: an SVG}; the compiler takes only text.
    """
    everything = {
        "main": sheet.read_bytes(),
        "data.json": json.dumps(data).encode(),
    }
    everything.update(files or {})
    now = timezone.now().replace(microsecond=0)
    options = {"format": "pdf", "timestamp": now}
    if FONTS.is_dir():
        options["font_paths"] = [str(FONTS)]
    try:
        return typst.compile(
            everything,
            pdf_standards=["ua-1"],
            **options,
        )
    except typst.TypstError:  # a letter that none of the fonts has: a box on paper, and no reason to print nothing
        return typst.compile(everything, **options)
