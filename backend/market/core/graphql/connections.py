"""Relay connections as Saleor has them: keyset pages in both directions, a lazy totalCount, and pages for many parents in one statement."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import graphene
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Count, F, OrderBy, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from graphql import GraphQLError

from market.core.graphql.types import non_null_list

BAD_CURSOR = "Received cursor is invalid."  # as Saleor says it


@dataclass(frozen=True)
class SortKey:
    """One column (or annotation) of an ordering. It must never be null: coalesce it first."""

    name: str
    descending: bool = False
    parse: Callable[[Any], Any] = field(default=lambda value: value)


@dataclass
class Connection:
    """A page of nodes. ``total`` is asked only when the document asks for totalCount."""

    nodes: Sequence[Any]
    cursors: Callable[[Any], str]
    has_next: bool
    has_previous: bool
    total: Callable[[], int]

    @property
    def edges(self) -> list[Edge]:
        return [Edge(node, self.cursors) for node in self.nodes]

    @property
    def page_info(self) -> dict[str, Any]:
        return {
            "has_next_page": self.has_next,
            "has_previous_page": self.has_previous,
            "start_cursor": self.cursors(self.nodes[0]) if self.nodes else None,
            "end_cursor": self.cursors(self.nodes[-1]) if self.nodes else None,
        }


class Edge:
    __slots__ = ("_cursor_of", "node")

    def __init__(self, node: Any, cursor_of: Callable[[Any], str]) -> None:
        self.node = node
        self._cursor_of = cursor_of

    @property
    def cursor(self) -> str:
        return self._cursor_of(self.node)


class PageInfo(graphene.ObjectType):
    """Where a page stands in its list."""

    has_next_page = graphene.Boolean(required=True, description="Whether more items follow.")
    has_previous_page = graphene.Boolean(required=True, description="Whether items stand before.")
    start_cursor = graphene.String(description="Cursor of the first item.")
    end_cursor = graphene.String(description="Cursor of the last item.")


def connection_type(name: str, node: str, of: str) -> type[graphene.ObjectType]:
    """``<name>CountableConnection`` with its edge type; ``node`` is the dotted path of the node type, ``of`` names it in prose."""
    edge = type(
        f"{name}CountableEdge",
        (graphene.ObjectType,),
        {
            "__doc__": f"One of a list of {of}.",
            "node": graphene.Field(node, required=True, description="The item."),
            "cursor": graphene.String(required=True, description="Where the item stands, for paging."),
        },
    )

    def resolve_total_count(root: Connection, info: Any) -> int:
        return root.total()

    return type(
        f"{name}CountableConnection",
        (graphene.ObjectType,),
        {
            "__doc__": f"A page of {of}.",
            "page_info": graphene.Field(PageInfo, required=True, description="Where this page stands in the list."),
            "edges": graphene.Field(non_null_list(edge), required=True, description="The items of the page."),
            "total_count": graphene.Int(description=f"How many {of} there are in all."),
            "resolve_total_count": staticmethod(resolve_total_count),
        },
    )


def paging_arguments() -> dict[str, Any]:
    """The arguments of every connection field."""
    return {
        "before": graphene.String(description="Only items before this cursor."),
        "after": graphene.String(description="Only items after this cursor."),
        "first": graphene.Int(description=f"How many items from the start, at most {settings.GRAPHQL_MAX_PAGE_SIZE}."),
        "last": graphene.Int(description=f"How many items from the end, at most {settings.GRAPHQL_MAX_PAGE_SIZE}."),
    }


def page_size(info: Any, first: int | None, last: int | None) -> int:
    """The asked number of rows. Raises a GraphQLError for none, both, a negative one or too many, as Saleor does."""
    if (first is None) == (last is None):
        how = "a `first` or `last` value" if first is None else "only one of `first` and `last`"
        raise GraphQLError(f"You must provide {how} to properly paginate the `{info.field_name}` connection.")
    name, size = ("first", first) if first is not None else ("last", last)
    if size is None or size < 0:
        raise GraphQLError(f"Argument `{name}` must be a non-negative integer on the `{info.field_name}` connection.")
    if size > settings.GRAPHQL_MAX_PAGE_SIZE:
        limit = settings.GRAPHQL_MAX_PAGE_SIZE
        raise GraphQLError(
            f"Requesting {size} records on the `{info.field_name}` connection exceeds the `{name}` limit of {limit} records."
        )
    return size


def encode_cursor(values: Sequence[Any]) -> str:
    return base64.urlsafe_b64encode(
        json.dumps([_plain(value) for value in values], ensure_ascii=False).encode()
    ).decode("ascii")


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    return str(value) if not isinstance(value, int | float | bool | str) else value


def decode_cursor(cursor: str, keys: Sequence[SortKey]) -> list[Any]:
    """The values a cursor stands for. Raises a GraphQLError for one that no page of this ordering has handed out."""
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        if (
            not isinstance(values, list)
            or len(values) != len(keys)
            or any(isinstance(value, list | dict | None) for value in values)
        ):
            raise ValueError
        parsed = [key.parse(value) for key, value in zip(keys, values, strict=True)]
        if any(isinstance(value, str) and "\x00" in value for value in parsed):
            raise ValueError  # PostgreSQL keeps none in a text
        return parsed
    except (ValueError, TypeError, binascii.Error, UnicodeError, ArithmeticError) as error:
        raise GraphQLError(BAD_CURSOR) from error


def _beyond(keys: Sequence[SortKey], values: Sequence[Any], backwards: bool) -> Q:
    """Rows strictly after the cursor in the ordering (before it, when backwards)."""
    condition = Q()
    for position, key in enumerate(keys):
        same = Q(**{earlier.name: value for earlier, value in zip(keys[:position], values, strict=False)})
        operator = "lt" if key.descending != backwards else "gt"
        condition |= same & Q(**{f"{key.name}__{operator}": values[position]})
    return condition


def _from(rows: QuerySet[Any], keys: Sequence[SortKey], cursor: str, *, backwards: bool) -> QuerySet[Any]:
    """The rows beyond a cursor. A value its column cannot hold (no UUID, no number) is as invalid as a cursor nobody can read."""
    try:
        return rows.filter(_beyond(keys, decode_cursor(cursor, keys), backwards))
    except (ValidationError, ValueError, TypeError) as error:
        raise GraphQLError(BAD_CURSOR) from error


def _ordering(keys: Sequence[SortKey], backwards: bool) -> list[OrderBy]:
    return [F(key.name).desc() if key.descending != backwards else F(key.name).asc() for key in keys]


def paginate(
    info: Any,
    queryset: QuerySet[Any],
    keys: Sequence[SortKey],
    *,
    first: int | None = None,
    last: int | None = None,
    before: str | None = None,
    after: str | None = None,
    total: Callable[[], int] | None = None,
) -> Connection:
    """One page in the order of ``keys`` (the last of them unique): one statement, plus one for totalCount when it is asked."""
    size, backwards = page_size(info, first, last), last is not None
    page = queryset
    if after is not None:
        page = _from(page, keys, after, backwards=False)
    if before is not None:
        page = _from(page, keys, before, backwards=True)
    rows = list(page.order_by(*_ordering(keys, backwards))[: size + 1])
    has_more, nodes = len(rows) > size, rows[:size]
    if backwards:
        nodes.reverse()
    return Connection(
        nodes=nodes,
        cursors=lambda node: encode_cursor([_value(node, key.name) for key in keys]),
        has_next=before is not None if backwards else has_more,
        has_previous=has_more if backwards else after is not None,
        total=total or queryset.order_by().count,
    )


def _value(node: Any, name: str) -> Any:
    for part in name.split("__"):
        node = getattr(node, part)
    return node


def paginate_each(
    info: Any,
    parents: Sequence[Any],
    queryset: QuerySet[Any],
    parent_field: str,
    keys: Sequence[SortKey],
    *,
    first: int | None = None,
    last: int | None = None,
    before: str | None = None,
    after: str | None = None,
) -> list[Connection]:
    """A page below each parent (given by pk), in one statement for all of them, plus one when totalCount is asked."""
    size, backwards = page_size(info, first, last), last is not None
    page = queryset.filter(**{f"{parent_field}__in": list(parents)})
    if after is not None:
        page = _from(page, keys, after, backwards=False)
    if before is not None:
        page = _from(page, keys, before, backwards=True)
    order = _ordering(keys, backwards)
    numbered = page.annotate(
        page_parent=F(parent_field), page_row=Window(RowNumber(), partition_by=F(parent_field), order_by=order)
    )
    by_parent: dict[Any, list[Any]] = {}
    for row in numbered.filter(page_row__lte=size + 1).order_by("page_row"):
        by_parent.setdefault(row.page_parent, []).append(row)
    totals = _totals(queryset, parent_field, parents) if info.selects("totalCount") else {}
    return [
        _connection_of(
            by_parent.get(parent, []),
            keys,
            size,
            backwards,
            totals.get(parent, 0),
            before is not None,
            after is not None,
        )
        for parent in parents
    ]


def _totals(queryset: QuerySet[Any], parent_field: str, parents: Sequence[Any]) -> dict[Any, int]:
    counted = queryset.filter(**{f"{parent_field}__in": list(parents)}).order_by().values_list(parent_field)
    return dict(counted.annotate(n=Count("pk", distinct=True)))


def _connection_of(
    rows: list[Any], keys: Sequence[SortKey], size: int, backwards: bool, total: int, has_before: bool, has_after: bool
) -> Connection:
    has_more, nodes = len(rows) > size, rows[:size]
    if backwards:
        nodes = nodes[::-1]
    return Connection(
        nodes=nodes,
        cursors=lambda node: encode_cursor([_value(node, key.name) for key in keys]),
        has_next=has_before if backwards else has_more,
        has_previous=has_more if backwards else has_after,
        total=lambda: total,
    )


def list_connection(info: Any, items: Sequence[Any], **paging: Any) -> Connection:
    """A page of a short list that is in memory already; cursors are positions."""
    keys = [SortKey("position", parse=int)]
    size, backwards = page_size(info, paging.get("first"), paging.get("last")), paging.get("last") is not None
    start = decode_cursor(paging["after"], keys)[0] + 1 if paging.get("after") else 0
    end = decode_cursor(paging["before"], keys)[0] if paging.get("before") else len(items)
    span = range(max(start, 0), max(min(end, len(items)), 0))
    chosen = (span[-size:] if size else span[:0]) if backwards else span[:size]
    places = {id(items[position]): position for position in chosen}
    return Connection(
        nodes=[items[position] for position in chosen],
        cursors=lambda node: encode_cursor([places[id(node)]]),
        has_next=bool(chosen) and chosen[-1] + 1 < len(items),
        has_previous=bool(chosen) and chosen[0] > 0,
        total=lambda: len(items),
    )


parse_decimal: Callable[[Any], Decimal] = lambda value: Decimal(str(value))  # noqa: E731 - a named parser for SortKey
parse_datetime: Callable[[Any], dt.datetime] = dt.datetime.fromisoformat
