"""A mail server for tests: takes every mail and keeps its text."""

import socketserver
import threading
from contextlib import contextmanager, suppress


class _Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        with suppress(ConnectionError):  # who sends was killed
            self._talk()

    def _talk(self):
        self._say("220 klaar")
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb == "DATA":
                self._say("354 ga door")
                self.server.received.append(self._text())
                self._say("250 aangenomen")
            elif verb == "QUIT":
                self._say("221 dag")
                return
            else:
                self._say("250 goed")

    def _text(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise ConnectionError("De rest van de mail kwam niet.")
            lines.append(line)
        return b"".join(lines).decode()

    def _say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def mail_server(port):
    """Listens on this port; gives the list that mails are added to."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", port), _Conversation) as server:
        server.received = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.received
        server.shutdown()
