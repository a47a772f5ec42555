"""What cancelling a purchase order would free."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from market.core.money import Money
from market.orders.desk_rules import cancellation_worth
from market.orders.enums import OrderStatus
from market.orders.models import OrderLine
from market.orders.rules import CANCELLABLE
from market.procurement.models import PurchaseOrder


@dataclass(frozen=True)
class CancellationWorth:
    """``amount``: what need not be paid any more, delivery included; ``pieces``: what goes back into the stock."""

    can_cancel: bool
    amount: Decimal
    currency: str
    pieces: int
    ends_order: bool


def purchase_order_worth(purchase_order: PurchaseOrder) -> CancellationWorth:
    """Of what is open of it now."""
    part = purchase_order.vendor_order
    lines = list(OrderLine.objects.filter(vendor_order=part).order_by("sort_order", "id"))
    open_pieces = {line.pk: line.quantity_open for line in lines if line.quantity_open}
    can_cancel = part.status in CANCELLABLE and bool(open_pieces)
    others = part.order.vendor_orders.exclude(pk=part.pk).exclude(status=OrderStatus.CANCELED)
    if not can_cancel:
        return CancellationWorth(False, Decimal(0), part.currency, 0, False)
    worth = cancellation_worth(lines, open_pieces, Money.of(part.shipping_gross, part.currency))
    return CancellationWorth(True, worth.total.amount, part.currency, sum(open_pieces.values()), not others.exists())
