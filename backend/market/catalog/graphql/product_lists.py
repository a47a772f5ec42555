"""Lists of products: from a field's arguments to a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import graphene
from graphql import GraphQLError

from market.catalog.graphql.filters import plain, product_conditions
from market.catalog.graphql.inputs import ProductFilterInput, ProductOrder, ProductWhereInput
from market.catalog.models import Product
from market.catalog.ports import product_search
from market.catalog.selectors.product_orders import KEYS_BY_FIELD, ProductSort, sort_by_attribute
from market.catalog.selectors.product_pages import (
    HEAVY_FIELDS,
    Cut,
    ProductList,
    product_count,
    product_counts,
    product_page,
    product_pages,
)
from market.catalog.selectors.view import View
from market.catalog.sql import Sql
from market.core.global_ids import int_pk
from market.core.graphql.connections import (
    Connection,
    SortKey,
    decode_cursor,
    encode_cursor,
    page_size,
    paging_arguments,
)

SORTS = {
    "last_modified": "updated_at",
    "last_modified_at": "updated_at",
    "date": "updated_at",
    "publication_date": "published_at",
}
ASKED = {
    "description": "description",
    "metadata": "metadata",
    "metafield": "metadata",
    "privateMetadata": "private_metadata",
    "seoTitle": "seo_title",
    "seoDescription": "seo_description",
    "productNotice": "notice",
}
assert set(ASKED.values()) <= set(HEAVY_FIELDS)


def list_arguments(**more: Any) -> dict[str, Any]:
    """The arguments of every list of products."""
    return {
        "filter": ProductFilterInput(description="Narrows the list."),
        "where": ProductWhereInput(description="Narrows the list, with AND and OR."),
        "sort_by": ProductOrder(description="Sorts the list."),
        "search": graphene.String(description="Words to find."),
        **more,
        **paging_arguments(),
    }


@dataclass
class Asked:
    """The arguments of one list field, understood."""

    wanted: ProductList
    cut: Cut
    heavy: list[str]
    has_after: bool
    has_before: bool

    def connection(self, products: list[Product], total: Any) -> Connection:
        size, backwards = self.cut.size, self.cut.backwards
        has_more, nodes = len(products) > size, products[:size]
        if backwards:
            nodes = nodes[::-1]
        return Connection(
            nodes=nodes,
            cursors=lambda product: encode_cursor(product.cursor_values),
            has_next=self.has_before if backwards else has_more,
            has_previous=has_more if backwards else self.has_after,
            total=total,
        )


def asked_list(
    info: Any,
    view: View,
    *,
    below: Sql | None = None,
    joins: tuple[str, ...] = (),
    natural: str = "slug",
    **arguments: Any,
) -> Asked:
    """``natural`` is the order when none is asked for; ``below`` and ``joins`` tie the list to a parent row ``par``."""
    filter_, where = arguments.get("filter"), arguments.get("where")
    words = arguments.get("search") or (filter_ or {}).get("search") or ""
    match = product_search().match(words.replace("\x00", " "), view.channel_id) if words.strip() else None
    wanted = ProductList(
        view=view,
        conditions=product_conditions(filter_, where, view),
        sort=product_sort(arguments.get("sort_by"), has_match=match is not None, natural=natural),
        match=match,
        below=below,
        joins=joins,
    )
    heavy = [column for name, column in ASKED.items() if info.selects("edges", "node", name)]
    after, before = arguments.get("after"), arguments.get("before")
    return Asked(wanted, cut_of(info, wanted.sort, arguments), heavy, after is not None, before is not None)


def cut_of(info: Any, sort: ProductSort, arguments: dict[str, Any]) -> Cut:
    first, last = arguments.get("first"), arguments.get("last")
    size = page_size(info, first, last)
    readers = [SortKey(f"key{place}", parse=key.parse) for place, key in enumerate(sort.keys)]
    after, before = arguments.get("after"), arguments.get("before")
    return Cut(
        size,
        backwards=last is not None,
        after=decode_cursor(after, readers) if after is not None else None,
        before=decode_cursor(before, readers) if before is not None else None,
    )


def product_sort(sort_by: Any, *, has_match: bool, natural: str) -> ProductSort:
    if not sort_by or (sort_by.get("field") is None and sort_by.get("attribute_id") is None):
        return ProductSort(KEYS_BY_FIELD["rank"], descending=True) if has_match else ProductSort(KEYS_BY_FIELD[natural])
    descending = plain(sort_by["direction"]) == "-"
    if sort_by.get("attribute_id") is not None:
        if sort_by.get("field") is not None:
            raise GraphQLError("You must provide either `field` or `attributeId` to sort the products.")
        return ProductSort(sort_by_attribute(int_pk(sort_by["attribute_id"], "Attribute")), descending)
    name = plain(sort_by["field"])
    if name == "rank" and not has_match:
        raise GraphQLError("Sorting by RANK is available only when using a search filter or search argument.")
    if name == "collection" and natural != "collection":
        name = "slug"
    return ProductSort(KEYS_BY_FIELD[SORTS.get(name, name)], descending)


def product_connection(info: Any, view: View | None, **arguments: Any) -> Connection:
    """One list of products."""
    if view is None:
        return empty_connection(info, arguments)
    asked = asked_list(info, view, **arguments)
    products = product_page(asked.wanted, asked.cut, asked.heavy)
    return asked.connection(products, lambda: product_count(asked.wanted))


def product_connections(info: Any, view: View | None, parents: Sequence[int], **arguments: Any) -> list[Connection]:
    """A list of products below each parent; one statement for all, and one more when totalCount is asked."""
    if view is None:
        return [empty_connection(info, arguments) for _ in parents]
    asked = asked_list(info, view, **arguments)
    pages = product_pages(asked.wanted, parents, asked.cut, asked.heavy)
    totals = product_counts(asked.wanted, parents) if info.selects("totalCount") else {}
    return [asked.connection(pages[parent], lambda parent=parent: totals.get(parent, 0)) for parent in parents]


def empty_connection(info: Any, arguments: dict[str, Any]) -> Connection:
    page_size(info, arguments.get("first"), arguments.get("last"))
    return Connection(nodes=[], cursors=str, has_next=False, has_previous=False, total=lambda: 0)
