"""The functions that write the mails, by whom they speak to."""

from market.notifications.flows.writers import accounts, orders

__all__ = ["accounts", "orders"]
