"""What every step with a purchase order begins with: its request's lock, then itself as it is now."""

from __future__ import annotations

from uuid import UUID

from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import (
    AUTHENTICATED_AGENCY_MEMBER,
    ensure_acts_for_agency,
    member_ids_acted_for,
)
from market.core.actor import Actor
from market.core.errors import NotFound, PermissionDenied
from market.procurement.errors import PurchaseOrderStanding
from market.procurement.locks import request_for_update
from market.procurement.models import PurchaseOrder, PurchaseOrderStatus
from market.procurement.selectors.purchase_orders import (
    RELATED,
    purchase_order_get,
    vendor_purchase_order_get,
)


def for_vendor(purchase_order_id: UUID, actor: Actor) -> PurchaseOrder:
    """For the enterprise's people who handle orders. Raises NotFound."""
    known = vendor_purchase_order_get(purchase_order_id=purchase_order_id, viewer=actor)
    return _locked(known)


def for_agency(
    purchase_order_id: UUID, actor: Actor, *, or_administers: bool = False
) -> tuple[PurchaseOrder, AgencyMember]:
    """For the requester, or who stands in for the requester today; ``or_administers``: also for who administers the agency.

    Raises NotFound for who may not read it, PermissionDenied for other readers.
    """
    known = purchase_order_get(purchase_order_id=purchase_order_id, viewer=actor)
    member = ensure_acts_for_agency(known.request.agency_id, actor, None)
    if member is None:
        raise NotFound("id")
    is_own = known.request.requester_id in member_ids_acted_for(member)
    may = is_own and AgencyAbility.REQUEST.value in member.abilities
    if not may and not (or_administers and AgencyAbility.ADMINISTER.value in member.abilities):
        raise PermissionDenied(AUTHENTICATED_AGENCY_MEMBER)
    return _locked(known), member


def ensure_status(purchase_order: PurchaseOrder, *allowed: PurchaseOrderStatus) -> None:
    """Raise PurchaseOrderStanding in another status."""
    if purchase_order.status not in allowed:
        raise PurchaseOrderStanding("id", status=PurchaseOrderStatus(purchase_order.status).label)


def _locked(known: PurchaseOrder) -> PurchaseOrder:
    request = request_for_update(known.request_id)
    found = PurchaseOrder.objects.select_related(*RELATED).get(pk=known.pk)
    found.request = request
    return found
