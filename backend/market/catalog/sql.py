"""Pieces of SQL with their parameters, and rows turned into model instances without the cost of a queryset.

The catalogue's lists are the hottest reads of the market. They are written in SQL, so that each is one statement that starts from the
right index; everything a client sends travels as a parameter.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection, models

M = TypeVar("M", bound=models.Model)


class Sql(NamedTuple):
    """A fragment with ``%s`` places and what stands in them."""

    text: str
    params: tuple[Any, ...] = ()


TRUE = Sql("TRUE")
FALSE = Sql("FALSE")


def all_of(parts: Iterable[Sql]) -> Sql:
    """The conjunction; true when there is nothing to ask."""
    return _joined([part for part in parts if part is not TRUE], " AND ", TRUE)


def any_of(parts: Iterable[Sql]) -> Sql:
    """The disjunction; false when there is nothing to choose from."""
    return _joined(list(parts), " OR ", FALSE)


def _joined(parts: list[Sql], word: str, nothing: Sql) -> Sql:
    if not parts:
        return nothing
    if len(parts) == 1:
        return parts[0]
    return Sql(word.join(f"({part.text})" for part in parts), tuple(value for part in parts for value in part.params))


def from_queryset(column: str, queryset: models.QuerySet[Any]) -> Sql:
    """``column IN (queryset)``."""
    try:
        text, params = queryset.query.sql_with_params()
    except EmptyResultSet:
        return FALSE
    return Sql(f"{column} IN ({text})", tuple(params))


def select(what: str, source: str, where: str = "", tail: str = "") -> str:
    """The text of a SELECT. Its parts are ours; what a client sends stands in the parameters."""
    return " ".join(("SELECT", what, "FROM", source, *(("WHERE", where) if where else ()), tail))


def fetch(text: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(text, params)
        return cursor.fetchall()


NO_EXPRESSION: Any = None  # of a column read as it is


class Columns:
    """Some columns of a model under an alias, and instances made of them. What is left out loads itself when it is read."""

    def __init__(self, model: type[models.Model], alias: str, *, without: Iterable[str] = ()) -> None:
        left_out = set(without)
        fields = [field for field in model._meta.concrete_fields if field.attname not in left_out]
        self.model = model
        self.names = [field.attname for field in fields]
        self.text = ", ".join(f"{alias}.{field.column}" for field in fields)
        self.width = len(fields)
        self._converted = [(place, field) for place, field in enumerate(fields) if isinstance(field, models.JSONField)]

    def instance(self, values: Sequence[Any]) -> Any:
        if self._converted:
            values = list(values)
            for place, field in self._converted:
                values[place] = field.from_db_value(values[place], NO_EXPRESSION, connection)
        return self.model.from_db(connection.alias, self.names, values)


@functools.cache
def columns(model: type[models.Model], alias: str, without: tuple[str, ...] = ()) -> Columns:
    return Columns(model, alias, without=without)


def remember_related(instance: models.Model, field: str, related: models.Model | None) -> None:
    """Put a related row where the instance looks for it."""
    instance._state.fields_cache[field] = related


def loaded_related(instance: models.Model, field: str) -> Any:
    return instance._state.fields_cache.get(field)


def ensure_loaded(instances: Iterable[models.Model], name: str) -> None:
    """Load a column that was left out, for all instances that lack it, in one statement."""
    lacking = [instance for instance in instances if name not in instance.__dict__]
    if not lacking:
        return
    model = type(lacking[0])
    values = dict(model._default_manager.filter(pk__in={instance.pk for instance in lacking}).values_list("pk", name))
    for instance in lacking:
        instance.__dict__[name] = values.get(instance.pk)


def rows_by_id(model: type[M], ids: Iterable[Any], without: tuple[str, ...] = ()) -> dict[Any, M]:
    """Instances by primary key, like ``in_bulk`` at a fraction of its cost."""
    made = columns(model, "r", without)
    text = select(made.text, f"{model._meta.db_table} r", "r.id = ANY(%s::bigint[])")
    return {row.pk: row for row in map(made.instance, fetch(text, (list(ids),)))}
