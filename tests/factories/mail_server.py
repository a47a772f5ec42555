"""Mail servers for tests: one of a few lines that takes, refuses or hangs up, and backends whose worker dies."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.mail.backends.locmem import EmailBackend


class DiesBeforeHandingOver(EmailBackend):
    def open(self) -> None:
        raise SystemExit("killed")


class DiesAfterHandingOver(EmailBackend):
    def send_messages(self, messages: Any) -> int:
        super().send_messages(messages)
        raise SystemExit("killed")


class _Talk(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self._say("220 test")
        while line := self.rfile.readline().decode().strip():
            verb = line.split(" ", 1)[0].upper()
            if verb == "QUIT":
                self._say("221 bye")
                return
            if verb == "RCPT":
                self._say(self.server.rcpt)
            elif verb == "DATA":
                self._say("354 go on")
                content = self._content()
                if self.server.hangs_up:
                    return  # having heard it all, without a word
                if self.server.data.startswith("2"):
                    self.server.taken.append(content)
                self._say(self.server.data)
            else:
                self._say("250 fine")

    def _content(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        return b"".join(lines)

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.taken: list[bytes] = []
        self.rcpt, self.data, self.hangs_up = "250 fine", "250 taken", False

    @property
    def port(self) -> int:
        return int(self.server_address[1])


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A running server; ended with the test."""
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
