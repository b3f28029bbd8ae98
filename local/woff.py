"""Letters packed for the web (WOFF 1) → the same as TrueType, which printing wants: each table is only zipped."""

import struct
import zlib
from typing import NamedTuple

HEADER = struct.Struct(">4sIIHHI")
ENTRY = struct.Struct(">4sIIII")
TRUETYPE_ENTRY = struct.Struct(">4sIII")
FIRST_ENTRY = 44  # bytes from the beginning
ROUNDED_TO = 4  # bytes: where the next table may begin


class WoffHeader(NamedTuple):
    """What a file says of itself, in the order in which it does."""

    signature: bytes
    flavour: int
    length: int
    count_of_tables: int
    reserved: int
    unpacked_length: int


class TableEntry(NamedTuple):
    """What a file says of one of its tables, in that order."""

    tag: bytes
    offset: int
    packed_length: int
    length: int
    checksum: int


class NotWoffError(ValueError):
    """A file that is no WOFF 1."""


def as_truetype(packed: bytes) -> bytes:
    """The unpacked letters; ``NotWoffError`` for another kind of file."""
    header = WoffHeader(*HEADER.unpack_from(packed))
    if header.signature != b"wOFF":
        raise NotWoffError("Dit is geen bestand met letters voor het web.")
    count = header.count_of_tables
    directory = directory_head(header.flavour, count)
    body = b""
    body_begins = len(directory) + TRUETYPE_ENTRY.size * count
    for number in range(count):
        entry = entry_at(packed, number)
        table = table_of(packed, entry)
        directory += TRUETYPE_ENTRY.pack(
            entry.tag,
            entry.checksum,
            body_begins + len(body),
            entry.length,
        )
        padding = bytes(-len(table) % ROUNDED_TO)
        body += table + padding
    return directory + body


def entry_at(packed: bytes, number: int) -> TableEntry:
    """What the file says of the table with this number, from 0."""
    begins = FIRST_ENTRY + ENTRY.size * number
    return TableEntry(*ENTRY.unpack_from(packed, begins))


def table_of(packed: bytes, entry: TableEntry) -> bytes:
    """A table, unpacked where it is smaller in the file than it is."""
    ends = entry.offset + entry.packed_length
    table = packed[entry.offset : ends]
    if entry.packed_length < entry.length:
        return zlib.decompress(table)
    return table


def directory_head(flavour: int, count: int) -> bytes:
    """What a TrueType file begins with: the number of tables, and the same three times for searching by halves."""
    power = count.bit_length() - 1
    search_range = 16 * 2**power
    left = 16 * count - search_range
    return struct.pack(
        ">IHHHH",
        flavour,
        count,
        search_range,
        power,
        left,
    )
