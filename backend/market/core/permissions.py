"""Saleor's permission names, as far as the market uses them."""

from __future__ import annotations

MANAGE_ORDERS = "MANAGE_ORDERS"
MANAGE_PRODUCTS = "MANAGE_PRODUCTS"
MANAGE_CHECKOUTS = "MANAGE_CHECKOUTS"
MANAGE_USERS = "MANAGE_USERS"
MANAGE_CHANNELS = "MANAGE_CHANNELS"
HANDLE_PAYMENTS = "HANDLE_PAYMENTS"
MANAGE_PAGES = "MANAGE_PAGES"
MANAGE_PAGE_TYPES_AND_ATTRIBUTES = "MANAGE_PAGE_TYPES_AND_ATTRIBUTES"
MANAGE_MENUS = "MANAGE_MENUS"
MANAGE_TRANSLATIONS = "MANAGE_TRANSLATIONS"
MANAGE_REPORTS = "MANAGE_REPORTS"  # ours: the operating report
MANAGE_VENDORS = "MANAGE_VENDORS"  # ours: vetting of enterprises

ALL_PERMISSIONS = (
    MANAGE_ORDERS,
    MANAGE_PRODUCTS,
    MANAGE_CHECKOUTS,
    MANAGE_USERS,
    MANAGE_CHANNELS,
    HANDLE_PAYMENTS,
    MANAGE_PAGES,
    MANAGE_PAGE_TYPES_AND_ATTRIBUTES,
    MANAGE_MENUS,
    MANAGE_TRANSLATIONS,
    MANAGE_REPORTS,
    MANAGE_VENDORS,
)

METADATA_KEEPERS = {
    "User": MANAGE_USERS,
    "Address": MANAGE_USERS,
    "Checkout": MANAGE_CHECKOUTS,
    "CheckoutLine": MANAGE_CHECKOUTS,
    "Order": MANAGE_ORDERS,
    "OrderLine": MANAGE_ORDERS,
    "Fulfillment": MANAGE_ORDERS,
    "Product": MANAGE_PRODUCTS,
    "ProductVariant": MANAGE_PRODUCTS,
    "ProductType": MANAGE_PRODUCTS,
    "ProductMedia": MANAGE_PRODUCTS,
    "Attribute": MANAGE_PRODUCTS,
    "Category": MANAGE_PRODUCTS,
    "Collection": MANAGE_PRODUCTS,
    "Warehouse": MANAGE_PRODUCTS,
    "ShippingMethod": MANAGE_CHANNELS,
    "Channel": MANAGE_CHANNELS,
    "Vendor": MANAGE_VENDORS,
    "Page": MANAGE_PAGES,
    "PageType": MANAGE_PAGE_TYPES_AND_ATTRIBUTES,
    "Menu": MANAGE_MENUS,
    "MenuItem": MANAGE_MENUS,
}


def keeper_of_metadata(type_name: str) -> str:
    """The permission that opens the private metadata of a type."""
    return METADATA_KEEPERS.get(type_name, MANAGE_CHANNELS)
