"""A browser for the journeys: the one that is named, one that is installed, or Debian's Chromium."""

from __future__ import annotations

import os
import shutil

from launcher import messages
from launcher.console import Console
from launcher.process import StopRequest, run_step
from launcher.state import LOGS, STATE

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed_browser() -> str | None:
    named = os.environ.get("IEUM_CHROMIUM", "").strip()
    if named:
        if shutil.which(named):
            return named
        raise messages.Stop(
            f"IEUM_CHROMIUM이 가리키는 {named}은(는) 실행할 수 있는 파일이 아닙니다.",
            f"IEUM_CHROMIUM names {named}, which is not a program that can be run.",
        )
    return next((path for path in map(shutil.which, NAMES) if path), None)


def ensure_browser(console: Console, stop_request: StopRequest) -> str:
    found = installed_browser()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        for arguments in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
            run_step(
                ["apt-get", *arguments],
                log=LOGS / f"apt-{arguments[0]}.log",
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                cwd=STATE,
                stop_request=stop_request,
                console=console,
                status_of=lambda line: line[:60] or None,
            )
        found = installed_browser()
    if found is None:
        raise messages.Stop(
            "브라우저 시험에 쓸 Chromium이 없습니다. 설치하거나 IEUM_CHROMIUM에 경로를 주세요.",
            "There is no Chromium for the browser tests; install it, or name one in IEUM_CHROMIUM.",
        )
    return found
