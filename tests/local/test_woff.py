"""Letters packed for the web → TrueType: the same tables, unpacked."""

import struct
import zlib

import pytest

from local.woff import NotWoffError, as_truetype

TABLES = {b"cmap": b"c" * 101, b"glyf": bytes(range(7)), b"name": b"n" * 64}
TRUETYPE = 0x00010000


def packed(tables):
    """A WOFF 1 file of these tables, those zipped that become smaller."""
    entries, body = b"", b""
    for tag, table in tables.items():
        zipped = min(zlib.compress(table), table, key=len)
        entries += struct.pack(">4sIIII", tag, 44 + 20 * len(tables) + len(body), len(zipped), len(table), 7)
        body += zipped
    header = struct.pack(">4sIIHHI", b"wOFF", TRUETYPE, 0, len(tables), 0, 0)
    return header + bytes(24) + entries + body


def unpacked(letters):
    """{tag: table} of a TrueType file."""
    flavour, count, *rest = struct.unpack_from(">IHHHH", letters)
    assert (flavour, rest) == (TRUETYPE, [32, 1, 16])
    entries = [struct.unpack_from(">4sIII", letters, 12 + 16 * number) for number in range(count)]
    assert [(checksum, offset % 4) for _, checksum, offset, _ in entries] == [(7, 0)] * count
    return {tag: letters[offset : offset + length] for tag, _, offset, length in entries}


def test_every_table_is_the_same():
    assert unpacked(as_truetype(packed(TABLES))) == TABLES


def test_another_kind_of_file_is_refused():
    with pytest.raises(NotWoffError):
        as_truetype(b"wOF2" + bytes(60))
