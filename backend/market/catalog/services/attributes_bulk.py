"""Many attributes at once, with an answer for each row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from market.catalog.models import Attribute
from market.catalog.services.attribute_save import attribute_create, attribute_update
from market.core.actor import Actor
from market.core.errors import DomainError, ManyErrors

MOST_ROWS = 100


@dataclass
class Row:
    """What became of one row: the attribute, or why not. An error's ``field`` is the path below the row."""

    attribute: Attribute | None = None
    errors: list[DomainError] = field(default_factory=list)


class RejectEverything(Exception):
    """Rolls back what the good rows wrote."""


def attributes_create(*, actor: Actor, rows: list[dict[str, Any] | DomainError], rejects_all: bool) -> list[Row]:
    """Create each row by itself. ``rejects_all``: one bad row refuses all. A DomainError in a row's place refuses that row."""
    return _each(rows, lambda values: attribute_create(actor=actor, values=values), rejects_all)


def attributes_update(
    *, actor: Actor, rows: list[tuple[int, dict[str, Any]] | DomainError], rejects_all: bool
) -> list[Row]:
    """The same for changes: ``(key, values)`` a row."""
    return _each(rows, lambda row: attribute_update(actor=actor, attribute_id=row[0], values=row[1]), rejects_all)


def _each(rows: list[Any], save: Callable[[Any], Attribute], rejects_all: bool) -> list[Row]:
    results: list[Row] = []
    try:
        with transaction.atomic():
            for row in rows:
                results.append(_one(row, save))
            if rejects_all and any(result.errors for result in results):
                raise RejectEverything
    except RejectEverything:
        for result in results:
            result.attribute = None
    return results


def _one(row: Any, save: Callable[[Any], Attribute]) -> Row:
    if isinstance(row, DomainError):
        return Row(errors=[row])
    try:
        with transaction.atomic():
            return Row(attribute=save(row))
    except ManyErrors as many:
        return Row(errors=many.errors)
    except DomainError as error:
        return Row(errors=[error])
