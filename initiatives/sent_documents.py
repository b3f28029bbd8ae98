"""Documents from outside: known by what is in them, whatever their name says."""

import zipfile
from io import BytesIO

from django.core.exceptions import ValidationError

from spreadsheets.zipped import UNREADABLE

from .page_head import BEGINNING, PDF

ZIP = b"PK\x03\x04"
ENTRY = b"PK\x01\x02"  # how each part of a zip file is listed
MOST_PARTS = 2_000  # counted before any list is read
LONGEST_NAME = 100  # bytes of what an OpenDocument says that it is
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
# a part that only this kind of file has, or what it says that it is
OFFICE_PARTS = {
    "word/document.xml": ".docx",
    "ppt/presentation.xml": ".pptx",
    "xl/workbook.xml": ".xlsx",
}
OPEN_KINDS = {"text": ".odt", "presentation": ".odp", "spreadsheet": ".ods"}
MACROS = ("vbaProject.bin", "Basic/script-lc.xml")
ENDINGS = [
    ".pdf",
    *OFFICE_PARTS.values(),
    *OPEN_KINDS.values(),
]
NO_DOCUMENT = (
    "Dit bestand kunnen we niet gebruiken. "
    "Kies een pdf, of een bestand van Word, PowerPoint, Excel of LibreOffice."
)
WITH_MACROS = "In dit bestand zitten macro’s. Bewaar het zonder macro’s, of als pdf."


def ending_of(file):
    """How the name of this document ends, by what is in it; raises ``ValidationError``."""
    file.seek(0)
    content = file.read()
    file.seek(0)
    if PDF in content[:BEGINNING]:
        return ".pdf"
    if not content.startswith(ZIP) or content.count(ENTRY) > MOST_PARTS:
        raise ValidationError(NO_DOCUMENT)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return ending_of_zipped(archive)
    except UNREADABLE:
        raise ValidationError(NO_DOCUMENT) from None


def ending_of_zipped(archive):
    """The same of a file of many parts, of which none is unpacked but what it says that it is."""
    parts = archive.namelist()
    if any(part.endswith(MACROS) for part in parts):
        raise ValidationError(WITH_MACROS)
    for part, ending in OFFICE_PARTS.items():
        if part in parts:
            return ending
    if "mimetype" in parts:
        with archive.open("mimetype") as mimetype:
            kind = mimetype.read(LONGEST_NAME).decode("ascii", "replace").strip()
        if kind.removeprefix(OPEN_DOCUMENT) in OPEN_KINDS:
            return OPEN_KINDS[kind.removeprefix(OPEN_DOCUMENT)]
    raise ValidationError(NO_DOCUMENT)
