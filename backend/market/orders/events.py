"""What orders tell the other rooms. Payloads are ids and amounts; people are looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from market.core.events import Event


@dataclass(frozen=True, kw_only=True)
class OrderEvent(Event):
    """Something about one order; events of one order keep their order."""

    topic: ClassVar[str] = "orders.order_event"
    order_id: UUID

    @property
    def key(self) -> str:
        return f"order:{self.order_id}"


@dataclass(frozen=True, kw_only=True)
class OrderPlaced(OrderEvent):
    topic: ClassVar[str] = "orders.order_placed"


@dataclass(frozen=True, kw_only=True)
class OrderPaid(OrderEvent):
    """The order is paid in full."""

    topic: ClassVar[str] = "orders.order_paid"


@dataclass(frozen=True, kw_only=True)
class OrderRefundGranted(OrderEvent):
    """Less of the order is to be paid than before; what was received above the rest goes back."""

    topic: ClassVar[str] = "orders.order_refund_granted"
    granted_refund_id: int


@dataclass(frozen=True, kw_only=True)
class OrderCancelled(OrderEvent):
    topic: ClassVar[str] = "orders.order_cancelled"


@dataclass(frozen=True, kw_only=True)
class OrderExpired(OrderEvent):
    """The buyer did not pay in time; the pieces are free again."""

    topic: ClassVar[str] = "orders.order_expired"


@dataclass(frozen=True, kw_only=True)
class OrderFulfilled(OrderEvent):
    """A vendor has dispatched something of the order."""

    topic: ClassVar[str] = "orders.order_fulfilled"
    vendor_order_id: UUID
    fulfillment_id: int


@dataclass(frozen=True, kw_only=True)
class VendorOrdersReady(OrderEvent):
    """Parts of the order may be sent from now on: it is paid, or placed where payment comes later."""

    topic: ClassVar[str] = "orders.vendor_orders_ready"


@dataclass(frozen=True, kw_only=True)
class VendorOrderLinesCancelled(OrderEvent):
    """An enterprise cannot send some pieces of its part; the rest stands."""

    topic: ClassVar[str] = "orders.vendor_order_lines_cancelled"
    vendor_order_id: UUID
    cancellation_id: int


@dataclass(frozen=True, kw_only=True)
class FulfillmentCancelled(OrderEvent):
    """A dispatch was called off before it arrived; its pieces are in the stock again and still promised."""

    topic: ClassVar[str] = "orders.fulfillment_cancelled"
    vendor_order_id: UUID
    fulfillment_id: int


@dataclass(frozen=True, kw_only=True)
class FulfillmentTrackingUpdated(OrderEvent):
    """A dispatch has another carrier or number; ``notify_customer`` asks for a mail about it."""

    topic: ClassVar[str] = "orders.fulfillment_tracking_updated"
    fulfillment_id: int
    notify_customer: bool


@dataclass(frozen=True, kw_only=True)
class FulfillmentDelivered(OrderEvent):
    """A dispatch has arrived, or so much time has passed that it is taken to have."""

    topic: ClassVar[str] = "orders.fulfillment_delivered"
    fulfillment_id: int


@dataclass(frozen=True, kw_only=True)
class VendorOrderCancelled(OrderEvent):
    """One enterprise's part is cancelled before dispatch; the others stand."""

    topic: ClassVar[str] = "orders.vendor_order_cancelled"
    vendor_order_id: UUID


@dataclass(frozen=True, kw_only=True)
class WithdrawalEvent(OrderEvent):
    """Something about goods that go back."""

    topic: ClassVar[str] = "orders.withdrawal_event"
    vendor_order_id: UUID
    withdrawal_id: UUID


@dataclass(frozen=True, kw_only=True)
class WithdrawalRequested(WithdrawalEvent):
    topic: ClassVar[str] = "orders.withdrawal_requested"


@dataclass(frozen=True, kw_only=True)
class WithdrawalCancelled(WithdrawalEvent):
    """The buyer keeps the goods after all."""

    topic: ClassVar[str] = "orders.withdrawal_cancelled"


@dataclass(frozen=True, kw_only=True)
class WithdrawalAccepted(WithdrawalEvent):
    topic: ClassVar[str] = "orders.withdrawal_accepted"


@dataclass(frozen=True, kw_only=True)
class WithdrawalRejected(WithdrawalEvent):
    topic: ClassVar[str] = "orders.withdrawal_rejected"


@dataclass(frozen=True, kw_only=True)
class WithdrawalReceived(WithdrawalEvent):
    """The goods are back; the refund is granted."""

    topic: ClassVar[str] = "orders.withdrawal_received"


@dataclass(frozen=True, kw_only=True)
class WithdrawalRefunded(WithdrawalEvent):
    """No more is held of the order than is owed: the money is back."""

    topic: ClassVar[str] = "orders.withdrawal_refunded"
