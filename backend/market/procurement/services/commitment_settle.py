"""What follows for a purchase when its order changes: "should minus is", so that doing it twice changes nothing."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.agencies.services.budget_use_set import budget_use_set
from market.core import clock, outbox
from market.core.actor import SYSTEM, Actor
from market.orders.enums import OrderStatus
from market.orders.models import LineCancellation, Order
from market.procurement.enums import TrailAction
from market.procurement.events import PurchaseOrderCanceled
from market.procurement.locks import request_for_update
from market.procurement.models import (
    ChangeStatus,
    PurchaseOrder,
    PurchaseOrderStatus,
    PurchaseRequest,
    RequestStatus,
)
from market.procurement.rules import amount_left
from market.procurement.selectors.paper_facts import purchase_order_facts
from market.procurement.services.purchase_order_issue import purchase_order_paper_issue
from market.procurement.services.request_status_set import request_status_set
from market.procurement.services.request_submit import reference_of
from market.procurement.services.trail_write import trail_write

ENDED = (OrderStatus.CANCELED, OrderStatus.EXPIRED)
SETTLED = (RequestStatus.APPROVED, RequestStatus.CANCELED)


def purchase_follow(*, order_id: UUID) -> None:
    """After anything happened to an order: purchase orders of cancelled parts end, papers and the budget line agree with what is left.

    Does nothing for orders without an approved request.
    """
    request_id = (
        PurchaseRequest.objects.filter(order_id=order_id, status__in=SETTLED).values_list("pk", flat=True).first()
    )
    if request_id is None:
        return
    with transaction.atomic():
        request = request_for_update(request_id)
        if request.status not in SETTLED or request.order_id != order_id:
            return
        for purchase_order in purchase_orders_of_request(request):
            if purchase_order.vendor_order.status in ENDED:
                purchase_order_end(purchase_order=purchase_order, actor=SYSTEM, reason=_reason(purchase_order))
            else:
                paper_follow(purchase_order=purchase_order, actor=SYSTEM)
        commitment_settle(request=request, actor=SYSTEM)


def purchase_orders_of_request(request: PurchaseRequest) -> list[PurchaseOrder]:
    """Read after the lock of their request, which stays the one instance."""
    rows = PurchaseOrder.objects.filter(request=request).select_related(
        "vendor_order__vendor", "vendor_order__order", "paper"
    )
    found = list(rows.order_by("number"))
    for row in found:
        row.request = request
    return found


def purchase_order_end(*, purchase_order: PurchaseOrder, actor: Actor, reason: str, is_by_agency: bool = False) -> None:
    """Its part is cancelled: so is it, and what was proposed falls away. Once; in the caller's transaction, under the request's lock."""
    if purchase_order.status == PurchaseOrderStatus.CANCELED:
        return
    changes_close(purchase_order)
    purchase_order.status = PurchaseOrderStatus.CANCELED
    purchase_order.canceled_at = clock.now()
    purchase_order.canceled_reason = reason[:500]
    purchase_order.save(update_fields=["status", "canceled_at", "canceled_reason"])
    if not is_by_agency:
        trail_write(
            request=purchase_order.request,
            action=TrailAction.VENDOR_CANCELED,
            actor=actor,
            comment=reason,
            number=purchase_order.number,
        )
    outbox.publish(PurchaseOrderCanceled(purchase_order_id=purchase_order.pk, is_by_agency=is_by_agency))


def changes_close(purchase_order: PurchaseOrder) -> None:
    """What is still proposed is proposed no longer."""
    purchase_order.changes.filter(status=ChangeStatus.PROPOSED).update(
        status=ChangeStatus.WITHDRAWN, decided_at=clock.now()
    )


def paper_follow(*, purchase_order: PurchaseOrder, actor: Actor) -> None:
    """A new paper in place of the old one where what it says is not what stands any more."""
    ground = purchase_order.request.grounds.get(
        round=purchase_order.request.round, vendor_id=purchase_order.vendor_order.vendor_id
    )
    before = purchase_order.paper
    if before is not None:
        now = purchase_order_facts(
            purchase_order, ground, number=before.number, replaces=str(before.facts.get("replaces", ""))
        )
        if all(before.facts.get(name) == now[name] for name in ("lines", "total", "notes")):
            return
    paper = purchase_order_paper_issue(purchase_order=purchase_order, ground=ground, actor=actor)
    trail_write(request=purchase_order.request, action=TrailAction.PAPER_ISSUED, actor=actor, number=paper.number)


def commitment_settle(*, request: PurchaseRequest, actor: Actor) -> None:
    """The budget line holds for it what is still to be paid of the order, and as spent what was paid; nothing once it has ended.

    The request is cancelled with its last purchase order. Last in a transaction but for locks below: budget lines are locked here.
    """
    if (
        request.status == RequestStatus.APPROVED
        and not request.purchase_orders.exclude(status=PurchaseOrderStatus.CANCELED).exists()
    ):
        request_status_set(request=request, to=RequestStatus.CANCELED)
        request.save(update_fields=["status", "updated_at"])
    assert request.order_id is not None  # an approved request has one, by CHECK
    order = Order.objects.get(pk=request.order_id)
    committed, spent = amount_left(
        is_ended=order.status in ENDED,
        total=order.total_gross,
        granted=order.total_granted,
        charged=order.total_charged,
    )
    budget_use_set(
        line_id=request.budget_line_id or 0,
        reference=reference_of(request),
        actor=actor,
        committed=committed,
        spent=spent,
        note=request.number or "",
    )


def _reason(purchase_order: PurchaseOrder) -> str:
    said = LineCancellation.objects.filter(vendor_order_id=purchase_order.vendor_order_id).order_by("-id").first()
    return said.reason if said is not None else "주문이 취소됐어요."
