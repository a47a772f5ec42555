"""What cancelling and expiring share."""

from __future__ import annotations

from market.core.actor import Actor
from market.inventory.services.stock_release import stock_release
from market.orders.enums import OrderStatus
from market.orders.models import Order
from market.orders.rules import CANCELLABLE
from market.orders.services.order_status_set import order_status_set, vendor_order_status_set
from market.promotions.services.gift_card_refund import gift_card_refund
from market.promotions.services.voucher_use import voucher_release


def order_end(*, order: Order, to: OrderStatus, actor: Actor) -> None:
    """End a locked order that nothing was shipped of, with its vendor orders, and free its pieces.

    The voucher's use is given back, and what gift cards paid; money that came as well goes back by the payment side.
    """
    for vendor_order in order.vendor_orders.filter(status__in=CANCELLABLE).order_by("pk"):
        vendor_order_status_set(order=order, vendor_order=vendor_order, to=to, actor=actor)
    order_status_set(order=order, to=to, actor=actor)
    voucher_release(order_id=order.pk)
    gift_card_refund(order_id=order.pk, key=f"order-end:{order.pk}", actor=actor)
    stock_release(order_line_ids=order.lines.order_by().values_list("pk", flat=True))
