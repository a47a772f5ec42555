"""The functions that write the mails, by whom they speak to."""

from market.notifications.flows.writers import (
    accounts,
    agencies,
    applications,
    certificates,
    insight,
    listings,
    orders,
    purchases,
    quotes,
    vendor_orders,
    vendors,
)

__all__ = [
    "accounts",
    "agencies",
    "applications",
    "certificates",
    "insight",
    "listings",
    "orders",
    "purchases",
    "quotes",
    "vendor_orders",
    "vendors",
]
