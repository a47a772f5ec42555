"""Whether the reader of a part is the enterprise's own people: asked once a request, whatever the page shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from market.core.permissions import MANAGE_ORDERS
from market.orders.models import VendorOrder
from market.orders.selectors.order_access import handled_vendor_ids


def handles(part: VendorOrder, info: Any) -> bool:
    """Whether the viewer handles this part: a member of its enterprise, once it may be sent, or staff."""
    actor = info.context.actor
    if actor.has_permission(MANAGE_ORDERS):
        return True
    return part.ready_at is not None and part.vendor_id in _own(info)


def handled(parts: Iterable[VendorOrder], info: Any) -> list[VendorOrder]:
    return [part for part in parts if handles(part, info)]


def _own(info: Any) -> set[int]:
    actor = info.context.actor
    found: set[int] = info.context.remember("orders.handled_vendors", lambda: set(handled_vendor_ids(actor)))
    return found
