"""What can be wrong with a machine ends in one sentence, before anything is installed."""

from __future__ import annotations

import socket

import pytest

from launcher.state import Lock
from launcher_project import Project, assert_one_sentence


@pytest.mark.parametrize("variable", ["IEUM_API_PORT", "IEUM_STOREFRONT_PORT"])
def test_busy_port_is_named(project: Project, variable: str) -> None:
    with socket.socket() as taken, socket.socket() as other:
        for each in (taken, other):
            each.bind(("127.0.0.1", 0))
        taken.listen()
        free = str(other.getsockname()[1])
        other.close()
        busy = str(taken.getsockname()[1])
        ports = {"IEUM_API_PORT": free, "IEUM_STOREFRONT_PORT": free, variable: busy}
        assert_one_sentence(project.bootstrap("run", **ports), f"Port {busy} is in use")
    assert not (project.state / "venv").exists()


@pytest.mark.parametrize("value", ["abc", "0", "70000", "-1"])
def test_impossible_port_is_named(project: Project, value: str) -> None:
    assert_one_sentence(project.bootstrap("run", IEUM_API_PORT=value), f"IEUM_API_PORT is {value!r}")


def test_second_run_names_the_first(project: Project) -> None:
    project.state.mkdir()
    first = Lock(project.state / "run.lock")
    assert first.take()
    try:
        assert_one_sentence(project.bootstrap("run"), "The market is running from this folder already")
    finally:
        first.release()


def test_lock_of_a_dead_process_does_not_count(project: Project) -> None:
    project.state.mkdir()
    (project.state / "run.lock").write_text("999999", encoding="ascii")
    lock = Lock(project.state / "run.lock")
    assert lock.take()
    lock.release()


def test_state_folder_that_cannot_be_made(project: Project) -> None:
    project.state.write_text("a file where the folder should be", encoding="ascii")
    assert_one_sentence(project.bootstrap("run"), "cannot be written to")


def test_too_little_space(project: Project) -> None:
    code = "import sys; from launcher import state, entry; state.FIRST_SETUP_MB = 10**12; sys.exit(entry.main(['run']))"
    assert_one_sentence(project.python(code), "are needed in")


def test_disk_full_while_writing(project: Project) -> None:
    code = """
import sys
from launcher.console import Console
from launcher.entry import guarded
def work():
    with open("/dev/full", "w") as full:
        full.write("x")
    return 0
sys.exit(guarded(work, Console()))
"""
    assert_one_sentence(project.python(code), "is full")


def test_unforeseen_error_goes_into_a_log(project: Project) -> None:
    code = """
import sys
from launcher.console import Console
from launcher.entry import guarded
sys.exit(guarded(lambda: {}["missing"], Console()))
"""
    assert_one_sentence(project.python(code), "unforeseen (KeyError)")
    assert "Traceback" in (project.state / "logs" / "launcher.log").read_text(encoding="utf-8")


def test_clean_refuses_while_the_market_runs(project: Project) -> None:
    project.state.mkdir()
    lock = Lock(project.state / "run.lock")
    assert lock.take()
    assert_one_sentence(project.bootstrap("clean"), "already")
    lock.release()
    assert project.bootstrap("clean").returncode == 0
    assert not project.state.exists()
