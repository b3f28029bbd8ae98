"""A request as it comes in, piece by piece, until it is whole."""

import re
from tempfile import SpooledTemporaryFile

from django.conf import settings

from .uploads import largest_body, largest_body_of_anybody

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
        """Whether all of it came."""
        return self.expected is not None and self.size >= self.expected

    @property
    def holds_more(self):
        """Whether the next request came along with it."""
        return self.size > self.expected

    def add(self, data):
        """Keep this; whether the visitor waits for a word from us before the body comes."""
        self.file.write(data)
        self.size += len(data)
        if self.expected is not None:
            return False
        self.read_head(data)
        still_comes = self.expected is not None and not self.is_whole
        return still_comes and bool(WAITS_FOR_LEAVE.search(self.head))

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

    def read_head(self, data):
        """Take in the beginning of a request, and find out how much comes behind it."""
        searched = max(0, len(self.head) - len(END_OF_HEAD))
        self.head += data
        end = self.head.find(END_OF_HEAD, searched)
        if end >= 0:
            del self.head[end + len(END_OF_HEAD) :]
            self.expected = len(self.head) + self.length_of_body()
        elif len(self.head) > LONGEST_HEAD:
            self.expected = self.size
            self.is_cut_off = True

    def length_of_body(self):
        """How many bytes come behind the head; none of a body that is too large or of unknown length."""
        size = 0
        length = LENGTH.search(self.head)
        if length:
            size = int(length[1])
        is_in_chunks = bool(IN_CHUNKS.search(self.head))
        self.is_cut_off = is_in_chunks or size > self.largest_body()
        if self.is_cut_off:
            return 0
        return size

    def largest_body(self):
        """How many bytes are waited for: without the cookie of a session nobody is logged in."""
        cookie = re.escape(settings.SESSION_COOKIE_NAME.encode())
        if re.search(
            rb"\r\ncookie:[^\r\n]*\b" + cookie + b"=",
            self.head,
            re.IGNORECASE,
        ):
            return largest_body(self.path())
        return largest_body_of_anybody(self.path())

    def path(self):
        """The address that is asked for; an empty text where the head is nonsense."""
        words = self.head.split(b" ", 2)
        if len(words) < 2:
            return ""
        return words[1].decode("latin-1")
