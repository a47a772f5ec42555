"""Saleor's channel settings that have one value here, and why. Pure.

What can be chosen stands in columns of the channel: whether unpaid orders are taken, when they expire, whose warehouse goes first.
The others describe what the market does in every channel; a value that nobody reads would be a promise that nobody keeps.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from market.channels.errors import SettingFixed
from market.core.errors import DomainError

LONGEST_WAIT_MINUTES = 120 * 24 * 60  # Saleor's bound, too

FIXED_ORDER_SETTINGS: Mapping[str, Any] = {
    "automatically_confirm_all_new_orders": True,  # an order is confirmed by being paid, or by being an agency's
    "automatically_fulfill_non_shippable_gift_card": False,  # gift cards are issued by staff, not sold as goods
    "delete_expired_orders_after": 0,  # never: orders are kept as the law asks (전자상거래법 시행령 §6)
    "mark_as_paid_strategy": "transaction",  # orderMarkAsPaid opens a transaction
    "include_draft_order_in_voucher_usage": False,  # there are no draft orders
    "draft_order_line_price_freeze_period": 0,
    "use_legacy_line_discount_propagation": False,
}
FIXED_CHECKOUT_SETTINGS: Mapping[str, Any] = {"allow_legacy_gift_card_use": True}


def fixed_payment_settings(paid_checkout_minutes: int) -> Mapping[str, Any]:
    """Money is taken at once; what was paid for a checkout that cannot become an order goes back after the operator's minutes."""
    return {
        "default_transaction_flow_strategy": "charge",
        "release_funds_for_expired_checkouts": True,
        "checkout_ttl_before_releasing_funds": max(-(-paid_checkout_minutes // 60), 1),
        "checkout_release_funds_cut_off_date": None,
    }


def fixed_auto_completion(after_seconds: int) -> Mapping[str, Any]:
    """A paid checkout becomes an order by itself after the operator's pause."""
    return {"enabled": True, "delay": after_seconds // 60, "cut_off_date": None}


def setting_faults(group: str, fixed: Mapping[str, Any], given: Mapping[str, Any]) -> list[DomainError]:
    """One error for each given value that is another than the fixed one; ``group`` is the input they stand in."""
    return [
        SettingFixed(f"{group}.{_camel(name)}", value=_plain(fixed[name]))
        for name, value in given.items()
        if name in fixed and _plain(value) != _plain(fixed[name])
    ]


def _plain(value: Any) -> str:
    value = getattr(value, "value", value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)
