"""What mails tell of goods that go back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from market.notifications.selectors.order_facts import LineFacts, OrderFacts, line_facts_of
from market.orders.enums import CostBearer
from market.orders.models import Withdrawal


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalFacts:
    """One withdrawal (청약철회). ``refund`` is goods and delivery less ``return_fee``; ``gift_cards`` is the part of it on gift cards."""

    number: str
    vendor_name: str
    vendor_phone: str
    return_address: str
    rejection_reason: str
    is_at_buyers_cost: bool
    return_fee: Decimal
    refund: Decimal
    gift_cards: Decimal
    refund_by: dt.date | None
    lines: tuple[LineFacts, ...]


def withdrawal_facts(order: OrderFacts, withdrawal_id: UUID, language: str) -> WithdrawalFacts | None:
    """One withdrawal of the order; None where it has no such."""
    found = (
        Withdrawal.objects.select_related("vendor_order__vendor").filter(pk=withdrawal_id, order_id=order.id).first()
    )
    if found is None:
        return None
    vendor = found.vendor_order.vendor
    rows = list(found.lines.select_related("order_line").order_by("pk"))
    return WithdrawalFacts(
        number=found.number,
        vendor_name=next(part.name for part in order.vendors if part.vendor_order_id == found.vendor_order_id),
        vendor_phone=vendor.phone,
        return_address=f"({vendor.postal_code}) {vendor.address}",
        rejection_reason=found.rejection_reason,
        is_at_buyers_cost=found.cost_bearer == CostBearer.BUYER,
        return_fee=found.return_fee,
        refund=found.refund_amount,
        gift_cards=found.gift_card_amount,
        refund_by=found.refund_by,
        lines=line_facts_of([(row.order_line, row.quantity) for row in rows], language),
    )
