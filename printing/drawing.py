"""A drawing from outside (SVG) → a picture of dots: only shapes and colours are let through.

What is not on the list is refused rather than taken out, so that nobody prints half a logo; remarks of drawing programs
are taken out.
"""

import re
from xml.etree.ElementTree import Element, ParseError, tostring

import typst
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

SVG = "{http://www.w3.org/2000/svg}"
# letters would need their font
SHAPES = {
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
}
COLOURS = {"defs", "linearGradient", "radialGradient", "stop", "clipPath"}
REMARKS = {"title", "desc", "metadata"}
MOST_ELEMENTS = 3000
DEEPEST = 40  # elements inside one another
PAGE = b"""#set page(width: 240pt, height: 72pt, margin: 0pt, fill: none)
#image("drawing.svg", width: 100%, height: 100%, fit: "contain")
"""
DOTS_PER_INCH = 240


class UnsafeDrawingError(ValueError):
    """A drawing that we do not take; says why, in Dutch."""


def drawn(drawing: bytes) -> bytes:
    """The bytes of a PNG of at most 800 by 240 dots; raises ``UnsafeDrawingError``."""
    root = read(drawing)
    check_size(root)
    take_out_remarks(root)
    for element in root.iter():
        check(element)
    for clip in root.iter(f"{SVG}clipPath"):
        check_clip(clip)
    try:
        files = {
            "main": PAGE,
            "drawing.svg": tostring(root),
        }
        return typst.compile(files, format="png", ppi=DOTS_PER_INCH)  # type: ignore[call-overload]  # files by name too
    except typst.TypstError as error:
        raise UnsafeDrawingError(
            "Deze tekening kunnen we niet lezen. Bewaar haar als PNG."
        ) from error


def read(drawing: bytes) -> Element:
    """The drawing as a tree, without anything that a document type could bring."""
    try:
        root = fromstring(
            drawing,
            forbid_dtd=False,
            forbid_entities=True,
            forbid_external=True,
        )
    except (
        ParseError,
        DefusedXmlException,
        ValueError,
        RecursionError,
        LookupError,
    ) as error:
        raise UnsafeDrawingError(
            "Deze tekening kunnen we niet lezen. Bewaar haar als PNG."
        ) from error
    if root.tag != f"{SVG}svg":
        raise UnsafeDrawingError("Dit is geen SVG-tekening.")
    return root


def check_size(root: Element) -> None:
    """Refuse what takes too long to draw, or has so much inside one another that a program may fall over it."""
    level = [root]
    count = 0
    depth = 0
    while level:
        count += len(level)
        depth += 1
        if count > MOST_ELEMENTS or depth > DEEPEST:
            raise UnsafeDrawingError(
                "Deze tekening heeft te veel onderdelen. Bewaar haar als PNG."
            )
        below = []
        for element in level:
            below += list(element)
        level = below


def take_out_remarks(root: Element) -> None:
    """Take out what drawing programs note for themselves, and what only says what it is."""
    for parent in list(root.iter()):
        for child in list(parent):
            is_ours = isinstance(child.tag, str) and child.tag.startswith(SVG)
            if not is_ours or child.tag.removeprefix(SVG) in REMARKS:
                parent.remove(child)


def check(element: Element) -> None:
    """Refuse an element that is no shape or colour, or that asks for something outside the drawing."""
    name = element.tag.removeprefix(SVG)
    if name not in SHAPES | COLOURS:
        raise UnsafeDrawingError(
            f"In deze tekening staat iets wat we niet aannemen: {name[:30]}. Bewaar haar als PNG."
        )
    for attribute, value in element.attrib.items():
        local = attribute.rpartition("}")[2].lower()
        text = re.sub(r"[\s'\"]", "", value.lower())
        asks_elsewhere = local in ("href", "src") and not text.startswith("#")
        if (
            asks_elsewhere
            or local.startswith("on")
            or "url(" in text.replace("url(#", "")
        ):
            raise UnsafeDrawingError(
                "Deze tekening verwijst naar iets buiten zichzelf. Bewaar haar als PNG."
            )
        if "dasharray" in local + text:  # a million dashes would take minutes
            raise UnsafeDrawingError(
                "In deze tekening staan stippellijnen. Bewaar haar als PNG."
            )


def check_clip(clip: Element) -> None:
    """Refuse an edge that has edges itself: thirty of those, each with two of the next, are never drawn."""
    for element in clip.iter():
        if "clip-path" in element.attrib or "clip-path" in element.get("style", ""):
            raise UnsafeDrawingError(
                "Deze tekening is te ingewikkeld. Bewaar haar als PNG."
            )
