"""The goods are back: what they cost goes back, too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from market.core import clock, outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput
from market.core.money import Money
from market.inventory.services.stock_put_back import stock_put_back
from market.orders.enums import FulfillmentStatus, RefundKind, WithdrawalReason, WithdrawalStatus
from market.orders.events import WithdrawalReceived
from market.orders.models import Fulfillment, Order, OrderLine, VendorOrder, Withdrawal, WithdrawalLine
from market.orders.rules import pieces_price, refund_due, refund_worth
from market.orders.services.dispatch_make import part_status_follows
from market.orders.services.order_status_set import order_status_derive
from market.orders.services.refund_give import refund_give
from market.orders.services.refund_grant import RefundedLine
from market.orders.services.withdrawal_status_set import ensure_handler, withdrawal_locked, withdrawal_status_set
from market.orders.services.withdrawals_settle import withdrawals_settle


def withdrawal_receive(
    *, withdrawal_id: UUID, actor: Actor, is_resellable: bool = False, goods_back_on: dt.date | None = None
) -> Withdrawal:
    """Take the goods back and grant the refund: goods less the buyer's fee, and delivery where all goes back for faults.

    ``goods_back_on`` (None: today) is the Seoul date from which the days for the refund run. ``is_resellable`` puts the pieces back
    into the stock. Raises NotFound, PermissionDenied, WithdrawalStatusRefused, InvalidInput.
    """
    with transaction.atomic():
        order, withdrawal = withdrawal_locked(withdrawal_id)
        ensure_handler(withdrawal, actor)
        back_on = _day_of(withdrawal, goods_back_on)
        part = withdrawal.vendor_order
        lines = {line.pk: line for line in OrderLine.objects.filter(vendor_order=part)}
        pieces = list(withdrawal.lines.all())
        withdrawal_status_set(
            withdrawal=withdrawal,
            to=WithdrawalStatus.RECEIVED,
            actor=actor,
            values={"received_at": clock.now(), "refund_by": refund_due(back_on), "is_resellable": is_resellable},
        )
        refunded = [_take_back(lines[piece.order_line_id], piece) for piece in pieces]
        OrderLine.objects.bulk_update([lines[row.order_line_id] for row in refunded], ["quantity_returned"])
        _statuses_follow(order, part, list(lines.values()), actor)
        _refund(order, withdrawal, list(lines.values()), refunded, actor)
        if is_resellable:
            stock_put_back(quantities=_by_variant(lines, pieces))
        event = WithdrawalReceived(order_id=order.pk, vendor_order_id=part.pk, withdrawal_id=withdrawal.pk)
        outbox.publish(event)
        withdrawals_settle(order=order, actor=actor)
    withdrawal.refresh_from_db()
    return withdrawal


def _day_of(withdrawal: Withdrawal, given: dt.date | None) -> dt.date:
    today, first = clock.today(), withdrawal.requested_at.astimezone(clock.SEOUL).date()
    day = given or today
    if not first <= day <= today:
        raise InvalidInput(
            "goodsBackOn", "신청한 날과 오늘 사이의 날짜를 적어 주세요.", "Give a day between the request and today."
        )
    return day


def _take_back(line: OrderLine, piece: WithdrawalLine) -> RefundedLine:
    """Count the pieces as returned; they cost what is next in line, so that all pieces together cost the line's total."""
    total = Money.of(line.total_gross, line.currency)
    price = pieces_price(total, line.quantity, line.quantity_gone_back, piece.quantity)
    line.quantity_returned += piece.quantity
    return RefundedLine(line.pk, piece.quantity, price.amount)


def _statuses_follow(order: Order, part: VendorOrder, lines: Sequence[OrderLine], actor: Actor) -> None:
    part_status_follows(order=order, vendor_order=part, lines=lines, actor=actor)
    order_status_derive(order=order, actor=actor)
    kept = [line.pk for line in lines if line.quantity_returned < line.quantity_fulfilled]
    back = part.fulfillments.filter(status=FulfillmentStatus.FULFILLED).exclude(lines__order_line__in=kept)
    Fulfillment.objects.filter(pk__in=list(back.order_by().values_list("pk", flat=True))).update(
        status=FulfillmentStatus.REFUNDED_AND_RETURNED
    )


def _refund(
    order: Order, withdrawal: Withdrawal, lines: Sequence[OrderLine], refunded: Sequence[RefundedLine], actor: Actor
) -> None:
    part, currency = withdrawal.vendor_order, order.currency
    is_delivery_back = part.shipping_gross > 0 and _is_all_back_for_faults(part, lines)
    goods = sum((Money.of(row.amount, currency) for row in refunded), Money.zero(currency))
    delivery = Money.of(part.shipping_gross if is_delivery_back else 0, currency)
    worth = refund_worth(goods, Money.of(withdrawal.return_fee, currency), delivery)
    given = refund_give(
        order=order,
        vendor_order=part,
        kind=RefundKind.WITHDRAWAL,
        key=f"withdrawal:{withdrawal.pk}",
        worth=worth,
        lines=refunded,
        is_shipping_included=is_delivery_back,
        actor=actor,
        reason=withdrawal.reason,
    )
    withdrawal.granted_refund = given.grant
    withdrawal.gift_card_amount = given.to_gift_cards.amount
    withdrawal.refund_amount = given.to_gift_cards.amount + (given.grant.amount if given.grant else 0)
    withdrawal.save(update_fields=["granted_refund", "gift_card_amount", "refund_amount"])


def _is_all_back_for_faults(part: VendorOrder, lines: Sequence[OrderLine]) -> bool:
    """Whether every piece is back, and each for a fault: then the delivery was for nothing, and is paid back as well."""
    if any(line.quantity_returned < line.quantity - line.quantity_canceled for line in lines):
        return False
    back = part.withdrawals.filter(status__in=[WithdrawalStatus.RECEIVED, WithdrawalStatus.REFUNDED])
    return not back.exclude(reason_kind=WithdrawalReason.FAULTY).exists()


def _by_variant(lines: dict[UUID, OrderLine], pieces: Sequence[WithdrawalLine]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for piece in pieces:
        variant_id = lines[piece.order_line_id].variant_id
        if variant_id is not None:
            counts[variant_id] = counts.get(variant_id, 0) + piece.quantity
    return counts
