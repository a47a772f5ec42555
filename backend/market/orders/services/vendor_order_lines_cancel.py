"""An enterprise cannot send something: the buyer is told why, the money goes back, the pieces are free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import NotFound, Required
from market.core.money import Money
from market.inventory.services.stock_release_pieces import stock_release_pieces
from market.inventory.services.stock_sell_out import stock_sell_out
from market.orders.desk_rules import CancellationWorth, cancellation_worth, chosen_pieces
from market.orders.enums import OrderStatus, RefundKind
from market.orders.errors import OrderNotCancellable
from market.orders.events import OrderCancelled, VendorOrderCancelled, VendorOrderLinesCancelled
from market.orders.models import CancelledLine, LineCancellation, Order, OrderLine, VendorOrder
from market.orders.rules import FULFILLABLE, ensure_part_cancellable
from market.orders.services.dispatch_make import part_status_follows
from market.orders.services.order_status_set import order_status_derive
from market.orders.services.part_locked import part_locked
from market.orders.services.refund_give import refund_give
from market.orders.services.refund_grant import RefundedLine
from market.promotions.services.gift_card_refund import gift_card_refund
from market.promotions.services.voucher_use import voucher_release


@dataclass(frozen=True, slots=True)
class LinesCancelled:
    """The part as it stands now, and the cancellation with what it was worth."""

    vendor_order: VendorOrder
    cancellation: LineCancellation


def vendor_order_lines_cancel(
    *,
    vendor_order_id: UUID,
    pieces: Sequence[tuple[UUID, int]] | None,
    reason: str,
    actor: Actor,
    is_sold_out: bool = False,
) -> LinesCancelled:
    """Cancel pieces (line id, how many) of a part that were not sent; None: the whole part, of which nothing may have been sent.

    What they cost need not be paid, or goes back; the delivery charge too where nothing is left of the part (ADR 0017). The last living
    part ends the order. ``is_sold_out`` sets the stock to what is promised to others. Raises Required, NotFound (part or line),
    PermissionDenied, OrderNotCancellable, DispatchedAlready, DuplicatedLine, NothingToCancel, TooManyToCancel.
    """
    if not reason.strip():
        raise Required("reason")
    with transaction.atomic():
        order, part = part_locked(vendor_order_id, actor)
        lines = list(OrderLine.objects.filter(vendor_order=part).order_by("sort_order", "id"))
        chosen = _chosen(part, lines, pieces)
        worth = cancellation_worth(lines, chosen, Money.of(part.shipping_gross, part.currency))
        for line in lines:
            line.quantity_canceled += chosen.get(line.pk, 0)
        OrderLine.objects.bulk_update(lines, ["quantity_canceled"])
        part_status_follows(order=order, vendor_order=part, lines=lines, actor=actor)
        order_status_derive(order=order, actor=actor)
        cancellation = _note(part, worth, reason, is_sold_out, actor)
        _pay_back(order, part, worth, cancellation, actor)
        stock_release_pieces(quantities=chosen)
        if is_sold_out:
            stock_sell_out(variant_ids={line.variant_id for line in lines if line.variant_id and line.pk in chosen})
        _tell(order, part, worth, cancellation)
    return LinesCancelled(part, cancellation)


def _chosen(
    part: VendorOrder, lines: Sequence[OrderLine], pieces: Sequence[tuple[UUID, int]] | None
) -> dict[UUID, int]:
    if pieces is None:
        ensure_part_cancellable(part.status)
    elif part.status not in FULFILLABLE:
        raise OrderNotCancellable("id")
    known = {line.pk for line in lines}
    if pieces is not None and any(pk not in known for pk, _ in pieces):
        raise NotFound("lines")
    return chosen_pieces(lines, pieces)


def _note(
    part: VendorOrder, worth: CancellationWorth, reason: str, is_sold_out: bool, actor: Actor
) -> LineCancellation:
    cancellation = LineCancellation.objects.create(
        vendor_order=part,
        reason=reason.strip()[:500],
        is_sold_out=is_sold_out,
        amount=worth.total.amount,
        is_shipping_included=worth.delivery.amount > 0,
        actor_id=actor.user_id,
        at=clock.now(),
    )
    CancelledLine.objects.bulk_create(
        CancelledLine(
            cancellation=cancellation,
            order_line_id=one.order_line_id,
            quantity=one.quantity,
            amount=one.amount.amount,
        )
        for one in worth.pieces
    )
    audit.record(
        actor=actor,
        action="orders.cancel_lines",
        subject_type="vendor_order",
        subject_id=part.pk,
        lines={str(one.order_line_id): one.quantity for one in worth.pieces},
        amount=str(worth.total.amount),
        sold_out=is_sold_out,
    )
    return cancellation


def _pay_back(
    order: Order, part: VendorOrder, worth: CancellationWorth, cancellation: LineCancellation, actor: Actor
) -> None:
    """As for what buyers cancel: nothing is granted where the whole order ends without any money having come; gift cards get theirs."""
    if order.status == OrderStatus.CANCELED:
        voucher_release(order_id=order.pk)
        if not order.total_charged and not order.total_authorized:
            gift_card_refund(order_id=order.pk, key=f"order-end:{order.pk}", actor=actor)
            return
    given = refund_give(
        order=order,
        vendor_order=part,
        kind=RefundKind.CANCELLATION,
        key=f"line-cancel:{cancellation.pk}",
        worth=worth.total,
        lines=[RefundedLine(one.order_line_id, one.quantity, one.amount.amount) for one in worth.pieces],
        is_shipping_included=worth.delivery.amount > 0,
        actor=actor,
        reason=cancellation.reason,
    )
    if given.grant is not None:
        cancellation.granted_refund = given.grant
        cancellation.save(update_fields=["granted_refund"])


def _tell(order: Order, part: VendorOrder, worth: CancellationWorth, cancellation: LineCancellation) -> None:
    if part.status == OrderStatus.CANCELED:
        outbox.publish(VendorOrderCancelled(order_id=order.pk, vendor_order_id=part.pk))
    else:
        outbox.publish(
            VendorOrderLinesCancelled(order_id=order.pk, vendor_order_id=part.pk, cancellation_id=cancellation.pk)
        )
    if order.status == OrderStatus.CANCELED:
        outbox.publish(OrderCancelled(order_id=order.pk))
