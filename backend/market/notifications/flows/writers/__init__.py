"""The functions that write the mails, by whom they speak to."""

from market.notifications.flows.writers import (
    accounts,
    applications,
    certificates,
    insight,
    listings,
    orders,
    vendor_orders,
    vendors,
)

__all__ = ["accounts", "applications", "certificates", "insight", "listings", "orders", "vendor_orders", "vendors"]
