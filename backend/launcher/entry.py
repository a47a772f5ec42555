"""What `make` calls. Runs on the system's Python: checks the machine, makes the environment, becomes the launcher."""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from launcher import messages, state
from launcher.console import Console
from launcher.environment import EnvironmentBuilder, is_complete
from launcher.process import StopRequest

LOCK_VARIABLE = "IEUM_LAUNCHER_LOCK"
# Which commands exist, which lock file each needs, and what keeps two of a kind apart.
COMMANDS = {
    "run": ("run", "run.lock", "이음이", "The market is running"),
    "seed": ("run", "seed.lock", "자료 넣기가", "Seeding is running"),
    "manage": ("run", None, "", ""),
    "test": ("test", "test.lock", "시험이", "The tests are running"),
    "lint": ("test", None, "", ""),
    "types": ("test", None, "", ""),
    "backend-test": ("test", "test.lock", "시험이", "The tests are running"),
    "storefront-check": ("run", None, "", ""),
    "bench": ("test", "bench.lock", "성능 측정이", "The benches are running"),
}

STEPS = {"run": 8, "test": 17}


def main(arguments: list[str]) -> int:
    if arguments == ["clean"]:
        return guarded(clean, Console())
    if not arguments or arguments[0] not in COMMANDS:
        print("usage: bootstrap.py clean|" + "|".join(COMMANDS), file=sys.stderr)
        return 2
    return guarded(lambda: prepare_and_hand_over(arguments), Console())


def guarded(work: Callable[[], int], console: Console) -> int:
    """Every way to end: one sentence, never a trace. What we did not foresee goes whole into a log."""
    try:
        return work()
    except messages.Stop as stop:
        console.stop(stop)
        return 1
    except messages.Interrupted:
        console.line("중지했습니다 · Stopped")
        return 130
    except OSError as error:
        known = messages.from_os_error(error, str(state.STATE))
        console.stop(known or unforeseen(error))
        return 1
    except Exception as error:
        console.stop(unforeseen(error))
        return 1


def unforeseen(error: Exception) -> messages.Stop:
    log = state.LOGS / "launcher.log"
    try:
        state.LOGS.mkdir(parents=True, exist_ok=True)
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        pass
    return messages.Stop(
        f"뜻밖의 문제로 멈췄습니다({type(error).__name__}). 자세한 기록: {log}",
        f"Stopped by something unforeseen ({type(error).__name__}); details are in {log}.",
    )


def prepare_and_hand_over(arguments: list[str]) -> int:
    command = arguments[0]
    purpose, lock_name, korean, english = COMMANDS[command]
    stop_request = StopRequest().listen()
    state.folder_ready(state.STATE)
    state.folder_ready(state.LOGS)
    state.ensure_space(state.STATE, state.LATER_SETUP_MB if is_complete(purpose) else state.FIRST_SETUP_MB)
    lock = take_lock(state.STATE / lock_name, korean, english) if lock_name else None
    if command == "run":
        ensure_ports_free()
    if not is_complete(purpose) or command in ("run", "test"):
        install(purpose, Console(total=STEPS.get(command, 0)), stop_request)
    become_launcher(arguments, lock)
    return 0


def clean() -> int:
    """Remove everything made on this machine, unless something still uses it."""
    if not state.STATE.exists():
        return 0
    kinds = {name: (korean, english) for _, name, korean, english in COMMANDS.values() if name}
    held = [take_lock(state.STATE / name, *words) for name, words in kinds.items()]
    shutil.rmtree(state.STATE)
    for made in (state.STOREFRONT / "node_modules", state.STOREFRONT / "build", state.STOREFRONT / ".react-router"):
        if made.is_symlink():
            made.unlink()
        elif made.is_dir():
            shutil.rmtree(made)
    for lock in held:
        lock.release()
    return 0


def take_lock(path: Path, korean: str, english: str) -> state.Lock:
    lock = state.Lock(path)
    if not lock.take():
        raise messages.already_running(korean, english, lock.holder())
    return lock


def ensure_ports_free() -> None:
    host = os.environ.get("IEUM_HOST", "127.0.0.1")
    state.ensure_port_free(state.port_from("IEUM_API_PORT", 8000), "IEUM_API_PORT", host)
    state.ensure_port_free(state.port_from("IEUM_STOREFRONT_PORT", 3000), "IEUM_STOREFRONT_PORT", host)


def install(purpose: str, console: Console, stop_request: StopRequest) -> None:
    """One installer at a time: a test run beside a first `make run` waits for it."""
    lock = state.Lock(state.STATE / "setup.lock")
    while not lock.take():
        stop_request.check()
        console.title = "다른 설치가 끝나기를 기다립니다 · waiting for another set-up"
        console.tick()
        stop_request.pause()
    try:
        EnvironmentBuilder(console, stop_request).ensure(purpose)
    finally:
        lock.release()


def become_launcher(arguments: list[str], lock: state.Lock | None) -> None:
    environment = dict(os.environ)
    environment["PYTHONPATH"] = str(state.BACKEND)
    environment["PYTHONUNBUFFERED"] = "1"
    if lock is not None:
        environment[LOCK_VARIABLE] = str(lock.hand_over())
    os.execve(state.PYTHON, [str(state.PYTHON), "-m", "launcher", *arguments], environment)
