"""For whom orders were placed; fills a port of baskets."""

from __future__ import annotations

from uuid import UUID

from market.baskets.ports import OrderPlace
from market.procurement.models import AgencyOrder


class OrdersOfAgencies:
    def place_of(self, order_id: UUID) -> OrderPlace | None:
        found = AgencyOrder.objects.filter(order_id=order_id).values_list("agency_id", "department_id").first()
        return OrderPlace(*found) if found is not None else None
