"""The functions that write the mails, by whom they speak to."""

from market.notifications.flows.writers import accounts, applications, orders

__all__ = ["accounts", "applications", "orders"]
