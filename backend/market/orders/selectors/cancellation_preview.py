"""What cancelling pieces would give back, before anybody is asked to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.money import Money
from market.orders.desk_rules import CancellationWorth, cancellation_worth, chosen_pieces
from market.orders.errors import OrderNotCancellable
from market.orders.models import OrderLine, VendorOrder
from market.orders.rules import FULFILLABLE, NOT_SOLD, split_refund
from market.orders.selectors.vendor_desk import desk_part


@dataclass(frozen=True, slots=True)
class Preview:
    """What the pieces are worth; how much of it is money and how much goes to gift cards; what ends with it."""

    worth: CancellationWorth
    money: Money
    gift_cards: Money
    ends_order: bool


def cancellation_preview(
    *, vendor_order_id: UUID, pieces: Sequence[tuple[UUID, int]] | None, viewer: Actor
) -> Preview | None:
    """As ``vendor_order_lines_cancel`` would count it now; None for whoever does not handle the part.

    Raises OrderNotCancellable, NotFound, DuplicatedLine, NothingToCancel, TooManyToCancel.
    """
    part = desk_part(vendor_order_id=vendor_order_id, viewer=viewer)
    if part is None:
        return None
    if part.status not in FULFILLABLE:
        raise OrderNotCancellable("id")
    lines = list(OrderLine.objects.filter(vendor_order=part).order_by("sort_order", "id"))
    if pieces is not None and not {pk for pk, _ in pieces} <= {line.pk for line in lines}:
        raise NotFound("lines")
    worth = cancellation_worth(lines, chosen_pieces(lines, pieces), Money.of(part.shipping_gross, part.currency))
    order = part.order
    money, cards = split_refund(worth.total, Money.of(order.total_gross - order.total_granted, order.currency))
    return Preview(worth, money, cards, worth.ends_part and _is_last(part))


def _is_last(part: VendorOrder) -> bool:
    """Whether the order ends with this part: the others have ended already."""
    others = VendorOrder.objects.filter(order_id=part.order_id).exclude(pk=part.pk)
    return not others.exclude(status__in=NOT_SOLD).exists()
