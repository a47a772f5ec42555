"""What buyers hear of their orders."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from market.core.events import Event, handles
from market.notifications.enums import MailKind
from market.notifications.handlers.noting import key_of, nudge_when_noted
from market.notifications.selectors.order_facts import tracking_of
from market.notifications.services.order_mail_save import order_mail_save
from market.orders.events import (
    FulfillmentTrackingUpdated,
    OrderCancelled,
    OrderExpired,
    OrderFulfilled,
    OrderPaid,
    OrderPlaced,
    OrderRefundGranted,
    VendorOrderCancelled,
    WithdrawalAccepted,
    WithdrawalCancelled,
    WithdrawalEvent,
    WithdrawalReceived,
    WithdrawalRejected,
    WithdrawalRequested,
)
from market.payments.events import RefundSucceeded


@handles(OrderPlaced, name="notifications.tell_order_placed")
def tell_order_placed(event: OrderPlaced) -> None:
    _order(event, MailKind.ORDER_PLACED, event.order_id)


@handles(OrderPaid, name="notifications.tell_order_paid")
def tell_order_paid(event: OrderPaid) -> None:
    _order(event, MailKind.ORDER_PAID, event.order_id)


@handles(OrderExpired, name="notifications.tell_order_expired")
def tell_order_expired(event: OrderExpired) -> None:
    _order(event, MailKind.ORDER_EXPIRED, event.order_id)


@handles(OrderCancelled, name="notifications.tell_order_cancelled")
def tell_order_cancelled(event: OrderCancelled) -> None:
    _order(event, MailKind.ORDER_CANCELLED, event.order_id, notes_received=True)


@handles(OrderFulfilled, name="notifications.tell_order_dispatched")
def tell_order_dispatched(event: OrderFulfilled) -> None:
    params = {"fulfillment_id": event.fulfillment_id}
    _order(event, MailKind.ORDER_DISPATCHED, event.order_id, event.fulfillment_id, params=params)


@handles(FulfillmentTrackingUpdated, name="notifications.tell_tracking_updated")
def tell_tracking_updated(event: FulfillmentTrackingUpdated) -> None:
    """Each new number once, and only where the vendor wants the buyer to hear of it."""
    if not event.notify_customer:
        return
    params = {"fulfillment_id": event.fulfillment_id}
    number = tracking_of(event.fulfillment_id)
    _order(event, MailKind.DISPATCH_UPDATED, event.order_id, event.fulfillment_id, number, params=params)


@handles(VendorOrderCancelled, name="notifications.tell_part_cancelled")
def tell_part_cancelled(event: VendorOrderCancelled) -> None:
    params = {"vendor_order_id": str(event.vendor_order_id)}
    _order(event, MailKind.PART_CANCELLED, event.order_id, event.vendor_order_id, params=params, notes_received=True)


@handles(WithdrawalRequested, name="notifications.tell_withdrawal_requested")
def tell_withdrawal_requested(event: WithdrawalRequested) -> None:
    _withdrawal(event, MailKind.WITHDRAWAL_REQUESTED)


@handles(WithdrawalAccepted, name="notifications.tell_withdrawal_accepted")
def tell_withdrawal_accepted(event: WithdrawalAccepted) -> None:
    _withdrawal(event, MailKind.WITHDRAWAL_ACCEPTED)


@handles(WithdrawalRejected, name="notifications.tell_withdrawal_rejected")
def tell_withdrawal_rejected(event: WithdrawalRejected) -> None:
    _withdrawal(event, MailKind.WITHDRAWAL_REJECTED)


@handles(WithdrawalCancelled, name="notifications.tell_withdrawal_cancelled")
def tell_withdrawal_cancelled(event: WithdrawalCancelled) -> None:
    _withdrawal(event, MailKind.WITHDRAWAL_CANCELLED)


@handles(WithdrawalReceived, name="notifications.tell_withdrawal_received")
def tell_withdrawal_received(event: WithdrawalReceived) -> None:
    """That the money is back, too, is told by the refund itself."""
    _withdrawal(event, MailKind.WITHDRAWAL_RECEIVED)


def _withdrawal(event: WithdrawalEvent, kind: MailKind) -> None:
    params = {"withdrawal_id": str(event.withdrawal_id)}
    _order(event, kind, event.order_id, event.withdrawal_id, params=params)


@handles(OrderRefundGranted, name="notifications.tell_refund_granted")
def tell_refund_granted(event: OrderRefundGranted) -> None:
    params = {"granted_refund_id": event.granted_refund_id}
    _order(event, MailKind.REFUND_GRANTED, event.order_id, event.granted_refund_id, params=params, notes_received=True)


@handles(RefundSucceeded, name="notifications.tell_refund_done")
def tell_refund_done(event: RefundSucceeded) -> None:
    """Money of a checkout that never became an order has no buyer to be told."""
    if event.order_id is None:
        return
    params = {"amount": event.amount, "currency": event.currency}
    _order(event, MailKind.REFUND_DONE, event.order_id, event.transaction_token, event.psp_reference, params=params)


def _order(
    event: Event,
    kind: MailKind,
    order_id: UUID,
    *facts: object,
    params: dict[str, Any] | None = None,
    notes_received: bool = False,
) -> None:
    """One mail to the buyer; ``facts`` tell this event from others of its topic, where the order alone does not."""
    is_new = order_mail_save(
        kind=kind,
        order_id=order_id,
        event_key=key_of(event, *(facts or (order_id,))),
        params=params,
        notes_received=notes_received,
    )
    nudge_when_noted(is_new)
