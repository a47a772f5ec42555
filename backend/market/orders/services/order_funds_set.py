"""What the payment side knows of an order's money."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.core import outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.money import Money
from market.orders.enums import ChargeStatus
from market.orders.events import OrderPaid
from market.orders.locks import orders_for_update
from market.orders.models import Order
from market.orders.rules import charge_status_of
from market.orders.services.vendor_orders_ready import vendor_orders_ready
from market.orders.services.withdrawals_settle import withdrawals_settle

PAID = (ChargeStatus.FULL, ChargeStatus.OVERCHARGED)


@transaction.atomic
def order_funds_set(*, order_id: UUID, charged: Decimal, authorized: Decimal, actor: Actor) -> Order:
    """Note how much of an order is received and promised; both are sums over all its transactions, in the order's currency.

    Publishes OrderPaid when the last won has come. Money does not confirm an order that waits for approval. Raises NotFound.
    """
    order = orders_for_update().filter(pk=order_id).first()
    if order is None:
        raise NotFound("id")
    was_paid = order.charge_status in PAID
    order.total_charged, order.total_authorized = charged, authorized
    order.charge_status = charge_status_now(order)
    order.save(update_fields=["total_charged", "total_authorized", "charge_status", "updated_at"])
    if order.charge_status in PAID and not was_paid:
        outbox.publish(OrderPaid(order_id=order.pk))
    vendor_orders_ready(order=order)
    withdrawals_settle(order=order, actor=actor)
    return order


def charge_status_now(order: Order) -> ChargeStatus:
    """The charge status that follows from the order's amounts."""
    owed = Money.of(order.total_gross - order.total_granted, order.currency)
    return charge_status_of(owed, Money.of(order.total_charged, order.currency))
