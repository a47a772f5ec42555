"""The agency takes a purchase order back before anything of it was sent."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from django.db import transaction

from market.core.actor import SYSTEM, Actor
from market.core.permissions import MANAGE_ORDERS
from market.core.texts import text_clean
from market.orders.services.vendor_orders_cancel import vendor_orders_cancel
from market.procurement.enums import TrailAction
from market.procurement.models import PurchaseOrder, PurchaseOrderStatus
from market.procurement.services.commitment_settle import commitment_settle, purchase_order_end
from market.procurement.services.purchase_order_locked import ensure_status, for_agency
from market.procurement.services.trail_write import trail_write

S = PurchaseOrderStatus
# The order is the requester's; whoever else may cancel for the agency is let through here and named in the trail.
FOR_THE_BUYER = dataclasses.replace(SYSTEM, permissions=frozenset({MANAGE_ORDERS}))


def purchase_order_cancel(*, purchase_order_id: UUID, reason: str, actor: Actor) -> PurchaseOrder:
    """Stock and budget are free, the record of purchases goes, the enterprise is told why. The last one ends order and request.

    By the requester, who stands in for the requester today, or who administers the agency. Raises NotFound, PermissionDenied, Required,
    PurchaseOrderStanding, DispatchedAlready, OrderNotCancellable.
    """
    said = text_clean(reason, field="reason", longest=500)
    with transaction.atomic():
        order, member = for_agency(purchase_order_id, actor, or_administers=True)
        ensure_status(order, S.ISSUED, S.ACCEPTED, S.CHANGE_PROPOSED)
        vendor_orders_cancel(vendor_order_ids=[order.vendor_order_id], actor=FOR_THE_BUYER, reason=said)
        purchase_order_end(purchase_order=order, actor=actor, reason=said, is_by_agency=True)
        trail_write(
            request=order.request,
            action=TrailAction.ORDER_CANCELED,
            actor=actor,
            member=member,
            comment=said,
            number=order.number,
        )
        commitment_settle(request=order.request, actor=actor)
    return order
