"""PDFs made anew by a process of its own, which has little memory and time and dies alone over a hostile file."""

from __future__ import annotations

import subprocess
import sys
from enum import Enum
from pathlib import Path

MOST_PAGES = 100
MOST_SECONDS = 30
WORKER = Path(__file__).with_name("pdf_worker.py")


class Reason(Enum):
    """Why a PDF is not taken; the values are the exit codes of the worker."""

    BROKEN = 10
    ENCRYPTED = 11
    TOO_LONG = 12


class BadPdf(ValueError):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.name)
        self.reason = reason


def clean(content: bytes) -> bytes:
    """The pages of the PDF and nothing else of it. Raises BadPdf."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own file
            [sys.executable, "-I", str(WORKER), str(MOST_PAGES)],
            input=content,
            capture_output=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise BadPdf(Reason.BROKEN) from error
    if done.returncode == 0 and done.stdout.startswith(b"%PDF-"):
        return done.stdout
    known = {reason.value: reason for reason in Reason}
    raise BadPdf(known.get(done.returncode, Reason.BROKEN))
