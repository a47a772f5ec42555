"""Batch resolvers: one call for all parents of a level, so that the number of statements cannot grow with the page."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

BatchFunction = Callable[..., Sequence[Any]]


def batch(function: BatchFunction) -> Callable[..., Any]:
    """Mark ``function(parents, info, **args) -> values`` as the resolver of a field for all parents at once.

    It returns one value per parent, in order. An exception in a value's place is that parent's error; a raised one is
    everybody's. Called like an ordinary resolver (as graphql-core would) it answers for a single parent.
    """

    @functools.wraps(function)
    def resolve_one(parent: Any, info: Any, **args: Any) -> Any:
        value = function([parent], info, **args)[0]
        if isinstance(value, Exception):
            raise value
        return value

    resolve_one.batch_function = function  # type: ignore[attr-defined]
    return resolve_one


def by_key(rows: Any, key: Callable[[Any], Any], keys: Sequence[Any]) -> list[Any]:
    """One row per key, None where there is none."""
    found = {key(row): row for row in rows}
    return [found.get(wanted) for wanted in keys]


def grouped(rows: Any, key: Callable[[Any], Any], keys: Sequence[Any]) -> list[list[Any]]:
    """The rows of each key, in the order they came."""
    found: dict[Any, list[Any]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return [found.get(wanted, []) for wanted in keys]
