"""Servers for a measurement: our API without and with its answer cache, and the floor; two workers each, one at a time on the road."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

BACKEND = Path(__file__).resolve().parents[2] / "backend"
TESTS = Path(__file__).resolve().parents[1]
WORKERS = 2
SETTINGS = {"DJANGO_SETTINGS_MODULE": "market.config.settings.development"}  # as the market runs, not as the tests do


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def served(
    application: str, interface: str, ready_path: str, **environment: str
) -> Iterator[tuple[int, list[psutil.Process]]]:
    """Port and processes of a granian server that is up."""
    port = free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", interface, "--workers", str(WORKERS), "--port", str(port), "--log-level", "warning",
        *(["--blocking-threads", "1"] if interface == "wsgi" else []), application,
    ]  # fmt: skip  # as the market is started, see backend/launcher/market.py
    path = os.pathsep.join([str(BACKEND), str(TESTS)])
    process = subprocess.Popen(command, cwd=BACKEND, env={**os.environ, **SETTINGS, "PYTHONPATH": path, **environment})
    try:
        _wait_until_up(f"http://127.0.0.1:{port}{ready_path}", process)
        main = psutil.Process(process.pid)
        yield port, [main, *main.children(recursive=True)]
    finally:
        process.terminate()
        process.wait(20)


def _wait_until_up(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(150):
        assert process.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"nothing answers at {address}")


def postgres_processes() -> list[psutil.Process]:
    """The server's processes that work for us: each connection's backend."""
    return [
        process for process in psutil.process_iter(["cmdline"]) if "postgres" in " ".join(process.info["cmdline"] or [])
    ]
