"""Photos from outside: only real pictures, and without what a camera hides in them."""

import struct
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from PIL import Image, ImageOps

from .file_sizes import check_size

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 25_000_000
# what Pillow raises on damaged files, found by damaging some
UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    EOFError,
    struct.error,
    Image.DecompressionBombError,
)
LONGEST_NAME = 80  # characters, without what kind of file it is
LONGEST_SIDE = 2000  # pixels; wider than any place on the site


def check_photo(file: File) -> None:
    """Refuse what is no JPEG, PNG or WebP, has more than 25 million pixels, or is too large a file."""
    check_size(file)
    open_photo(file)
    file.seek(0)


def rewrite_photo(file: File) -> ContentFile:
    """The same picture as a new JPEG file of at most 2000 pixels wide, without place or camera data."""
    picture = open_photo(file).convert("RGB")
    picture.info.clear()
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    rewritten = BytesIO()
    picture.save(
        rewritten,
        "JPEG",
        quality=85,
        optimize=True,
    )
    name, *_ = file.name.rsplit(".", 1)
    return ContentFile(
        rewritten.getvalue(),
        name=f"{name[:LONGEST_NAME]}.jpg",
    )


def open_photo(file: File) -> Image.Image:
    """The picture, upright; refused before its pixels are read when there are too many."""
    try:
        file.seek(0)
        picture = Image.open(file, formats=FORMATS)
        if picture.width * picture.height <= MOST_PIXELS:
            return ImageOps.exif_transpose(picture)
    except UNREADABLE as error:
        raise ValidationError(
            "Dit is geen foto die we kunnen lezen. Gebruik JPEG, PNG of WebP."
        ) from error
    raise ValidationError("Deze foto is te groot: hooguit 25 miljoen beeldpunten.")
