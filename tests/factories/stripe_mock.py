"""Stripe's own mock, which knows Stripe's description of its API: built once with Go where Go is at hand.

A test file that needs it is left out of the collection elsewhere (see tests/contract/conftest.py), because nothing may be skipped.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from stripe_emulator.testing import free_port

MODULE = "github.com/stripe/stripe-mock@v0.203.0"
BUILD_SECONDS = 300
READY_SECONDS = 30


def folder() -> Path:
    return Path(os.environ.get("IEUM_STATE_DIR", ".ieum")).resolve() / "stripe-mock"


def program() -> Path | None:
    """The built program, or None without Go or without a way to its modules. One builds; others wait for it."""
    place = folder()
    built = place / MODULE.rpartition("@")[2] / "stripe-mock"
    if built.exists():
        return built
    if shutil.which("go") is None:
        return None
    place.mkdir(parents=True, exist_ok=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            build(built.parent)
    return built if built.exists() else None


def build(target: Path) -> None:
    env = {**os.environ, "GOBIN": str(target), "GOFLAGS": "-mod=mod"}
    with (folder() / "build.log").open("wb") as log:
        command = ["go", "install", MODULE]
        try:
            subprocess.run(command, env=env, stdout=log, stderr=log, check=False, timeout=BUILD_SECONDS)
        except subprocess.TimeoutExpired:
            log.write(b"took too long\n")


@contextmanager
def running() -> Iterator[str]:
    """Its address, until the block ends."""
    found = program()
    assert found is not None
    url = f"http://127.0.0.1:{free_port()}"
    with (folder() / "mock.log").open("wb") as log:
        process = subprocess.Popen([str(found), "-http-port", url.rpartition(":")[2]], stdout=log, stderr=log)
    try:
        wait_until_it_answers(url, process)
        yield url
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="session")
def stripe_mock() -> Iterator[str]:
    """The mock's address: ``base_addresses={"api": stripe_mock}``."""
    with running() as url:
        yield url


def wait_until_it_answers(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while True:
        try:
            httpx.get(url, trust_env=False, timeout=1)
        except httpx.HTTPError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
