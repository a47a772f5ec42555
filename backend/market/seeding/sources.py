"""The hand-written seed files, read once."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

Entry = dict[str, Any]


class SeedSourceError(ValueError):
    """A seed file is missing or does not say what the generator needs."""


def folder() -> Path:
    return Path(settings.SEEDS_DIR)


@functools.cache
def source(name: str) -> Any:
    """The content of a YAML file below the seeds folder, e.g. ``districts.yaml``."""
    path = folder() / name
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe loader
    except FileNotFoundError as error:
        raise SeedSourceError(f"catalog-seeds/{name} is missing") from error


def front_matter(name: str) -> tuple[Entry, str]:
    """The front matter and the body of a Markdown file below the seeds folder. Raises SeedSourceError where there is none."""
    try:
        parts = (folder() / name).read_text(encoding="utf-8").split("---\n", 2)
    except FileNotFoundError as error:
        raise SeedSourceError(f"catalog-seeds/{name} is missing") from error
    if len(parts) != 3 or parts[0].strip():
        raise SeedSourceError(f"catalog-seeds/{name} has no front matter")
    return yaml.safe_load(parts[1]), parts[2].strip()


@functools.cache
def base_products() -> list[Entry]:
    """Every base product, in the order of the files."""
    files = sorted((folder() / "products").glob("*.yaml"))
    return [product for file in files for product in source(f"products/{file.name}")]


@functools.cache
def motifs() -> frozenset[str]:
    """Names of the drawings there are."""
    return frozenset(path.stem for path in (folder() / "art").glob("*.svg") if not path.stem.startswith("_"))


@functools.cache
def palettes() -> tuple[str, ...]:
    return tuple(source("art/palettes.yaml")["palettes"])
