"""The Python environment is whole or made anew."""

from __future__ import annotations

from launcher_project import Project

ENSURE = """
from launcher import state
from launcher.console import Console
from launcher.environment import EnvironmentBuilder, is_complete
from launcher.process import StopRequest
state.folder_ready(state.LOGS)
EnvironmentBuilder(Console(), StopRequest()).ensure("run")
assert is_complete("run")
"""


def test_half_made_environment_is_made_anew_and_a_whole_one_kept(project: Project) -> None:
    half = project.state / "venv" / "bin"
    half.mkdir(parents=True)
    (half / "python").write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    (half / "left-over").write_text("", encoding="ascii")

    first = project.python(ENSURE)
    assert first.returncode == 0, first.stderr
    assert not (half / "left-over").exists()

    (half / "kept").write_text("", encoding="ascii")
    second = project.python(ENSURE)
    assert second.returncode == 0, second.stderr
    assert "up to date" in second.stdout
    assert (half / "kept").exists()

    (project.folder / "backend" / "requirements-embedded.lock").write_text("# another\n", encoding="ascii")
    third = project.python(ENSURE)
    assert third.returncode == 0, third.stderr
    assert "up to date" not in third.stdout
    assert (half / "kept").exists()


def test_failing_install_is_one_sentence_and_leaves_no_note(project: Project) -> None:
    broken = "no such requirement at all!\n"
    (project.folder / "backend" / "requirements-embedded.lock").write_text(broken, encoding="ascii")
    code = "import sys; from launcher import entry; sys.exit(entry.main(['storefront-check']))"
    result = project.python(code)
    assert result.returncode == 1
    assert "installing the Python packages" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project.state / "venv" / "ieum-installed.json").exists()
