"""Children are watched, and none is left behind, however it behaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from launcher.console import Console
from launcher.messages import Interrupted, Stop
from launcher.process import Child, StopRequest, Supervisor, run_or_stop, run_step
from launcher_project import Project

STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(600)"
)
PARENT = (
    "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', sys.argv[2], sys.argv[1]]); time.sleep(600)"
)
NOTING = """
import signal, sys, time
def leave(number, frame):
    with open(sys.argv[2], "a") as notes:
        notes.write(sys.argv[3] + "\\n")
    sys.exit(0)
signal.signal(signal.SIGTERM, leave)
print("up", flush=True)
time.sleep(600)
"""


@pytest.fixture
def token() -> Iterator[str]:
    """A word on the command line of everything a test starts, so that what is left can be found, and ended."""
    word = f"ieum-test-{uuid.uuid4().hex}"
    yield word
    for process in processes_with(word):
        process.kill()


def processes_with(word: str) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter(["cmdline", "status"]):
        if word in (process.info["cmdline"] or []) and process.info["status"] != psutil.STATUS_ZOMBIE:
            found.append(process)
    return found


def child(tmp_path: Path, name: str, *arguments: str, **options: object) -> Child:
    command = [sys.executable, "-c", *arguments]
    return Child(name, command, tmp_path / f"{name}.log", dict(os.environ), tmp_path, **options)  # type: ignore[arg-type]


def says(child: Child, word: str) -> bool:
    return word in child.log.read_text(encoding="utf-8")


def test_clean_stop_leaves_no_process(tmp_path: Path, token: str) -> None:
    supervisor = Supervisor(StopRequest())
    stubborn = supervisor.start(child(tmp_path, "stubborn", STUBBORN, token, patience=0.2))
    supervisor.start(child(tmp_path, "parent", PARENT, token, STUBBORN, patience=5))
    supervisor.wait_for(stubborn, lambda: says(stubborn, "up"), 20)
    supervisor.wait_for(stubborn, lambda: len(processes_with(token)) == 3, 20)
    supervisor.stop_all()
    assert processes_with(token) == []


def test_foundations_stop_last(tmp_path: Path, token: str) -> None:
    supervisor, notes = Supervisor(StopRequest()), tmp_path / "notes"
    for name, foundation in (("database", True), ("redis", True), ("api", False)):
        one = child(tmp_path, name, NOTING, token, str(notes), name, is_foundation=foundation)
        supervisor.start(one)
        supervisor.wait_for(one, lambda one=one: says(one, "up"), 20)  # type: ignore[misc]
    supervisor.stop_all()
    assert notes.read_text(encoding="utf-8").split() == ["api", "redis", "database"]


def test_dead_child_is_named_with_its_last_lines(tmp_path: Path, token: str) -> None:
    supervisor = Supervisor(StopRequest())
    supervisor.start(child(tmp_path, "healthy", STUBBORN, token, patience=0.2))
    supervisor.start(child(tmp_path, "sick", "print('the reason'); raise SystemExit(7)", token))
    with pytest.raises(Stop) as stop:
        supervisor.watch()
    supervisor.stop_all()
    assert "sick" in stop.value.english
    assert "code 7" in stop.value.english
    assert "the reason" in stop.value.details
    assert processes_with(token) == []


def test_child_that_died_of_a_full_disk(tmp_path: Path) -> None:
    supervisor = Supervisor(StopRequest())
    full = Child(
        "writer", ["/bin/sh", "-c", "cat /etc/passwd > /dev/full"], tmp_path / "writer.log", dict(os.environ), tmp_path
    )
    supervisor.start(full)
    with pytest.raises(Stop) as stop:
        supervisor.watch()
    assert "is full" in stop.value.english


def test_program_that_is_missing_is_named(tmp_path: Path) -> None:
    missing = Child("ghost", [str(tmp_path / "nothing")], tmp_path / "ghost.log", dict(os.environ), tmp_path)
    with pytest.raises(Stop) as stop:
        Supervisor(StopRequest()).start(missing)
    assert "ghost" in stop.value.english


def test_full_disk_in_a_step_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stop:
        run_or_stop("쓰기", "writing", ["/bin/sh", "-c", "cat /etc/passwd > /dev/full"], **step_options(tmp_path))
    assert "is full" in stop.value.english


def test_failing_step_is_told_with_its_last_line(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stop:
        run_or_stop("쓰기", "writing", ["/bin/sh", "-c", "echo first; echo why; exit 3"], **step_options(tmp_path))
    assert "“writing” failed" in stop.value.english
    assert stop.value.details == ["why"]


def test_asked_to_stop_before_a_step(tmp_path: Path) -> None:
    options = step_options(tmp_path)
    options["stop_request"].requested = True  # type: ignore[attr-defined]
    with pytest.raises(Interrupted):
        run_step(["/bin/true"], **options)  # type: ignore[arg-type]
    assert not (tmp_path / "step.log").exists()


def step_options(tmp_path: Path) -> dict[str, object]:
    return {
        "log": tmp_path / "step.log",
        "env": dict(os.environ),
        "cwd": tmp_path,
        "stop_request": StopRequest(),
        "console": Console(),
    }


INTERRUPTED_STEP = """
import os, sys
from pathlib import Path
from launcher.console import Console
from launcher.entry import guarded
from launcher.process import StopRequest, run_step
stop_request, console = StopRequest().listen(), Console()
def work():
    folder = Path(sys.argv[1])
    command = [sys.executable, "-c", "import time; print('up', flush=True); time.sleep(600)", sys.argv[2]]
    return run_step(command, log=folder / "step.log", env=dict(os.environ), cwd=folder,
                    stop_request=stop_request, console=console, echo=True)
sys.exit(guarded(work, console))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_in_the_middle_of_a_step(project: Project, tmp_path: Path, token: str, number: int) -> None:
    command = [sys.executable, "-c", INTERRUPTED_STEP, str(tmp_path), token]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=project.environment(), cwd=tmp_path
    ) as launcher:
        assert launcher.stdout is not None
        assert launcher.stderr is not None
        assert any(line.strip() == "up" for line in iter(launcher.stdout.readline, ""))
        launcher.send_signal(number)
        assert launcher.wait(30) == 130
        assert "Stopped" in launcher.stdout.read()
        assert launcher.stderr.read() == ""
    assert processes_with(token) == []


def test_children_of_a_killed_launcher_end_too(project: Project, tmp_path: Path, token: str) -> None:
    if sys.platform != "linux":
        pytest.fail("Only Linux ends children with their parent; run this test there.")
    command = [sys.executable, "-c", INTERRUPTED_STEP, str(tmp_path), token]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=project.environment(), cwd=tmp_path
    ) as launcher:
        assert launcher.stdout is not None
        assert any(line.strip() == "up" for line in iter(launcher.stdout.readline, ""))
        started = [process for process in processes_with(token) if process.pid != launcher.pid]
        assert len(started) == 1
        launcher.kill()
        launcher.wait()
        psutil.wait_procs(started, timeout=30)
    assert processes_with(token) == []
