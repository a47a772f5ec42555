"""Fields of products and variants for those who sell them; and weights and terms, which everybody sees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.goods_types import (
    ProductChannelListing,
    ProductReturnPolicy,
    ProductVariantChannelListing,
    SaleStateEnum,
)
from market.catalog.models import ReturnPolicy
from market.catalog.selectors.desk import (
    deals_with,
    listings_of_products,
    prices_of_variants,
    undecided_proposals,
    vendors_of_variants,
)
from market.catalog.selectors.vendor_products import sale_states
from market.channels.graphql.tax_classes import TaxClass
from market.channels.selectors.tax_classes import TaxClass as TaxClassValue
from market.core.errors import PermissionDenied
from market.core.graphql.batch import batch, by_key, grouped
from market.core.graphql.types import non_null_list
from market.core.graphql.weights import Weight, weight_of
from market.core.permissions import MANAGE_PRODUCTS
from market.core.tax import TaxKind
from market.vendors.selectors.membership import AUTHENTICATED_VENDOR_MEMBER

FOR_SELLERS = PermissionDenied(MANAGE_PRODUCTS, AUTHENTICATED_VENDOR_MEMBER)
RETURNS_EN = {
    ReturnPolicy.STANDARD: "Can be returned within 7 days",
    ReturnPolicy.MADE_TO_ORDER: "Made after the order",
    ReturnPolicy.PERISHABLE: "Cannot be sold again after some time",
    ReturnPolicy.SEALED: "Can be copied once unsealed",
    ReturnPolicy.DIGITAL: "Cannot be undone once provided",
}


def policy_words(policy: str, note: str) -> dict[str, str]:
    """What ``ProductReturnPolicy`` shows, of a product or of a line that was sold."""
    kind = ReturnPolicy(policy)
    return {"kind": kind, "label": str(kind.label), "label_en": RETURNS_EN[kind], "note": note}


class ProductDeskFields:
    channel_listings = graphene.Field(
        non_null_list(ProductChannelListing),
        description="How it stands in channels, for staff and for members of its enterprise.",
    )
    tax_class = graphene.Field(TaxClass, description="The tax class, as Saleor names the tax kind.")
    weight = graphene.Field(Weight, description="Weight of one piece.")
    return_policy = graphene.Field(
        ProductReturnPolicy, required=True, description="Whether it can be withdrawn without a reason."
    )
    open_proposal = graphene.Field(
        "market.catalog.graphql.proposal_types.ProductProposal",
        description="The changes that wait, for staff and for members of its enterprise; null for everybody else.",
    )

    sale_state = graphene.Field(
        SaleStateEnum,
        description="How it stands, for staff and for members of its enterprise; null for everybody else.",
    )

    @batch
    def resolve_sale_state(parents: Sequence[Any], info: Any) -> list[Any]:
        allowed = deals_with(info.context.actor, {parent.vendor_id for parent in parents})
        found = sale_states([parent.pk for parent in parents if parent.vendor_id in allowed]) if allowed else {}
        return [found[parent.pk].value if parent.pk in found else None for parent in parents]

    @batch
    def resolve_channel_listings(parents: Sequence[Any], info: Any) -> list[Any]:
        allowed = deals_with(info.context.actor, {parent.vendor_id for parent in parents})
        keys = [parent.pk for parent in parents]
        rows = grouped(listings_of_products(keys), lambda row: row.product_id, keys) if allowed else [[]] * len(keys)
        return [
            found if parent.vendor_id in allowed else FOR_SELLERS for parent, found in zip(parents, rows, strict=True)
        ]

    @staticmethod
    def resolve_tax_class(root: Any, info: Any) -> TaxClassValue:
        return TaxClassValue(TaxKind(root.tax_kind))

    @staticmethod
    def resolve_weight(root: Any, info: Any) -> Any:
        return weight_of(root.weight_grams)

    @staticmethod
    def resolve_return_policy(root: Any, info: Any) -> dict[str, str]:
        return policy_words(root.return_policy, root.return_policy_note)

    @batch
    def resolve_open_proposal(parents: Sequence[Any], info: Any) -> list[Any]:
        allowed = deals_with(info.context.actor, {parent.vendor_id for parent in parents})
        seen = [parent.pk for parent in parents if parent.vendor_id in allowed]
        rows = undecided_proposals(seen) if seen else []
        return by_key(rows, lambda row: row.product_id, [parent.pk for parent in parents])


class VariantDeskFields:
    channel_listings = graphene.Field(
        non_null_list(ProductVariantChannelListing),
        description="What it costs in channels, for staff and for members of its enterprise.",
    )
    weight = graphene.Field(Weight, description="Weight of one piece.")

    @batch
    def resolve_channel_listings(parents: Sequence[Any], info: Any) -> list[Any]:
        keys = [parent.pk for parent in parents]
        vendors = vendors_of_variants(keys)
        allowed = deals_with(info.context.actor, vendors.values())
        rows = grouped(prices_of_variants(keys), lambda row: row.variant_id, keys) if allowed else [[]] * len(keys)
        return [
            found if vendors.get(parent.pk) in allowed else FOR_SELLERS
            for parent, found in zip(parents, rows, strict=True)
        ]

    @staticmethod
    def resolve_weight(root: Any, info: Any) -> Any:
        return weight_of(root.weight_grams)
