"""What import-linter cannot see: foreign keys by name, dotted strings, sizes, and a README in every room."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

BACKEND = Path(__file__).resolve().parents[2] / "backend"
MARKET = BACKEND / "market"
LONGEST_FILE, LONGEST_FUNCTION = 400, 50
NO_ROOMS = {"config", "api", "core", "seeding"}


def layers() -> dict[str, int]:
    """Room -> height; the floor is 0. Rooms of one layer share a height."""
    contract = tomllib.loads((BACKEND / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    return {
        room: height
        for height, layer in enumerate(reversed(contract["layers"]))
        for room in re.split(r"\s*\|\s*", layer)
    }


def sources() -> Iterator[Path]:
    for path in sorted(MARKET.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path


def test_foreign_keys_point_down() -> None:
    heights = layers()
    upward = [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for model in apps.get_models()
        if model._meta.app_label in heights
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey | models.ManyToManyField)
        and heights.get(field.related_model._meta.app_label, 0) > heights[model._meta.app_label]  # type: ignore[union-attr]
    ]
    assert not upward


def test_only_the_extension_table_names_mixins_by_string() -> None:
    """A mixin of another room is wired in core/graphql/extensions.py and nowhere else."""
    naming = [
        str(path)
        for path in sources()
        if re.search(r'"market\.\w+\.graphql\.extensions\.\w+"', path.read_text(encoding="utf-8"))
    ]
    assert [Path(path).relative_to(MARKET).as_posix() for path in naming] == ["core/graphql/extensions.py"]


@pytest.mark.parametrize(
    "room", sorted({path.name for path in MARKET.iterdir() if path.is_dir()} - NO_ROOMS - {"__pycache__"})
)
def test_every_room_tells_what_it_is(room: str) -> None:
    lines = (MARKET / room / "README.md").read_text(encoding="utf-8").splitlines()
    assert 4 <= len(lines) <= 40


def test_files_and_functions_stay_short() -> None:
    long = []
    for path in sources():
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(MARKET).as_posix()
        if text.count("\n") > LONGEST_FILE and path.name != "models.py":
            long.append(f"{name}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION:
                long.append(f"{name}:{node.lineno} {node.name}: {(node.end_lineno or 0) - node.lineno + 1} lines")
    assert not long


def test_services_do_not_reach_the_network() -> None:
    """No network inside a transaction: only gateways talk to the outside."""
    clients = re.compile(r"^\s*(?:import|from) (?:requests|httpx|urllib\.request|smtplib|stripe)\b", re.M)
    reaching = [
        path.relative_to(MARKET).as_posix()
        for path in sources()
        if "services" in path.parts and clients.search(path.read_text(encoding="utf-8"))
    ]
    assert not reaching


def test_rows_are_locked_through_the_ordered_helper_only() -> None:
    """``select_for_update`` stands in core (helper, outbox) and in ``locks.py`` files; anything else could lock out of order."""
    allowed = {"core/locks.py", "core/outbox.py"}
    loose = [
        name
        for path in sources()
        if (name := path.relative_to(MARKET).as_posix()) not in allowed
        and path.name != "locks.py"
        and "select_for_update(" in path.read_text(encoding="utf-8")
    ]
    assert not loose
