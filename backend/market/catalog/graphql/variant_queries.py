"""Reading variants."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLError

from market.catalog.graphql.desk_views import own_variant
from market.catalog.graphql.filters import keys, text, texts
from market.catalog.graphql.inputs import ProductVariantFilterInput
from market.catalog.graphql.variant_where import ProductVariantWhereInput, variant_where
from market.catalog.graphql.variants import ProductVariant, ProductVariantCountableConnection
from market.catalog.graphql.views import view_of_slug
from market.catalog.models import ProductVariant as ProductVariantModel
from market.catalog.selectors.product_conditions import one_of, within
from market.catalog.selectors.product_orders import parse_whole
from market.catalog.selectors.variants import variant_count, variant_get, variant_rows
from market.catalog.sql import Sql, all_of
from market.core.global_ids import int_pk
from market.core.graphql.connections import (
    Connection,
    SortKey,
    decode_cursor,
    encode_cursor,
    page_size,
    paging_arguments,
)

MOST_TEXT = 250
BY_ID = [SortKey("id", parse=parse_whole)]


class VariantQueries:
    product_variant = graphene.Field(
        ProductVariant,
        description="One variant.",
        id=graphene.ID(description="ID of the variant."),
        sku=graphene.String(description="SKU of the variant."),
        external_reference=graphene.String(description="Key of the variant in an outside system."),
        channel=graphene.String(description="Slug of the channel to see it through."),
    )
    product_variants = graphene.Field(
        ProductVariantCountableConnection,
        description="Variants of a channel.",
        ids=graphene.List(graphene.ID, description="Only these."),
        channel=graphene.String(description="Slug of the channel to see them through."),
        filter=ProductVariantFilterInput(description="Narrows the list."),
        where=ProductVariantWhereInput(description="Narrows the list, with AND and OR."),
        **paging_arguments(),
    )

    @staticmethod
    def resolve_product_variant(
        root: Any,
        info: Any,
        id: str | None = None,
        sku: str | None = None,
        external_reference: str | None = None,
        channel: str | None = None,
    ) -> ProductVariantModel | None:
        given = {"id": id, "sku": sku, "externalReference": external_reference}
        if sum(value is not None for value in given.values()) != 1:
            raise GraphQLError("At least one and only one of 'id', 'sku' and 'externalReference' is required.")
        if id is not None:
            condition = Sql("v.id = %s", (int_pk(id, "ProductVariant"),))
        elif sku is not None:
            condition = Sql("v.sku = %s", (text(sku),))
        else:
            condition = Sql("v.external_reference = %s", (text(external_reference or ""),))
        own = own_variant(info, condition, channel=None) if channel is None else None
        if own is not None:
            return own
        view = view_of_slug(info, channel)
        found = variant_get(view=view, condition=condition) if view is not None else None
        return found or (own_variant(info, condition, channel=channel) if channel is not None else None)

    @staticmethod
    def resolve_product_variants(
        root: Any,
        info: Any,
        ids: list[str] | None = None,
        channel: str | None = None,
        filter: Any = None,
        where: Any = None,
        **paging: Any,
    ) -> Connection:
        size, backwards = page_size(info, paging.get("first"), paging.get("last")), paging.get("last") is not None
        if filter and where:
            raise GraphQLError("Only one filtering argument (filter or where) can be specified.")
        view = view_of_slug(info, channel)
        if view is None:
            return Connection([], str, has_next=False, has_previous=False, total=lambda: 0)
        condition = all_of([_condition(ids, filter or {}), variant_where(where, view)])
        bounds = [
            Sql(f"v.id {operator} %s", tuple(decode_cursor(paging[name], BY_ID)))
            for name, operator in (("after", ">"), ("before", "<"))
            if paging.get(name) is not None
        ]
        tail = f"ORDER BY v.id {'DESC' if backwards else 'ASC'} LIMIT {int(size) + 1}"
        rows = variant_rows(view=view, condition=all_of([condition, *bounds]), tail=tail)
        has_more, nodes = len(rows) > size, rows[:size]
        return Connection(
            nodes=nodes[::-1] if backwards else nodes,
            cursors=lambda variant: encode_cursor([variant.pk]),
            has_next=paging.get("before") is not None if backwards else has_more,
            has_previous=has_more if backwards else paging.get("after") is not None,
            total=lambda: variant_count(view=view, condition=condition),
        )


def _condition(ids: list[str] | None, wanted: Any) -> Sql:
    parts = [one_of("v.id", keys([one for one in ids if one is not None], "ProductVariant"))] if ids else []
    if wanted.get("sku"):
        parts.append(one_of("v.sku", texts(wanted["sku"]), "varchar"))
    for word in text(wanted.get("search") or "")[:MOST_TEXT].split():
        pattern = f"%{word.replace('%', '')}%"
        parts.append(Sql("(v.name ILIKE %s OR v.sku ILIKE %s)", (pattern, pattern)))
    for entry in wanted.get("metadata") or []:
        parts.append(_metadata(text(entry["key"]), entry.get("value")))
    changed = wanted.get("updated_at") or {}
    parts.append(within("v.updated_at", changed.get("gte"), changed.get("lte")))
    return all_of(parts)


def _metadata(key: str, value: str | None) -> Sql:
    return Sql("v.metadata ->> %s = %s", (key, text(value))) if value else Sql("v.metadata ? %s", (key,))
