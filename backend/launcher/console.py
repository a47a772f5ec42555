"""What the person at the terminal sees: numbered steps, seconds, a spinner where the terminal can show one."""

from __future__ import annotations

import shutil
import sys
import time
import unicodedata
from typing import TextIO

from launcher.messages import Stop

SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
QUIET_SECONDS = 10.0  # without a terminal, a long step says that it is alive this often


def width_of(text: str) -> int:
    """Columns a text takes: Korean letters are two columns wide."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def cut_to(text: str, columns: int) -> str:
    while text and width_of(text) > columns:
        text = text[:-1]
    return text


class Console:
    """Prints steps. One step is open at a time."""

    def __init__(self, total: int = 0, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stdout
        reconfigure = getattr(self.stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace", line_buffering=True)
        self.live = self.stream.isatty()
        self.total = total
        self.number = 0
        self.title = ""
        self.began = self.last_shown = time.monotonic()
        self.frame = 0

    def line(self, text: str = "") -> None:
        self.erase()
        print(text, file=self.stream, flush=True)

    def erase(self) -> None:
        if self.live:
            self.stream.write("\r\033[K")

    def step(self, korean: str, english: str) -> None:
        self.number += 1
        self.title = f"{korean} · {english}"
        self.began = self.last_shown = time.monotonic()
        if not self.live:
            self.line(f"{self.prefix()} {self.title}")
        self.tick()

    def prefix(self) -> str:
        return f"[{self.number}/{self.total}]" if self.total else f"[{self.number}]"

    def seconds(self) -> float:
        return time.monotonic() - self.began

    def tick(self, status: str = "") -> None:
        """Show that the open step is alive. Cheap enough to be called many times a second."""
        if self.live:
            self.frame += 1
            wheel = SPINNER[self.frame % len(SPINNER)]
            text = f"{wheel} {self.prefix()} {self.title}  {self.seconds():.0f} s  {status}"
            self.erase()
            self.stream.write(cut_to(text, shutil.get_terminal_size().columns - 1))
            self.stream.flush()
        elif time.monotonic() - self.last_shown >= QUIET_SECONDS:
            self.last_shown = time.monotonic()
            self.line(f"      … {self.seconds():.0f} s  {status}".rstrip())

    def done(self, note: str = "") -> None:
        mark = "✓" if self.live else "      ✓"
        title = f"{self.prefix()} {self.title}  " if self.live else ""
        self.line(f"{mark} {title}{self.seconds():.1f} s{'  ' + note if note else ''}")

    def failed(self) -> None:
        if self.live:
            self.line(f"✗ {self.prefix()} {self.title}  {self.seconds():.1f} s")

    def stop(self, stop: Stop) -> None:
        """The one sentence in which everything bad ends."""
        self.erase()
        for detail in stop.details:
            print(f"    | {detail}", file=sys.stderr)
        print(f"✗ {stop.korean}\n  {stop.english}", file=sys.stderr, flush=True)
