"""Less is to be paid than was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from market.core import clock, outbox
from market.core.actor import Actor
from market.orders.enums import RefundKind
from market.orders.events import OrderPaid, OrderRefundGranted
from market.orders.models import Order, OrderGrantedRefund, OrderGrantedRefundLine, VendorOrder
from market.orders.rules import NOT_SOLD
from market.orders.services.order_funds_set import PAID, charge_status_now
from market.orders.services.vendor_orders_ready import vendor_orders_ready


@dataclass(frozen=True, slots=True)
class RefundedLine:
    """So many pieces of a line, and their price with VAT."""

    order_line_id: UUID
    quantity: int
    amount: Decimal


def refund_grant(
    *,
    order: Order,
    kind: RefundKind,
    key: str,
    amount: Decimal,
    actor: Actor,
    vendor_order: VendorOrder | None = None,
    lines: Sequence[RefundedLine] = (),
    is_shipping_included: bool = False,
    reason: str = "",
) -> OrderGrantedRefund | None:
    """Grant a refund on a locked order and tell the payment side. One ``key`` grants once: the second call changes nothing.

    ``amount`` is cut to what is still to be paid of the order; nothing is granted where that is nothing. Returns the grant or None.
    Publishes OrderPaid where what was received now covers the rest of a living order.
    """
    known = OrderGrantedRefund.objects.filter(key=key).first()
    amount = min(amount, order.total_gross - order.total_granted)
    if known is not None or amount <= 0:
        return known
    grant = OrderGrantedRefund.objects.create(
        order=order,
        vendor_order=vendor_order,
        kind=kind,
        key=key,
        amount=amount,
        currency=order.currency,
        reason=reason[:500],
        is_shipping_included=is_shipping_included,
        actor_id=actor.user_id,
        created_at=clock.now(),
    )
    OrderGrantedRefundLine.objects.bulk_create(
        OrderGrantedRefundLine(
            granted_refund=grant, order_line_id=line.order_line_id, quantity=line.quantity, amount=line.amount
        )
        for line in lines
    )
    was_paid = order.charge_status in PAID
    order.total_granted += amount
    order.charge_status = charge_status_now(order)
    order.save(update_fields=["total_granted", "charge_status", "updated_at"])
    outbox.publish(OrderRefundGranted(order_id=order.pk, granted_refund_id=grant.pk))
    is_paid_now = order.charge_status in PAID and (order.total_charged > 0 or order.gift_cards_gross > 0)
    if is_paid_now and not was_paid and order.status not in NOT_SOLD:
        outbox.publish(OrderPaid(order_id=order.pk))
        vendor_orders_ready(order=order)
    return grant
