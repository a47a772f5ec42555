"""What the catalogue adds to types of the rooms below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.product_lists import list_arguments, product_connections
from market.catalog.graphql.views import view_of_slug
from market.catalog.selectors.product_counts import product_counts_by_vendor
from market.catalog.sql import Sql
from market.core.graphql.batch import batch
from market.core.graphql.connections import Connection

BELOW_VENDOR = Sql("p.vendor_id = par.id")


class VendorProductFields:
    """What a vendor sells."""

    product_count = graphene.Int(
        required=True,
        description="How many products it sells in a channel.",
        channel=graphene.String(required=True, description="Slug of the channel."),
    )
    products = graphene.Field(
        "market.catalog.graphql.products.ProductCountableConnection",
        description="What it sells in a channel.",
        **list_arguments(channel=graphene.String(description="Slug of the channel.")),
    )

    @batch
    def resolve_product_count(parents: Sequence[Any], info: Any, channel: str) -> list[int]:
        view = view_of_slug(info, channel)
        counts = product_counts_by_vendor(view, (parent.pk for parent in parents)) if view is not None else {}
        return [counts.get(parent.pk, 0) for parent in parents]

    @batch
    def resolve_products(
        parents: Sequence[Any], info: Any, channel: str | None = None, **arguments: Any
    ) -> list[Connection]:
        view = view_of_slug(info, channel)
        return product_connections(info, view, [parent.pk for parent in parents], below=BELOW_VENDOR, **arguments)
