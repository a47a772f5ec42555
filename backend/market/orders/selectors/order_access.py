"""Who may act on an enterprise's part from the seller's side. The one place to widen when enterprises handle their own returns."""

from __future__ import annotations

from market.core.actor import Actor
from market.core.permissions import MANAGE_ORDERS
from market.orders.models import VendorOrder


def may_handle_part(vendor_order: VendorOrder, viewer: Actor) -> bool:
    """Whether the viewer may accept, refuse and receive what buyers of this part send back: staff who manage orders."""
    return viewer.has_permission(MANAGE_ORDERS)
