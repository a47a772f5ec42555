"""What procurement tells the other rooms. Payloads are ids; people and words are looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from market.core.events import Event


@dataclass(frozen=True, kw_only=True)
class RequestEventTold(Event):
    """Something about one purchase request; events of one keep their order."""

    topic: ClassVar[str] = "procurement.request_event"
    request_id: UUID
    round: int

    @property
    def key(self) -> str:
        return f"purchase-request:{self.request_id}"


@dataclass(frozen=True, kw_only=True)
class ApprovalTurnCame(RequestEventTold):
    """The members of this stage are to decide now."""

    topic: ClassVar[str] = "procurement.approval_turn_came"
    stage: int


@dataclass(frozen=True, kw_only=True)
class ApprovalEndsSoon(RequestEventTold):
    """The terms are held for less than a day more, and somebody has not decided."""

    topic: ClassVar[str] = "procurement.approval_ends_soon"
    stage: int


@dataclass(frozen=True, kw_only=True)
class RequestApproved(RequestEventTold):
    """It was approved for good, and ordered."""

    topic: ClassVar[str] = "procurement.request_approved"


@dataclass(frozen=True, kw_only=True)
class RequestLinesRejected(RequestEventTold):
    """Somebody rejected lines; the rest stands. ``event_id``: the step of the trail."""

    topic: ClassVar[str] = "procurement.request_lines_rejected"
    event_id: int


@dataclass(frozen=True, kw_only=True)
class RequestReturned(RequestEventTold):
    """Sent back, rejected, lapsed, or stopped with an enterprise: ``event_id``, the step of the trail, says what and why."""

    topic: ClassVar[str] = "procurement.request_returned"
    event_id: int


@dataclass(frozen=True, kw_only=True)
class RequestCampaignEnded(RequestEventTold):
    """A campaign whose prices it holds has ended; they stand until the hold ends."""

    topic: ClassVar[str] = "procurement.request_campaign_ended"


@dataclass(frozen=True, kw_only=True)
class RequestVendorStopped(RequestEventTold):
    """An enterprise of a request in approval does not sell any more."""

    topic: ClassVar[str] = "procurement.request_vendor_stopped"
    vendor_id: int


@dataclass(frozen=True, kw_only=True)
class PurchaseOrderEvent(Event):
    """Something about one purchase order; events of one keep their order."""

    topic: ClassVar[str] = "procurement.purchase_order_event"
    purchase_order_id: UUID

    @property
    def key(self) -> str:
        return f"purchase-order:{self.purchase_order_id}"


@dataclass(frozen=True, kw_only=True)
class PurchaseOrderIssued(PurchaseOrderEvent):
    topic: ClassVar[str] = "procurement.purchase_order_issued"


@dataclass(frozen=True, kw_only=True)
class PurchaseOrderAccepted(PurchaseOrderEvent):
    topic: ClassVar[str] = "procurement.purchase_order_accepted"


@dataclass(frozen=True, kw_only=True)
class PurchaseOrderChangeProposed(PurchaseOrderEvent):
    topic: ClassVar[str] = "procurement.purchase_order_change_proposed"
    change_id: int


@dataclass(frozen=True, kw_only=True)
class PurchaseOrderChangeDecided(PurchaseOrderEvent):
    topic: ClassVar[str] = "procurement.purchase_order_change_decided"
    change_id: int


@dataclass(frozen=True, kw_only=True)
class PurchaseOrderCanceled(PurchaseOrderEvent):
    """By the agency, or because nothing of it is left."""

    topic: ClassVar[str] = "procurement.purchase_order_canceled"
    is_by_agency: bool
