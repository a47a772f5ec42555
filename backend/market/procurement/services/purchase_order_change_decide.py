"""The requester answers what an enterprise proposed."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.agencies.models import AgencyMember
from market.core import clock, outbox
from market.core.actor import SYSTEM, Actor
from market.core.errors import Required
from market.core.texts import text_clean
from market.orders.models import OrderLine
from market.orders.services.vendor_order_agree_delivery import vendor_order_agree_delivery
from market.orders.services.vendor_order_lines_cancel import vendor_order_lines_cancel
from market.procurement.enums import TrailAction
from market.procurement.errors import NoRealChange, PurchaseOrderStanding
from market.procurement.events import PurchaseOrderChangeDecided
from market.procurement.models import ChangeStatus, PurchaseOrder, PurchaseOrderChange, PurchaseOrderStatus
from market.procurement.rules import pieces_changed
from market.procurement.selectors.purchase_orders import RELATED
from market.procurement.services.commitment_settle import commitment_settle, paper_follow
from market.procurement.services.purchase_order_locked import ensure_status, for_agency
from market.procurement.services.trail_write import trail_write


def purchase_order_change_decide(
    *, purchase_order_id: UUID, change_id: int, agrees: bool, actor: Actor, note: str = ""
) -> PurchaseOrder:
    """Agree: the day is agreed, pieces are cancelled, the budget line gets back what they cost, and a new paper takes the place of the old.
    Refuse, with a note: the order stands as it was. By the requester, or who stands in for the requester today.

    Raises NotFound, PermissionDenied, Required, PurchaseOrderStanding when nothing (or another proposal) waits, and NoRealChange when so many
    pieces are not open any more.
    """
    said = text_clean(note, field="note", longest=500, is_required=False)
    if not agrees and not said:
        raise Required("note")
    with transaction.atomic():
        order, member = for_agency(purchase_order_id, actor)
        ensure_status(order, PurchaseOrderStatus.CHANGE_PROPOSED)
        change = order.changes.filter(pk=change_id, status=ChangeStatus.PROPOSED).first()
        if change is None:
            raise PurchaseOrderStanding("changeId", status=PurchaseOrderStatus(order.status).label)
        change.status = ChangeStatus.AGREED if agrees else ChangeStatus.REFUSED
        change.decided_by, change.decided_at, change.decision_note = member, clock.now(), said
        change.save()
        if agrees:
            order = _agree(order, change, actor)
        else:
            order.status = PurchaseOrderStatus.ACCEPTED if order.accepted_at else PurchaseOrderStatus.ISSUED
            order.save(update_fields=["status"])
        _note(order, member, actor, agrees, said, change)
        if agrees:
            paper_follow(purchase_order=order, actor=actor)
            commitment_settle(request=order.request, actor=actor)
    return order


def _agree(order: PurchaseOrder, change: PurchaseOrderChange, actor: Actor) -> PurchaseOrder:
    """The enterprise's part follows. The agency's person is no member of the enterprise, so the market acts for both, who agreed."""
    if change.deliver_by is not None:
        vendor_order_agree_delivery(vendor_order_id=order.vendor_order_id, agreed_on=change.deliver_by, actor=SYSTEM)
        order.deliver_by = change.deliver_by
    if change.pieces:
        lines = OrderLine.objects.filter(vendor_order_id=order.vendor_order_id)
        try:
            gone = pieces_changed(change.pieces, {str(line.pk): line.quantity_open for line in lines})
        except ValueError as error:
            raise NoRealChange("changeId") from error
        if gone:
            vendor_order_lines_cancel(
                vendor_order_id=order.vendor_order_id,
                pieces=[(UUID(line), count) for line, count in gone.items()],
                reason=change.reason,
                actor=SYSTEM,
            )
    order.status = PurchaseOrderStatus.ACCEPTED
    order.accepted_at, order.accepted_by_id = clock.now(), change.proposed_by_id
    order.save(update_fields=["status", "accepted_at", "accepted_by", "deliver_by"])
    request = order.request
    found = PurchaseOrder.objects.select_related(*RELATED).get(pk=order.pk)  # with the part as it is now
    found.request = request
    return found


def _note(
    order: PurchaseOrder, member: AgencyMember, actor: Actor, agrees: bool, note: str, change: PurchaseOrderChange
) -> None:
    trail_write(
        request=order.request,
        action=TrailAction.CHANGE_AGREED if agrees else TrailAction.CHANGE_REFUSED,
        actor=actor,
        member=member,
        comment=note,
        number=order.number,
        deliver_by=str(change.deliver_by or ""),
        pieces=change.pieces,
    )
    outbox.publish(PurchaseOrderChangeDecided(purchase_order_id=order.pk, change_id=change.pk))
