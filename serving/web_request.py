"""A request as it comes in, piece by piece, until it is whole."""

import re
from tempfile import SpooledTemporaryFile

from .uploads import largest_body

IN_MEMORY = 512 * 1024  # bytes of one request; more waits in a file
LONGEST_HEAD = 64 * 1024  # bytes; who says more before asking anything is hung up on
END_OF_HEAD = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r\n", re.IGNORECASE)
IN_CHUNKS = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
WAITS_FOR_LEAVE = re.compile(rb"\r\nexpect:[ \t]*100-continue[ \t]*\r\n", re.IGNORECASE)


class Request:
    """What came of one request so far; gunicorn's parser reads it as if it were a socket."""

    def __init__(self):
        self.head = bytearray()
        self.expected = None  # bytes, head and body; not known before the head is there
        self.is_cut_off = False  # its body is left where it is: a page refuses it
        self.size = 0
        self.file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 see close

    @property
    def is_whole(self):
        return self.expected is not None and self.size >= self.expected

    @property
    def holds_more(self):
        return self.size > self.expected

    def add(self, data):
        """Keep this; whether the visitor waits for a word from us before the body comes."""
        self.file.write(data)
        self.size += len(data)
        if self.expected is None:
            self._read_head(data)
            return self.expected is not None and not self.is_whole and bool(WAITS_FOR_LEAVE.search(self.head))
        return False

    def rewind(self):
        """Let ``recv`` begin at the beginning."""
        self.file.seek(0)

    def recv(self, size):
        """Read on, as from a socket; never waits."""
        return self.file.read(size)

    def rest(self):
        """What came after this request: how the next one begins."""
        self.file.seek(self.expected)
        return self.file.read()

    def close(self):
        """Forget what came."""
        self.file.close()

    def _read_head(self, data):
        searched = max(0, len(self.head) - len(END_OF_HEAD))
        self.head += data
        end = self.head.find(END_OF_HEAD, searched)
        if end >= 0:
            del self.head[end + len(END_OF_HEAD) :]
            self.expected = len(self.head) + self._length_of_body()
        elif len(self.head) > LONGEST_HEAD:
            self.expected = self.size
            self.is_cut_off = True

    def _length_of_body(self):
        length = LENGTH.search(self.head)
        size = int(length[1]) if length else 0
        path = (self.head.split(b" ", 2) + [b""])[1].decode("latin-1")  # absent where a head is nonsense
        self.is_cut_off = size > largest_body(path) or bool(IN_CHUNKS.search(self.head))
        return 0 if self.is_cut_off else size
