"""Which room adds which fields to which type: the one table a reader needs.

A field that points up the room list is declared by the upper room as a mixin and named here by a dotted string, so that no room
imports one above it. Fields of a mixin name their types by dotted strings too.
"""

from __future__ import annotations

from typing import Any

from django.utils.module_loading import import_string

TYPE_EXTENSIONS: dict[str, list[str]] = {
    "User": [
        "market.vendors.graphql.extensions.UserVendorFields",
        "market.promotions.graphql.extensions.UserGiftCardFields",
        "market.orders.graphql.extensions.UserOrderFields",
        "market.checkout.graphql.extensions.UserCheckoutFields",
        "market.agencies.graphql.extensions.UserAgencyFields",
    ],
    "Order": [
        "market.payments.graphql.extensions.OrderPaymentFields",
        "market.payments.graphql.books_extensions.OrderRefundFields",
    ],
    "BankTransferInstruction": ["market.payments.graphql.books_extensions.BankTransferReference"],
    "Checkout": ["market.payments.graphql.extensions.CheckoutPaymentFields"],
    "Shop": ["market.payments.graphql.extensions.ShopPaymentFields"],
    "Attribute": ["market.content.graphql.attribute_extensions.AttributeReferenceFields"],
    "Channel": [
        "market.inventory.graphql.extensions.ChannelWarehouseFields",
        "market.shipping.graphql.extensions.ChannelZoneFields",
        "market.orders.graphql.channel_extensions.ChannelOrderFields",
    ],
    "Warehouse": ["market.shipping.graphql.extensions.WarehouseZoneFields"],
    "Vendor": ["market.catalog.graphql.extensions.VendorProductFields"],
    "Product": [
        "market.catalog.graphql.desk_fields.ProductDeskFields",
        "market.inventory.graphql.extensions.ProductStockFields",
        "market.shipping.graphql.purchase_estimate.ProductPurchaseFields",
    ],
    "ProductVariant": [
        "market.catalog.graphql.desk_fields.VariantDeskFields",
        "market.inventory.graphql.extensions.VariantStockFields",
        "market.shipping.graphql.extensions.VariantWarehouseFields",
    ],
    "ProductVariantWhereInput": ["market.inventory.graphql.extensions.VariantStockFilters"],
    "ProductFilterInput": [
        "market.inventory.graphql.extensions.ProductStockFilters",
        "market.shipping.graphql.finding_filters.ProductFindingFilters",
        "market.campaigns.graphql.extensions.ProductCampaignFilters",
    ],
    "ProductWhereInput": [
        "market.inventory.graphql.extensions.ProductStockFilters",
        "market.shipping.graphql.finding_filters.ProductFindingFilters",
        "market.campaigns.graphql.extensions.ProductCampaignFilters",
    ],
}


def extensions_for(type_name: str) -> tuple[Any, ...]:
    """The mixins of other rooms for a GraphQL type, to stand first among its bases."""
    return tuple(import_string(path) for path in TYPE_EXTENSIONS.get(type_name, []))
