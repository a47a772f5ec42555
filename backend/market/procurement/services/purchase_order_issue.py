"""Purchase orders (발주): one for each enterprise of an approved request, and their papers."""

from __future__ import annotations

from pathlib import Path

from market.agencies.models import AgencyMember
from market.agencies.selectors.policies import policy_on
from market.core import clock, outbox
from market.core.actor import Actor
from market.orders.enums import OrderStatus
from market.orders.models import Order, VendorOrder
from market.papers.models import Paper, PaperKind
from market.papers.services.number_take import number_take, number_text
from market.papers.services.paper_issue import paper_issue
from market.procurement.contract_terms import delay_terms
from market.procurement.enums import TrailAction
from market.procurement.events import PurchaseOrderIssued
from market.procurement.models import PurchaseOrder, PurchaseRequest, RequestGround
from market.procurement.selectors.paper_facts import purchase_order_facts
from market.procurement.services.trail_write import trail_write

SERIES = "PO"
TEMPLATE = Path(__file__).resolve().parents[1] / "papers" / "purchase_order.typ"


def purchase_orders_issue(
    *, request: PurchaseRequest, order: Order, actor: Actor, member: AgencyMember
) -> list[PurchaseOrder]:
    """One purchase order with its paper for each living part of the order, in the transaction that approves the request."""
    parts = order.vendor_orders.exclude(status=OrderStatus.CANCELED).select_related("vendor", "order")
    grounds = {row.vendor_id: row for row in request.grounds.filter(round=request.round)}
    return [_issue(request, part, grounds[part.vendor_id], actor, member) for part in parts.order_by("number")]


def _issue(
    request: PurchaseRequest, part: VendorOrder, ground: RequestGround, actor: Actor, member: AgencyMember
) -> PurchaseOrder:
    today = clock.today()
    assert request.deliver_by is not None
    terms = delay_terms(policy_on(request.agency_id, today).law.value, today)
    buys = frozenset(ground.answer.get("buys", ()))
    made = PurchaseOrder.objects.create(
        number=number_text(SERIES, today.year, number_take(series=SERIES, year=today.year)),
        request=request,
        vendor_order=part,
        ordered_on=today,
        deliver_by=request.deliver_by,
        delivery_place=request.delivery_place,
        delay_rate_per_day=terms.per_day(buys),
    )
    purchase_order_paper_issue(purchase_order=made, ground=ground, actor=actor)
    trail_write(
        request=request,
        action=TrailAction.ORDERED,
        actor=actor,
        member=member,
        number=made.number,
        vendor=part.vendor_id,
        total=str(part.total_gross),
    )
    outbox.publish(PurchaseOrderIssued(purchase_order_id=made.pk))
    return made


def purchase_order_paper_issue(*, purchase_order: PurchaseOrder, ground: RequestGround, actor: Actor) -> Paper:
    """The paper (발주서) of a purchase order as it stands now; a further one names the one it takes the place of."""
    before = purchase_order.paper
    count = Paper.objects.filter(subject_type="PurchaseOrder", subject_id=str(purchase_order.pk)).count()
    number = purchase_order.number if not count else f"{purchase_order.number}-{count + 1}"
    paper = paper_issue(
        kind=PaperKind.PURCHASE_ORDER,
        number=number,
        title=f"발주서 {purchase_order.request.title}",
        template=TEMPLATE,
        facts=purchase_order_facts(purchase_order, ground, number=number, replaces=before.number if before else ""),
        agency_id=purchase_order.request.agency_id,
        vendor_id=purchase_order.vendor_order.vendor_id,
        subject_type="PurchaseOrder",
        subject_id=purchase_order.pk,
        actor=actor,
        replaces=before,
    )
    purchase_order.paper = paper
    purchase_order.save(update_fields=["paper"])
    return paper
