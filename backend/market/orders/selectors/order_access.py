"""Who may act on an enterprise's part from the seller's side: its members who handle orders, and staff who manage them."""

from __future__ import annotations

from market.core.actor import SYSTEM, Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_ORDERS
from market.orders.models import VendorOrder
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for, may_act_for, vendor_ids_with


def may_handle_part(vendor_order: VendorOrder, viewer: Actor) -> bool:
    """Whether the viewer may ship this part, cancel pieces of it, and accept, refuse and receive what its buyer sends back."""
    return viewer == SYSTEM or may_act_for(vendor_order.vendor_id, viewer, Ability.HANDLE_ORDERS, MANAGE_ORDERS)


def ensure_handles_part(vendor_order: VendorOrder, actor: Actor, *, field: str = "id") -> None:
    """Raises NotFound for another enterprise's part, as if it did not exist, and for the own while it is not to be sent yet;
    PermissionDenied for a member whose role does not carry it."""
    if actor == SYSTEM or actor.has_permission(MANAGE_ORDERS):
        return
    ensure_acts_for(vendor_order.vendor_id, actor, Ability.HANDLE_ORDERS, field=field)
    if vendor_order.ready_at is None:
        raise NotFound(field)


def handled_vendor_ids(viewer: Actor) -> list[int]:
    """The enterprises whose orders the viewer handles, by membership alone."""
    return vendor_ids_with(viewer, Ability.HANDLE_ORDERS)
