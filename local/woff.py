"""Letters packed for the web (WOFF 1) → the same as TrueType, which printing wants: each table is only zipped."""

import struct
import zlib

# signature, flavour, length, number of tables, reserved, size unpacked
HEADER = struct.Struct(">4sIIHHI")
ENTRY = struct.Struct(">4sIIII")  # tag, offset, packed length, length, checksum
FIRST_ENTRY = 44  # bytes from the beginning


class NotWoffError(ValueError):
    """A file that is no WOFF 1."""


def as_truetype(packed: bytes) -> bytes:
    """The unpacked letters; ``NotWoffError`` for another kind of file."""
    signature, flavour, _, count, _, _ = HEADER.unpack_from(packed)
    if signature != b"wOFF":
        raise NotWoffError("Dit is geen bestand met letters voor het web.")
    directory = directory_head(flavour, count)
    body = b""
    body_begins = len(directory) + 16 * count
    for number in range(count):
        entry_begins = FIRST_ENTRY + ENTRY.size * number
        entry = ENTRY.unpack_from(packed, entry_begins)
        tag, offset, packed_length, length, checksum = entry
        table = packed[offset : offset + packed_length]
        if packed_length < length:
            table = zlib.decompress(table)
        directory += struct.pack(
            ">4sIII",
            tag,
            checksum,
            body_begins + len(body),
            length,
        )
        body += table + bytes(-len(table) % 4)
    return directory + body


def directory_head(flavour: int, count: int) -> bytes:
    """What a TrueType file begins with: the number of tables, and the same three times for searching by halves."""
    power = count.bit_length() - 1
    search_range = 16 * 2**power
    left = 16 * count - search_range
    return struct.pack(">IHHHH", flavour, count, search_range, power, left)
