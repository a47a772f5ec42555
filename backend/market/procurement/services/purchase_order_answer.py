"""An enterprise answers a purchase order: it accepts, or proposes a later day or fewer pieces."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from market.core import clock, outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput
from market.core.texts import text_clean
from market.orders.models import OrderLine
from market.orders.rules import FULFILLABLE
from market.orders.services.vendor_order_agree_delivery import LONGEST_DAYS, vendor_order_agree_delivery
from market.procurement.enums import TrailAction
from market.procurement.errors import NoRealChange
from market.procurement.events import PurchaseOrderAccepted, PurchaseOrderChangeProposed
from market.procurement.models import PurchaseOrder, PurchaseOrderChange, PurchaseOrderStatus
from market.procurement.rules import pieces_changed
from market.procurement.services.commitment_settle import changes_close
from market.procurement.services.purchase_order_locked import ensure_status, for_vendor
from market.procurement.services.trail_write import trail_write

S = PurchaseOrderStatus


def purchase_order_accept(*, purchase_order_id: UUID, actor: Actor) -> PurchaseOrder:
    """The enterprise delivers as ordered; what it had proposed falls away. Its day to deliver is agreed with that.

    Accepting again changes nothing. Raises NotFound, PurchaseOrderStanding for what was cancelled.
    """
    with transaction.atomic():
        order = for_vendor(purchase_order_id, actor)
        ensure_status(order, S.ISSUED, S.CHANGE_PROPOSED, S.ACCEPTED)
        if order.status == S.ACCEPTED:
            return order
        changes_close(order)
        order.status, order.accepted_at, order.accepted_by_id = S.ACCEPTED, clock.now(), actor.user_id
        order.save(update_fields=["status", "accepted_at", "accepted_by"])
        if order.vendor_order.status in FULFILLABLE and order.deliver_by >= clock.today():
            vendor_order_agree_delivery(vendor_order_id=order.vendor_order_id, agreed_on=order.deliver_by, actor=actor)
        trail_write(
            request=order.request,
            action=TrailAction.VENDOR_ACCEPTED,
            actor=actor,
            role=order.vendor_order.vendor.name,
            number=order.number,
        )
        outbox.publish(PurchaseOrderAccepted(purchase_order_id=order.pk))
    return order


def purchase_order_change_propose(
    *,
    purchase_order_id: UUID,
    reason: str,
    actor: Actor,
    deliver_by: dt.date | None = None,
    pieces: Mapping[UUID, int] | None = None,
) -> PurchaseOrderChange:
    """Propose another day than ordered, later, or how many of a line can be sent instead of all that is open. Never a higher price.

    A further proposal takes the place of the one that waits. To send nothing at all the part is declined instead. Raises NotFound, Required,
    InvalidInput, NoRealChange, PurchaseOrderStanding.
    """
    with transaction.atomic():
        order = for_vendor(purchase_order_id, actor)
        ensure_status(order, S.ISSUED, S.ACCEPTED, S.CHANGE_PROPOSED)
        if order.vendor_order.status not in FULFILLABLE:
            raise NoRealChange("id")
        said = text_clean(reason, field="reason", longest=500)
        _ensure_later(order, deliver_by)
        kept = _pieces(order, pieces or {})
        if deliver_by is None and not kept:
            raise NoRealChange("input")
        changes_close(order)
        change = PurchaseOrderChange.objects.create(
            purchase_order=order, deliver_by=deliver_by, pieces=kept, reason=said, proposed_by_id=actor.user_id
        )
        order.status = S.CHANGE_PROPOSED
        order.save(update_fields=["status"])
        trail_write(
            request=order.request,
            action=TrailAction.CHANGE_PROPOSED,
            actor=actor,
            role=order.vendor_order.vendor.name,
            comment=said,
            number=order.number,
            deliver_by=str(deliver_by or ""),
            pieces=kept,
        )
        outbox.publish(PurchaseOrderChangeProposed(purchase_order_id=order.pk, change_id=change.pk))
    return change


def _ensure_later(order: PurchaseOrder, day: dt.date | None) -> None:
    if day is None:
        return
    if day <= order.deliver_by:
        raise NoRealChange("deliverBy")
    if not clock.today() <= day <= clock.today() + dt.timedelta(days=LONGEST_DAYS):
        raise InvalidInput("deliverBy", "오늘부터 1년 안의 날짜를 적어 주세요.", "Give a day from today within a year.")


def _pieces(order: PurchaseOrder, wished: Mapping[UUID, int]) -> dict[str, int]:
    """Lines that lose pieces, with how many stay of those that are open."""
    lines = OrderLine.objects.filter(vendor_order_id=order.vendor_order_id)
    still_open = {str(line.pk): line.quantity_open for line in lines}
    given = {str(pk): count for pk, count in wished.items()}
    try:
        gone = pieces_changed(given, still_open)
    except ValueError as error:
        raise NoRealChange("pieces") from error
    if gone and sum(gone.values()) == sum(still_open.values()):
        raise InvalidInput(
            "pieces", "하나도 보낼 수 없으면 주문을 거절해 주세요.", "Decline the order if nothing of it can be sent."
        )
    return {line: given[line] for line in gone}
