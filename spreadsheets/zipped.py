"""What is in a zip file: xlsx or ods; runs in the process of reading.py and needs no Django."""

import zipfile

from .refusing import LOCKED, MOST_UNPACKED, NO_SPREADSHEET, NoSpreadsheetError
from .sheets import KindOfFile

# what Python says of a zip file that is broken; the third of one that is packed in a way it does not know
UNREADABLE = (zipfile.BadZipFile, ValueError, NotImplementedError, OSError)
MOST_PARTS = 1_000
LONGEST_MANIFEST = 1_000_000  # bytes that are looked at
ODS_MANIFEST = "META-INF/manifest.xml"


def kind_of_zipped(path: str) -> KindOfFile:
    """The module that reads it."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            is_encrypted = has_password(archive)
    except UNREADABLE:
        raise NoSpreadsheetError(
            "Dit bestand is beschadigd: het is niet uit te pakken."
        ) from None
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED:
        raise NoSpreadsheetError(
            "Dit bestand is uitgepakt te groot. Splits het in kleinere bestanden."
        )
    if is_encrypted:
        raise NoSpreadsheetError(LOCKED)
    names = {part.filename for part in parts}
    if "xl/workbook.xml" in names:
        from . import xlsx_files

        return xlsx_files
    if "content.xml" in names:
        from . import ods_files

        return ods_files
    raise NoSpreadsheetError(NO_SPREADSHEET)


def has_password(archive: zipfile.ZipFile) -> bool:
    """Whether LibreOffice kept the content under a password."""
    if ODS_MANIFEST not in archive.namelist():
        return False
    with archive.open(ODS_MANIFEST) as manifest:
        return b"encryption-data" in manifest.read(LONGEST_MANIFEST)
