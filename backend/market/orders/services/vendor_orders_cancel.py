"""Take back one enterprise's part, or several, before anything of it was sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from market.core import audit, outbox
from market.core.actor import Actor
from market.core.errors import NotFound, Required
from market.core.money import Money
from market.inventory.services.stock_release import stock_release
from market.orders.desk_rules import cancellation_worth
from market.orders.enums import OrderStatus, RefundKind
from market.orders.errors import NotOneOrder
from market.orders.events import OrderCancelled, VendorOrderCancelled
from market.orders.locks import orders_for_update
from market.orders.models import Order, OrderGrantedRefund, OrderLine, VendorOrder
from market.orders.rules import ensure_part_cancellable
from market.orders.services.buyer_recognise import ensure_buyer
from market.orders.services.order_status_set import order_status_derive, vendor_order_status_set
from market.orders.services.refund_give import refund_give
from market.orders.services.refund_grant import RefundedLine
from market.promotions.services.gift_card_refund import gift_card_refund
from market.promotions.services.voucher_use import voucher_release


@dataclass(frozen=True, slots=True)
class PartsCancelled:
    """The order, and its cancelled parts with what was granted for each."""

    order: Order
    parts: list[tuple[VendorOrder, OrderGrantedRefund | None]]


def vendor_orders_cancel(
    *, vendor_order_ids: Sequence[UUID], actor: Actor, email: str = "", reason: str = ""
) -> PartsCancelled:
    """Cancel these parts of one order, all or none: their pieces are free, and what they cost with delivery need not be paid.

    For the buyer (a guest names the order's e-mail address) and staff. The last living part ends the order. Raises NotFound, Required,
    NotOneOrder, BuyerNotRecognised, TooManyGuesses, DispatchedAlready, OrderNotCancellable.
    """
    order_id = _order_of(vendor_order_ids)
    with transaction.atomic():
        order = orders_for_update().get(pk=order_id)
        ensure_buyer(order=order, actor=actor, email=email)
        parts = list(order.vendor_orders.filter(pk__in=vendor_order_ids).order_by("number"))
        for part in parts:
            ensure_part_cancellable(part.status)
        for part in parts:
            vendor_order_status_set(order=order, vendor_order=part, to=OrderStatus.CANCELED, actor=actor)
        order_status_derive(order=order, actor=actor)
        lines = list(OrderLine.objects.filter(vendor_order__in=parts).order_by("sort_order"))
        refunds = _pay_back(order, parts, lines, actor, reason)
        stock_release(order_line_ids=[line.pk for line in lines])
        for part in parts:
            audit.record(actor=actor, action="orders.cancel_part", subject_type="vendor_order", subject_id=part.pk)
            outbox.publish(VendorOrderCancelled(order_id=order.pk, vendor_order_id=part.pk))
        if order.status == OrderStatus.CANCELED:
            outbox.publish(OrderCancelled(order_id=order.pk))
    return PartsCancelled(order, list(zip(parts, refunds, strict=True)))


def _order_of(vendor_order_ids: Sequence[UUID]) -> UUID:
    """The order all of them belong to; drafts have no buyer yet."""
    wanted = set(vendor_order_ids)
    if not wanted:
        raise Required("ids")
    known = VendorOrder.objects.filter(pk__in=wanted).exclude(order__status=OrderStatus.DRAFT)
    orders = list(known.order_by().values_list("order_id", flat=True))
    if len(orders) != len(wanted):
        raise NotFound("id")
    if len(set(orders)) > 1:
        raise NotOneOrder("ids")
    return orders[0]


def _pay_back(
    order: Order, parts: list[VendorOrder], lines: list[OrderLine], actor: Actor, reason: str
) -> list[OrderGrantedRefund | None]:
    """What each part was to cost is granted. Where the whole order ends and no money came, there is none to grant: gift cards get theirs."""
    if order.status == OrderStatus.CANCELED:
        voucher_release(order_id=order.pk)
        if not order.total_charged and not order.total_authorized:
            gift_card_refund(order_id=order.pk, key=f"order-end:{order.pk}", actor=actor)
            return [None] * len(parts)
    return [_pay_back_part(order, part, lines, actor, reason) for part in parts]


def _pay_back_part(
    order: Order, part: VendorOrder, lines: list[OrderLine], actor: Actor, reason: str
) -> OrderGrantedRefund | None:
    """What is left of it: pieces that the enterprise cancelled before were given back then."""
    own = [line for line in lines if line.vendor_order_id == part.pk]
    delivery = Money.of(part.shipping_gross, order.currency)
    worth = cancellation_worth(own, {line.pk: line.quantity_open for line in own if line.quantity_open}, delivery)
    return refund_give(
        order=order,
        vendor_order=part,
        kind=RefundKind.CANCELLATION,
        key=f"vendor-order-cancel:{part.pk}",
        worth=worth.total,
        lines=[RefundedLine(one.order_line_id, one.quantity, one.amount.amount) for one in worth.pieces],
        is_shipping_included=part.shipping_gross > 0,
        actor=actor,
        reason=reason,
    ).grant
