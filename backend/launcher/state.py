"""The one folder that holds everything made on this machine, and who may use it at a time."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import socket
from pathlib import Path

from launcher import messages

PROJECT = Path(__file__).resolve().parents[2]
BACKEND = PROJECT / "backend"
STOREFRONT = PROJECT / "storefront"
STATE = PROJECT / ".ieum"
LOGS = STATE / "logs"
VENV = STATE / "venv"
PYTHON = VENV / "bin" / "python"
FIRST_SETUP_MB = 3000
LATER_SETUP_MB = 300


def folder_ready(folder: Path) -> Path:
    """Make a folder, or say in one sentence why that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".write-probe"
        probe.write_text("ieum", encoding="ascii")
        probe.unlink()
    except OSError as error:
        raise messages.from_os_error(error, str(folder)) or messages.folder_unwritable(str(folder)) from None
    return folder


def ensure_space(folder: Path, needed_mb: int) -> None:
    free_mb = shutil.disk_usage(folder).free // (1024 * 1024)
    if free_mb < needed_mb:
        raise messages.disk_small(str(folder), needed_mb, free_mb)


def port_from(variable: str, default: int) -> int:
    value = os.environ.get(variable, "").strip() or str(default)
    if not value.isdecimal() or not 1 <= int(value) <= 65535:
        raise messages.port_invalid(value, variable)
    return int(value)


def ensure_port_free(port: int, variable: str, host: str = "127.0.0.1") -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise messages.port_busy(port, variable) from None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Lock:
    """A lock the operating system lets go of when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.handle: int | None = None

    def take(self) -> bool:
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return False
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        self.handle = handle
        return True

    def holder(self) -> str:
        return self.path.read_text(encoding="ascii").strip() or "?"

    def release(self) -> None:
        if self.handle is not None:
            os.close(self.handle)
            self.handle = None

    def hand_over(self) -> int:
        """Keep the lock through exec; the next program adopts the number."""
        assert self.handle is not None
        os.set_inheritable(self.handle, True)
        return self.handle

    @classmethod
    def adopt(cls, path: Path, handle: int) -> Lock:
        lock = cls(path)
        lock.handle = handle
        os.set_inheritable(handle, False)
        return lock


def digest_of(paths: list[Path], extra: str = "") -> str:
    """One hash over the names and contents of files."""
    total = hashlib.sha256(extra.encode())
    for path in paths:
        total.update(str(path).encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def note_read(path: Path) -> dict[str, str]:
    """A small note left by an earlier step. An unreadable one counts as absent, so the step is done again."""
    try:
        note = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


def note_text(note: dict[str, str]) -> str:
    return json.dumps(note, indent=1, sort_keys=True) + "\n"


def note_write(path: Path, note: dict[str, str]) -> None:
    """Written whole or not at all, so that a power cut leaves no half note."""
    draft = path.with_name(path.name + ".new")
    draft.write_text(note_text(note), encoding="utf-8")
    draft.replace(path)


def tail_of(log: Path, count: int = 12) -> list[str]:
    try:
        text = log.read_bytes()[-8000:].decode("utf-8", "replace")
    except OSError:
        return []
    return [line.rstrip() for line in text.splitlines() if line.strip()][-count:]
