"""Less is to be paid than was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from market.core import clock, outbox
from market.core.actor import Actor
from market.orders.enums import RefundKind
from market.orders.events import OrderRefundGranted
from market.orders.models import Order, OrderGrantedRefund, OrderGrantedRefundLine, VendorOrder
from market.orders.services.order_funds_set import charge_status_now


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
    order.total_granted += amount
    order.charge_status = charge_status_now(order)
    order.save(update_fields=["total_granted", "charge_status", "updated_at"])
    outbox.publish(OrderRefundGranted(order_id=order.pk, granted_refund_id=grant.pk))
    return grant
