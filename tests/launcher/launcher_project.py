"""A copy of the launcher in a folder of its own, and what its one-sentence endings look like."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    folder: Path

    @property
    def state(self) -> Path:
        return self.folder / ".ieum"

    def environment(self, **variables: str) -> dict[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("IEUM_", "DATABASE_", "REDIS_"))
        }
        return {**kept, "PYTHONPATH": str(self.folder / "backend"), "PYTHONDONTWRITEBYTECODE": "1", **variables}

    def bootstrap(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(self.folder / "backend" / "bootstrap.py"), *arguments]
        return self.finished(command, **variables)

    def python(self, code: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return self.finished([sys.executable, "-c", code], **variables)

    def finished(self, command: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
        """Run away from this repository's own `backend`, which `python -c` would find first."""
        env = self.environment(**variables)
        return subprocess.run(
            command, check=False, capture_output=True, text=True, env=env, cwd=self.folder, timeout=120
        )


def assert_one_sentence(result: subprocess.CompletedProcess[str], english: str) -> None:
    """One Korean and one English line, exit code 1, and no trace of Python."""
    assert result.returncode == 1, result.stderr
    lines = [line for line in result.stderr.splitlines() if not line.startswith("    | ")]
    assert len(lines) == 2, result.stderr
    assert lines[0].startswith("✗ ")
    assert english in lines[1]
    assert "Traceback" not in result.stderr + result.stdout
