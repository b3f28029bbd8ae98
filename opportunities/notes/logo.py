"""The logo of a library: any picture that is one, written anew as a small PNG, so that nothing hides in it."""

from io import BytesIO

from django.core.exceptions import ValidationError
from PIL import Image, ImageOps

from initiatives.photos import MOST_PIXELS, UNREADABLE
from printing.drawing import UnsafeDrawingError, drawn

FORMATS = ("PNG", "JPEG")
MOST_BYTES = 2 * 2**20
MOST_BYTES_DRAWN = 300 * 2**10  # of a drawing, of which every letter costs work
LARGEST = (800, 240)  # pixels: 11 mm high on paper, sharp
NO_PICTURE = "Dit is geen plaatje dat we kunnen lezen. Gebruik PNG, JPEG of SVG."
TOO_LARGE = "Dit logo is te groot: hooguit 2 MB, en een SVG hooguit 300 kB."


def logo_from(file) -> bytes:
    """The bytes of a PNG; raises ``ValidationError`` with what is wrong."""
    if file.size > MOST_BYTES:
        raise ValidationError(TOO_LARGE)
    content = file.read()
    if looks_drawn(content):
        if len(content) > MOST_BYTES_DRAWN:
            raise ValidationError(TOO_LARGE)
        try:
            content = drawn(content)
        except UnsafeDrawingError as error:
            raise ValidationError(str(error)) from error
    return rewritten(content)


def looks_drawn(content: bytes) -> bool:
    """Whether it is text that begins as XML does."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
        (b"<?xml", b"<svg", b"<!--", b"<!DOCTYPE svg")
    )


def rewritten(content: bytes) -> bytes:
    """The same picture as a new PNG without empty edges, of at most 800 by 240 dots."""
    try:
        picture: Image.Image = Image.open(
            BytesIO(content),
            formats=FORMATS,
        )
        if picture.width * picture.height > MOST_PIXELS:
            raise ValidationError(
                "Dit logo is te groot: hooguit 25 miljoen beeldpunten."
            )
        picture = ImageOps.exif_transpose(picture).convert("RGBA")
    except UNREADABLE as error:
        raise ValidationError(NO_PICTURE) from error
    shown = picture.getchannel("A").getbbox()
    if shown is None:
        raise ValidationError("Dit logo is helemaal doorzichtig: er is niets te zien.")
    picture = picture.crop(shown)
    picture.info.clear()
    picture.thumbnail(LARGEST)
    new = BytesIO()
    picture.save(new, "PNG", optimize=True)
    return new.getvalue()
