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
