"""Who is told when something happened. Each handler notes a mail; a task sends it."""

from market.notifications.handlers import (
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
