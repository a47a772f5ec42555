"""Fast loading: rows go through COPY, with keys the generator has chosen."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

from django.db import connection, models
from psycopg import sql

PROGRESS_STEP = 250_000


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Copier:
    """Keeps nothing: each call streams the rows of one table to the server and counts them."""

    def __init__(self, moment: dt.datetime, say: Callable[[str], None]) -> None:
        self.moment = moment
        self.say = say
        self.rows = 0

    def copy(self, model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
        """Load rows of ``fields`` (field names; the key included where it is chosen). JSON values come as text (``as_json``).

        Columns not named take the model's defaults; those that Django fills by itself take the moment of the seed.
        """
        meta = model._meta
        named = [meta.get_field(name) for name in fields]
        filled = [
            field for field in meta.concrete_fields if field not in named and not field.primary_key and not field.null
        ]
        columns = [str(field.column) for field in chain(named, filled)]  # type: ignore[union-attr]
        defaults = tuple(self._default(field) for field in filled)
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(meta.db_table), sql.SQL(", ").join([sql.Identifier(column) for column in columns])
        )
        count = 0
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            write = copy.write_row
            for row in rows:
                write((*row, *defaults))
                count += 1
                if count % PROGRESS_STEP == 0:
                    self.say(f"{meta.verbose_name_plural}: {count:,}")
        self.rows += count
        return count

    def link(self, model: type[models.Model], name: str, pairs: Iterable[tuple[int, Any]]) -> int:
        """Load a many-to-many relation without a model of its own: (id of the owner, id of the other)."""
        relation: Any = model._meta.get_field(name)
        through = relation.remote_field.through
        return self.copy(through, (relation.m2m_field_name(), relation.m2m_reverse_field_name()), pairs)

    def _default(self, field: models.Field[Any, Any]) -> Any:
        if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
            return self.moment
        if isinstance(field, models.JSONField):
            return as_json(field.get_default())
        return field.get_default() if field.has_default() else ""

    def advance_sequences(self, *all_models: type[models.Model]) -> None:
        """Let the next row of each table get a key above those that were chosen here."""
        with connection.cursor() as cursor:
            for model in all_models:
                table, column = model._meta.db_table, str(model._meta.pk.column)
                cursor.execute(
                    sql.SQL(
                        "SELECT setval(pg_get_serial_sequence({literal}, {column}),"
                        " COALESCE((SELECT max({name}) FROM {table}), 0) + 1, false)"
                    ).format(
                        literal=sql.Literal(table),
                        column=sql.Literal(column),
                        name=sql.Identifier(column),
                        table=sql.Identifier(table),
                    )
                )
