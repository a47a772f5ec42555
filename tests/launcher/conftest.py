"""A project folder of its own for each test: the real launcher, with a state folder nobody else uses."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
BACKEND = HERE.parents[1] / "backend"
sys.path.insert(0, str(HERE))  # for launcher_project: the folder's own name is that of the package it tests

from launcher_project import Project  # noqa: E402


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The launcher as it stands, with lock files that name nothing, so that no registry is asked."""
    backend = tmp_path / "project" / "backend"
    shutil.copytree(BACKEND / "launcher", backend / "launcher", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(BACKEND / "bootstrap.py", backend)
    for name in ("requirements-embedded.lock", "requirements-dev.lock", "requirements-redis.lock"):
        (backend / name).write_text("# nothing\n", encoding="utf-8")
    return Project(tmp_path / "project")
