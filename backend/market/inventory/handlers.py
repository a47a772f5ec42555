"""What inventory does when others change."""

from __future__ import annotations

from market.core.events import handles
from market.inventory.services.warehouse_open import warehouse_open
from market.vendors.events import ApplicationApproved


@handles(ApplicationApproved, name="inventory.open_warehouse")
def open_warehouse(event: ApplicationApproved) -> None:
    warehouse_open(vendor_id=event.vendor_id)
