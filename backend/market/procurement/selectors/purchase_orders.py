"""Who reads which purchase orders."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from market.core.actor import Actor
from market.core.errors import NotFound
from market.orders.selectors.order_access import handled_vendor_ids
from market.procurement.models import PurchaseOrder, PurchaseOrderChange
from market.procurement.selectors.requests import requests_readable

RELATED = (
    "request__agency",
    "request__department",
    "request__requester__user",
    "request__requester__department",
    "vendor_order__vendor",
    "vendor_order__order",
    "paper",
)


def purchase_orders_readable(viewer: Actor) -> QuerySet[PurchaseOrder]:
    """Those of the requests the viewer reads."""
    requests = requests_readable(viewer).order_by().values("pk")
    return PurchaseOrder.objects.filter(request__in=requests).select_related(*RELATED)


def vendor_purchase_orders(viewer: Actor, vendor_id: int | None = None) -> QuerySet[PurchaseOrder]:
    """Those of the enterprises whose orders the viewer handles, or of one of them."""
    own = handled_vendor_ids(viewer)
    wanted = [pk for pk in own if vendor_id in (None, pk)]
    return PurchaseOrder.objects.filter(vendor_order__vendor_id__in=wanted).select_related(*RELATED)


def purchase_order_get(*, purchase_order_id: UUID, viewer: Actor) -> PurchaseOrder:
    """For the agency's readers. Raises NotFound."""
    found = purchase_orders_readable(viewer).filter(pk=purchase_order_id).first()
    if found is None:
        raise NotFound("id")
    return found


def vendor_purchase_order_get(*, purchase_order_id: UUID, viewer: Actor) -> PurchaseOrder:
    """For the enterprise's people. Raises NotFound."""
    found = vendor_purchase_orders(viewer).filter(pk=purchase_order_id).first()
    if found is None:
        raise NotFound("id")
    return found


def changes_of(purchase_order_ids: list[UUID]) -> QuerySet[PurchaseOrderChange]:
    """All that was ever proposed, oldest first."""
    rows = PurchaseOrderChange.objects.filter(purchase_order_id__in=purchase_order_ids)
    return rows.select_related("proposed_by", "decided_by__user").order_by("id")
