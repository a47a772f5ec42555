"""The last approval: the held order stands, the money is committed, and each enterprise gets its purchase order (발주서)."""

from __future__ import annotations

from pathlib import Path

from market.agencies.models import AgencyMember
from market.agencies.services.budget_use_set import budget_use_set
from market.core import clock, outbox
from market.core.actor import Actor
from market.orders.models import Order
from market.papers.models import Paper, PaperKind
from market.papers.services.paper_issue import paper_issue
from market.procurement.enums import TrailAction
from market.procurement.errors import DeliveryDayPassed, VendorStopped
from market.procurement.events import RequestApproved
from market.procurement.models import AgencyOrder, PurchaseOrder, PurchaseRequest, RequestStatus
from market.procurement.selectors.paper_facts import request_facts
from market.procurement.services.purchase_order_issue import purchase_orders_issue
from market.procurement.services.request_status_set import request_status_set
from market.procurement.services.request_submit import reference_of
from market.procurement.services.trail_write import trail_write
from market.vendors.locks import vendors_held
from market.vendors.models import VendorStatus

TEMPLATES = Path(__file__).resolve().parents[1] / "papers"


def request_approve(
    *, request: PurchaseRequest, order: Order, actor: Actor, member: AgencyMember, role: str
) -> list[PurchaseOrder]:
    """Order what a locked request stands for, all or nothing, in the caller's transaction, which has confirmed the ``order`` just now.

    Locks go down the house: the order, its papers' numbers, the budget line, at last the enterprises, which cannot be suspended until
    the end. Raises DeliveryDayPassed, VendorStopped, BudgetExceeded.
    """
    if request.deliver_by is None or request.deliver_by < clock.today():
        raise DeliveryDayPassed("id")
    AgencyOrder.objects.create(
        order=order, agency_id=request.agency_id, department_id=request.department_id, request=request
    )
    request_status_set(request=request, to=RequestStatus.APPROVED)
    request.decided_at = clock.now()
    request.save()
    trail_write(
        request=request,
        action=TrailAction.APPROVED,
        actor=actor,
        member=member,
        role=role,
        total=str(request.total_gross),
        order_number=order.number,
    )
    request_paper_issue(request=request, actor=actor)
    made = purchase_orders_issue(request=request, order=order, actor=actor, member=member)
    budget_use_set(
        line_id=request.budget_line_id or 0,
        reference=reference_of(request),
        actor=actor,
        committed=order.total_gross,
        note=request.number or "",
    )
    _ensure_selling(order)
    outbox.publish(RequestApproved(request_id=request.pk, round=request.round))
    return made


def request_paper_issue(*, request: PurchaseRequest, actor: Actor) -> Paper:
    """The request as it was approved (품의서), with its approval line and grounds."""
    return paper_issue(
        kind=PaperKind.PURCHASE_REQUEST,
        number=request.number or "",
        title=f"품의서 {request.title}",
        template=TEMPLATES / "purchase_request.typ",
        facts=request_facts(request),
        agency_id=request.agency_id,
        subject_type="PurchaseRequest",
        subject_id=request.pk,
        actor=actor,
    )


def _ensure_selling(order: Order) -> None:
    """One that is suspended meanwhile waits for this transaction, or has won and is seen here."""
    wanted = set(order.lines.values_list("vendor_order__vendor_id", flat=True))
    for vendor in vendors_held(wanted):
        if vendor.status != VendorStatus.ACTIVE:
            raise VendorStopped("id", vendor=vendor.name)
