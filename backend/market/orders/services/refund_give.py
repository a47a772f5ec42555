"""Give back a part of what was paid, by money and by gift card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from market.core.actor import Actor
from market.core.money import Money
from market.orders.enums import RefundKind
from market.orders.models import Order, OrderGrantedRefund, VendorOrder
from market.orders.rules import split_refund
from market.orders.services.refund_grant import RefundedLine, refund_grant
from market.promotions.services.gift_card_refund import gift_card_refund


@dataclass(frozen=True, slots=True)
class RefundGiven:
    """The grant (None where no money is owed any more), and what gift cards got back."""

    grant: OrderGrantedRefund | None
    to_gift_cards: Money


def refund_give(
    *,
    order: Order,
    vendor_order: VendorOrder,
    kind: RefundKind,
    key: str,
    worth: Money,
    lines: Sequence[RefundedLine],
    is_shipping_included: bool,
    actor: Actor,
    reason: str = "",
) -> RefundGiven:
    """Refund so much of a locked order: in money what is still to be paid or held, the rest to the gift cards that paid.

    Money goes first, as it does when a whole order ends. One ``key`` gives once. Never more goes back than was to be paid.
    """
    money, cards = split_refund(worth, Money.of(order.total_gross - order.total_granted, order.currency))
    grant = refund_grant(
        order=order,
        kind=kind,
        key=key,
        amount=money.amount,
        actor=actor,
        vendor_order=vendor_order,
        lines=lines,
        is_shipping_included=is_shipping_included,
        reason=reason,
    )
    returned = cards.amount
    if cards.amount > 0:
        returned = gift_card_refund(order_id=order.pk, key=key, amount=cards.amount, actor=actor)
    return RefundGiven(grant, Money.of(returned, order.currency))
