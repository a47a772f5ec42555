"""What baskets must ask of rooms above them. They fill the port in their ``apps.py``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class OrderPlace:
    """For whom an order was placed; ``department_id`` None: for the agency as a whole."""

    agency_id: int
    department_id: int | None


class AgencyOrders(Protocol):
    """Which order was placed for whom. Filled by procurement."""

    def place_of(self, order_id: UUID) -> OrderPlace | None:
        """None for an order of no agency's."""


_filled: list[AgencyOrders] = []


def set_agency_orders(orders: AgencyOrders) -> None:
    """The last one set counts."""
    _filled[:] = [orders]


def order_place(order_id: UUID) -> OrderPlace | None:
    """None for an order of no agency's, and while nobody fills the port."""
    return _filled[0].place_of(order_id) if _filled else None
