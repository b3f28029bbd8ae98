"""One request: who asks what, in pieces that can be left out one by one, and told so that it can be repeated."""

from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote_to_bytes

from .values import encoded

HOST = "localhost"
TOKEN = "A" * 32  # for forms; a browser sends it as a cookie too
URLENCODED = "application/x-www-form-urlencoded"
BOUNDARY = "rand-van-een-deel"
OWN_NAMES = {"Content-Type": "CONTENT_TYPE", "Content-Length": "CONTENT_LENGTH"}
MOST_SHOWN = 2_000  # characters of a body


@dataclass(frozen=True)
class Body:
    """What is sent along: parts, of which each can be left out."""

    content_type: str
    parts: tuple = ()
    before: bytes = b""
    between: bytes = b""
    after: bytes = b""

    def __bytes__(self):
        return self.before + self.between.join(self.parts) + self.after


@dataclass(frozen=True)
class Question:
    """One request. ``path`` and the pieces of ``query`` are as they are on the line: encoded, rightly or not."""

    visitor: str
    method: str
    path: str
    query: tuple = ()
    headers: tuple = ()  # of (name, value)
    body: Body | None = None

    def environ(self, cookies):
        """The same for a WSGI application, as gunicorn would say it."""
        body = bytes(self.body) if self.body else b""
        return self._of_server(body) | {
            "REQUEST_METHOD": self.method,
            "PATH_INFO": unquote_to_bytes(self.path).decode("latin-1"),
            "QUERY_STRING": "&".join(self.query),
            "RAW_URI": self.address,
            "HTTP_HOST": HOST,
            "HTTP_ORIGIN": f"https://{HOST}",
            "HTTP_COOKIE": "; ".join(
                f"{name}={value}" for name, value in cookies.items()
            ),
            "CONTENT_TYPE": self.body.content_type if self.body else "",
            "CONTENT_LENGTH": str(len(body)),
            **{_variable(name): value for name, value in self.headers},
        }

    @property
    def address(self):
        return self.path + ("?" + "&".join(self.query) if self.query else "")

    @property
    def asks_for_a_fragment(self):
        """Whether a script of ours asks, which puts the answer in a page that is there already."""
        names = {name for name, _ in self.headers}
        return bool(names & {"HX-Request", "X-Requested-With"})

    def told(self):
        """Lines with which it can be asked again; ASCII only, for any terminal."""
        lines = [f"{self.method!a} {self.address} (bezoeker: {self.visitor})"]
        lines += [f"    {name}: {value!a}" for name, value in self.headers]
        if self.body:
            lines.append(f"    Content-Type: {self.body.content_type!a}")
            lines.append(f"    {bytes(self.body)[:MOST_SHOWN]!r}")
        return "\n".join(lines)

    @staticmethod
    def _of_server(body):
        return {
            "SCRIPT_NAME": "",
            "SERVER_NAME": HOST,
            "SERVER_PORT": "443",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "192.0.2.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "https",
            "wsgi.input": BytesIO(body),
            "wsgi.errors": None,
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }


def urlencoded(pairs):
    """The body of a form without files; of a file only the name comes along, as from a browser."""
    parts = [
        f"{encoded(name)}={encoded(_text(value))}".encode() for name, value in pairs
    ]
    return Body(URLENCODED, tuple(parts), between=b"&")


def in_parts(pairs):
    """The body of a form with files, which are (name, kind, content)."""
    border = b"--" + BOUNDARY.encode()
    parts = [_part(name, value) for name, value in pairs]
    between = border + b"\r\n"
    before = between if parts else b""
    return Body(
        f"multipart/form-data; boundary={BOUNDARY}",
        tuple(parts),
        before,
        between,
        border + b"--\r\n",
    )


def _part(name, value):
    head = b'Content-Disposition: form-data; name="%s"' % _bytes(name)
    if not isinstance(value, tuple):
        return head + b"\r\n\r\n" + _bytes(value) + b"\r\n"
    file_name, kind, content = value
    return head + b'; filename="%s"\r\nContent-Type: %s\r\n\r\n%s\r\n' % (
        _bytes(file_name),
        _bytes(kind),
        content,
    )


def _text(value):
    return value[0] if isinstance(value, tuple) else value


def _bytes(text):
    return text.encode(errors="surrogatepass")


def _variable(name):
    return OWN_NAMES.get(name) or "HTTP_" + name.upper().replace("-", "_")
