"""QR codes, as a drawing for pages and as a picture for mail."""

from io import BytesIO

import segno
from django.utils.safestring import mark_safe


def qr_svg(text, *, is_file=False):
    """An ``<svg>`` element for in a page, or one that stands on its own as a file."""
    code = segno.make(text, error="m")
    drawing = code.svg_inline(
        scale=5,
        border=4,
        svgclass="qr",
        lineclass=None,
        omitsize=True,
    )
    if is_file:
        drawing = drawing.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return mark_safe(drawing)  # noqa: S308 drawn here, holds only a path


def qr_png(text):
    """The bytes of a black and white PNG picture."""
    picture = BytesIO()
    segno.make(text, error="m").save(
        picture,
        kind="png",
        scale=6,
        border=4,
    )
    return picture.getvalue()
