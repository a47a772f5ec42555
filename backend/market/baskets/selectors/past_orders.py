"""What a member may order again: orders of the own agency."""

from __future__ import annotations

from uuid import UUID

from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import membership_in
from market.baskets.ports import order_place
from market.baskets.selectors.buyables import Wish
from market.core.actor import Actor
from market.core.money import Money
from market.orders.models import Order, OrderLine

ALL_OF_AGENCY = frozenset({AgencyAbility.PAY.value, AgencyAbility.ADMINISTER.value})


def order_to_repeat(*, order_id: UUID, viewer: Actor) -> tuple[Order, AgencyMember] | None:
    """The order and the viewer's membership: their own order, one of their department or of the agency as a whole; any for members who
    pay or administer. None for every other."""
    place = order_place(order_id)
    member = membership_in(place.agency_id, viewer) if place is not None else None
    order = Order.objects.filter(pk=order_id).first()
    if place is None or member is None or order is None:
        return None
    is_theirs = place.department_id is None or place.department_id == member.department_id
    if order.user_id == member.user_id or is_theirs or ALL_OF_AGENCY.intersection(member.abilities):
        return order, member
    return None


def lines_of(order: Order) -> list[OrderLine]:
    return list(order.lines.order_by("sort_order", "id"))


def wish_of(line: OrderLine) -> Wish:
    """As many as were ordered, less what the enterprise could not send; 0 for a variant that is not there any more."""
    quantity = max(line.quantity - line.quantity_canceled, 1)
    return Wish(line.variant_id or 0, quantity, Money.of(line.unit_price_gross, line.currency))
