"""Starting, watching and stopping other programs, so that none outlives us."""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import selectors
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from launcher import messages
from launcher.console import Console
from launcher.state import STATE, tail_of

PR_SET_PDEATHSIG = 1
DISK_FULL_WORDS = re.compile(r"No space left on device|\bENOSPC\b|Disk quota exceeded")
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
TICK_SECONDS = 0.1


class StopRequest:
    """Remembers that SIGINT, SIGTERM or SIGHUP came. Loops ask; nothing is torn apart in the middle of a line."""

    def __init__(self) -> None:
        self.requested = False

    def listen(self) -> StopRequest:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._remember)
        return self

    def _remember(self, number: int, frame: object) -> None:
        self.requested = True

    def check(self) -> None:
        if self.requested:
            raise messages.Interrupted

    def pause(self) -> None:
        time.sleep(TICK_SECONDS)


def die_with_parent() -> None:
    """Linux ends the child when we are killed outright; elsewhere the next start clears what is left."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def spawn(
    command: list[str],
    *,
    output: int | IO[bytes],
    env: dict[str, str],
    cwd: Path,
    user: str | None = None,
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        env=env,
        cwd=cwd,
        start_new_session=True,  # Ctrl-C reaches us alone, and we stop the rest in order
        preexec_fn=die_with_parent,
        user=user,
        group=primary_group_of(user) if user else None,
        extra_groups=[] if user else None,
    )


def primary_group_of(user: str) -> int:
    import pwd

    return pwd.getpwnam(user).pw_gid


def signal_group(process: subprocess.Popen[bytes], number: int) -> None:
    try:
        os.killpg(process.pid, number)
    except (ProcessLookupError, PermissionError):
        return


@dataclass
class Child:
    """A program that should run for as long as the market does."""

    name: str
    command: list[str]
    log: Path
    env: dict[str, str]
    cwd: Path
    user: str | None = None
    stop_signal: int = signal.SIGTERM
    patience: float = 8.0
    is_foundation: bool = False  # others stand on it, so it stops after them
    leaves: Path | None = None  # a folder outside of the state folder that goes when the program has ended
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as output:
            self.process = spawn(self.command, output=output, env=self.env, cwd=self.cwd, user=self.user)

    def code(self) -> int | None:
        return self.process.poll() if self.process else None

    def ask_to_stop(self) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(self.stop_signal)

    def finish(self) -> None:
        """Wait, then insist; and leave nothing of its group behind."""
        if self.process is None:
            return
        try:
            self.process.wait(self.patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        signal_group(self.process, signal.SIGKILL)
        self.process = None
        if self.leaves is not None:
            shutil.rmtree(self.leaves, ignore_errors=True)


class Supervisor:
    """Children in starting order; stopping goes the other way round."""

    def __init__(self, stop_request: StopRequest) -> None:
        self.stop_request = stop_request
        self.children: list[Child] = []

    def start(self, child: Child) -> Child:
        self.stop_request.check()
        self.children.append(child)
        try:
            child.start()
        except OSError as error:
            reason = messages.from_os_error(error, str(STATE))
            raise reason or messages.child_died(child.name, error.errno, str(child.log), [str(error)]) from None
        return child

    def ensure_alive(self) -> None:
        for child in self.children:
            code = child.code()
            if child.process is not None and code is not None:
                last_lines = tail_of(child.log)
                if DISK_FULL_WORDS.search("\n".join(last_lines)):
                    raise messages.disk_full(str(STATE))
                raise messages.child_died(child.name, code, str(child.log), last_lines)

    def wait_for(
        self, child: Child, is_ready: Callable[[], bool], seconds: int, console: Console | None = None
    ) -> None:
        deadline = time.monotonic() + seconds
        while not is_ready():
            self.stop_request.check()
            self.ensure_alive()
            if time.monotonic() > deadline:
                raise messages.not_ready(child.name, seconds, str(child.log), tail_of(child.log))
            if console:
                console.tick(child.name)
            time.sleep(TICK_SECONDS)

    def watch(self) -> None:
        """Return when asked to stop; raise when a child ends by itself."""
        while not self.stop_request.requested:
            self.ensure_alive()
            time.sleep(TICK_SECONDS)

    def announce(self, console: Console) -> None:
        if self.children:
            console.line("중지하는 중 · Stopping …")

    def stop_all(self) -> None:
        """Services first and together, then what they stand on, one after the other, last started first."""
        servers = [child for child in self.children if not child.is_foundation]
        for child in reversed(servers):
            child.ask_to_stop()
        for child in reversed(servers):
            child.finish()
        for child in reversed([child for child in self.children if child.is_foundation]):
            child.ask_to_stop()
            child.finish()
        self.children.clear()


def run_step(
    command: list[str],
    *,
    log: Path,
    env: dict[str, str],
    cwd: Path,
    stop_request: StopRequest,
    console: Console,
    status_of: Callable[[str], str | None] = lambda line: None,
    echo: bool = False,
    user: str | None = None,
) -> int:
    """Run a program to its end with its output in `log`, showing that it is alive. Returns its exit code."""
    stop_request.check()
    log.parent.mkdir(parents=True, exist_ok=True)
    process = spawn(command, output=subprocess.PIPE, env=env, cwd=cwd, user=user)
    assert process.stdout is not None
    try:
        with log.open("wb") as record:
            for line in lines_of(process, stop_request, console, status_of):
                record.write(line)
                record.flush()
                if echo:
                    console.line(ANSI.sub("", line.decode("utf-8", "replace")).rstrip())
        return process.wait()
    finally:
        end_quickly(process)
        process.stdout.close()


def lines_of(
    process: subprocess.Popen[bytes],
    stop_request: StopRequest,
    console: Console,
    status_of: Callable[[str], str | None],
) -> Iterator[bytes]:
    """Yield the program's lines as they come; carriage returns end lines too, as progress bars use them."""
    assert process.stdout is not None
    status, waiting = "", b""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while True:
            stop_request.check()
            console.tick(status)
            if not selector.select(TICK_SECONDS):
                if process.poll() is not None:  # a grandchild may keep the pipe open
                    break
                continue
            chunk = os.read(process.stdout.fileno(), 65536)
            if not chunk:
                break
            *whole, waiting = re.split(rb"[\r\n]", waiting + chunk)
            for line in whole:
                shown = status_of(ANSI.sub("", line.decode("utf-8", "replace")).strip())
                status = status if shown is None else shown
                yield line + b"\n"
    if waiting:
        yield waiting + b"\n"


def end_quickly(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        signal_group(process, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)
    signal_group(process, signal.SIGKILL)
    process.wait()


def run_or_stop(korean: str, english: str, command: list[str], *, log: Path, **options: object) -> None:
    """`run_step`, with a failure told in one sentence and the last line of its log."""
    if run_step(command, log=log, **options) != 0:  # type: ignore[arg-type]
        last_lines = tail_of(log)
        if DISK_FULL_WORDS.search("\n".join(last_lines)):
            raise messages.disk_full(str(STATE))
        raise messages.step_failed(korean, english, str(log), last_lines[-1:])
