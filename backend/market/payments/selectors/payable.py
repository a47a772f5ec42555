"""What a payment is for: a checkout on its way, or an order that was placed unpaid."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from market.channels.models import Channel
from market.checkout.models import Checkout
from market.checkout.selectors.checkout_get import reachable
from market.checkout.selectors.pricing import Pricing, pricing_get
from market.core.actor import Actor
from market.core.money import Money
from market.core.permissions import HANDLE_PAYMENTS, MANAGE_ORDERS
from market.orders.models import Order, OrderLine


@dataclass(frozen=True, slots=True)
class Payable:
    """``owed`` is what is to be paid in all; ``charged`` and ``authorized`` what came or is promised, in the same currency."""

    checkout_id: UUID | None
    order_id: UUID | None
    user_id: int | None
    channel: Channel
    owed: Money
    charged: Decimal
    authorized: Decimal
    email: str
    language: str
    name: str
    pay_by: dt.datetime | None

    @property
    def remaining(self) -> Money:
        left = self.owed.amount - self.charged - self.authorized
        return Money.of(max(left, Decimal(0)), self.owed.currency)


def payable_of_checkout(checkout: Checkout) -> Payable:
    """The checkout with what it costs now."""
    pricing = pricing_get(checkout=checkout)
    return Payable(
        checkout_id=checkout.pk,
        order_id=None,
        user_id=checkout.user_id,
        channel=checkout.channel,
        owed=pricing.total.gross,
        charged=checkout.charged_amount,
        authorized=checkout.authorized_amount,
        email=checkout.email,
        language=checkout.language_code,
        name=_name_of_pricing(pricing),
        pay_by=None,
    )


def payable_of_order(order: Order) -> Payable:
    """The order with what is to be paid of it."""
    names = list(OrderLine.objects.filter(order=order).order_by("sort_order").values_list("product_name", flat=True))
    return Payable(
        checkout_id=order.checkout_token,
        order_id=order.pk,
        user_id=order.user_id,
        channel=order.channel,
        owed=Money.of(order.total_gross - order.total_granted, order.currency),
        charged=order.total_charged,
        authorized=order.total_authorized,
        email=order.user_email,
        language=order.language_code,
        name=_name(names),
        pay_by=order.pay_by,
    )


def payable_get(*, type_name: str, pk: UUID, viewer: Actor) -> Payable | None:
    """The checkout or order under this id, None where the viewer may not pay it."""
    if type_name == "Checkout":
        checkout = (
            Checkout.objects.select_related("channel", "shipping_address").filter(reachable(viewer), pk=pk).first()
        )
        return payable_of_checkout(checkout) if checkout else None
    order = Order.objects.select_related("channel").filter(pk=pk).first()
    return payable_of_order(order) if order and may_pay(order, viewer) else None


def may_pay(order: Order, viewer: Actor) -> bool:
    """A member's order is paid by the member (or staff help); a guest's by whoever knows its id."""
    return order.user_id in (None, viewer.user_id) or viewer.has_permission(MANAGE_ORDERS, HANDLE_PAYMENTS)


def _name_of_pricing(pricing: Pricing) -> str:
    return _name([line.offer.product.name for line in pricing.lines])


def _name(names: list[str]) -> str:
    """As the trade writes it: the first thing, and how many more."""
    if not names:
        return ""
    first = names[0][:60]
    return first if len(names) == 1 else f"{first} 외 {len(names) - 1}건"
