"""What payments hears of the other rooms."""

from __future__ import annotations

from uuid import UUID

from market.checkout.events import CheckoutTotalChanged
from market.core.actor import SYSTEM
from market.core.events import handles
from market.orders.events import OrderCancelled, OrderExpired, OrderFulfilled, OrderPlaced, OrderRefundGranted
from market.payments.services.attempts_call_off import attempts_call_off
from market.payments.services.funds_capture import funds_capture
from market.payments.services.funds_settle import funds_settle
from market.payments.services.transaction_for_order import transaction_for_order


@handles(OrderPlaced, name="payments.open_transaction")
def open_transaction(event: OrderPlaced) -> None:
    transaction_for_order(order_id=UUID(str(event.order_id)))


@handles(OrderRefundGranted, name="payments.return_granted")
def return_granted(event: OrderRefundGranted) -> None:
    funds_settle(order_id=UUID(str(event.order_id)), actor=SYSTEM, reason="granted")


@handles(OrderCancelled, name="payments.return_cancelled")
def return_cancelled(event: OrderCancelled) -> None:
    funds_settle(order_id=UUID(str(event.order_id)), actor=SYSTEM, reason="cancelled")


@handles(OrderExpired, name="payments.return_expired")
def return_expired(event: OrderExpired) -> None:
    funds_settle(order_id=UUID(str(event.order_id)), actor=SYSTEM, reason="expired")


@handles(OrderFulfilled, name="payments.capture_promised")
def capture_promised(event: OrderFulfilled) -> None:
    funds_capture(order_id=UUID(str(event.order_id)), actor=SYSTEM)


@handles(CheckoutTotalChanged, name="payments.call_off_outdated")
def call_off_outdated(event: CheckoutTotalChanged) -> None:
    attempts_call_off(checkout_id=UUID(str(event.checkout_id)))
