"""Write an order down."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from market.core import clock, outbox
from market.core.actor import Actor
from market.core.money import TaxedMoney
from market.orders.drafts import LineDraft, OrderDraft, VendorDraft, VoucherDraft
from market.orders.enums import ChargeStatus, DiscountType, OrderStatus
from market.orders.events import OrderPaid, OrderPlaced
from market.orders.models import Order, OrderDiscount, OrderLine, OrderStatusChange, VendorOrder
from market.orders.rules import charge_status_of, less_gift_cards
from market.orders.services.order_numbers_take import order_numbers_take
from market.orders.services.vendor_orders_ready import vendor_orders_ready


def order_create(*, draft: OrderDraft, actor: Actor) -> Order:
    """Store the order with its vendor orders and lines, and tell that it was placed unless it is held. Totals are the sums of the lines and charges.

    The caller allocates stock for the line ids in the same transaction. The number of statements does not depend on the draft's size.
    """
    with transaction.atomic():
        now = clock.now()
        (number,) = order_numbers_take(count=1)
        order = _order(draft, number, now)
        order.save(force_insert=True)
        vendor_orders = [_vendor_order(order, part, index, now) for index, part in enumerate(draft.vendors, start=1)]
        VendorOrder.objects.bulk_create(vendor_orders)
        pairs = [(row, line) for row, part in zip(vendor_orders, draft.vendors, strict=True) for line in part.lines]
        OrderLine.objects.bulk_create([_line(order, row, line, position) for position, (row, line) in enumerate(pairs)])
        OrderStatusChange.objects.bulk_create(
            OrderStatusChange(order=order, vendor_order=row, to_status=order.status, actor_id=actor.user_id, at=now)
            for row in (None, *vendor_orders)
        )
        if draft.voucher is not None:
            _discount(order, draft.voucher).save(force_insert=True)
        if not draft.is_held:
            order_announce(order=order)
    return order


def order_announce(*, order: Order) -> None:
    """Tell everybody of an order that stands from now on, and show its parts to their enterprises where they may be sent."""
    outbox.publish(OrderPlaced(order_id=order.pk))
    if order.charge_status in (ChargeStatus.FULL, ChargeStatus.OVERCHARGED):
        outbox.publish(OrderPaid(order_id=order.pk))
    vendor_orders_ready(order=order)


def _amounts(subtotal: TaxedMoney, shipping: TaxedMoney) -> dict[str, Any]:
    total = subtotal + shipping
    return {
        "subtotal_net": subtotal.net.amount,
        "subtotal_gross": subtotal.gross.amount,
        "shipping_net": shipping.net.amount,
        "shipping_gross": shipping.gross.amount,
        "total_net": total.net.amount,
        "total_gross": total.gross.amount,
    }


def _order(draft: OrderDraft, number: int, now: dt.datetime) -> Order:
    zero = TaxedMoney.zero(draft.currency)
    copied = (
        "channel_id", "user_id", "language_code", "payment_means", "pay_by", "checkout_token", "billing_address_id",
        "shipping_address_id", "shipping_method_id", "shipping_method_name", "buyer_organization", "customer_note", "currency",
        "metadata", "private_metadata",
    )  # fmt: skip
    subtotal = sum((part.subtotal for part in draft.vendors), zero)
    shipping = sum((part.shipping for part in draft.vendors), zero)
    to_pay = less_gift_cards(subtotal + shipping, draft.paid_by_cards)
    discount = draft.voucher.discount if draft.voucher else zero
    charged, authorized = draft.charged or zero.gross, draft.authorized or zero.gross
    return Order(
        id=draft.id,
        number=number,
        user_email=draft.email,
        status=OrderStatus.UNCONFIRMED if draft.is_held else OrderStatus.UNFULFILLED,
        charge_status=charge_status_of(to_pay.gross, charged),  # what costs nothing is paid already
        total_charged=charged.amount,
        total_authorized=authorized.amount,
        created_at=now,
        voucher_id=draft.voucher.voucher_id if draft.voucher else None,
        voucher_code=draft.voucher.code if draft.voucher else "",
        discount_net=discount.net.amount,
        discount_gross=discount.gross.amount,
        gift_cards_gross=draft.paid_by_cards.amount,
        **{name: getattr(draft, name) for name in copied},
        **{**_amounts(subtotal, shipping), "total_net": to_pay.net.amount, "total_gross": to_pay.gross.amount},
    )


def _discount(order: Order, voucher: VoucherDraft) -> OrderDiscount:
    return OrderDiscount(
        order=order,
        type=DiscountType.VOUCHER,
        name=voucher.name,
        name_translations=voucher.name_translations,
        value_type=voucher.value_type,
        value=voucher.value,
        amount=voucher.discount.gross.amount,
        reason=f"Voucher code: {voucher.code}",
        voucher_code=voucher.code,
        funder=voucher.funder,
        vendor_id=voucher.vendor_id,
    )


def _vendor_order(order: Order, part: VendorDraft, index: int, now: dt.datetime) -> VendorOrder:
    return VendorOrder(
        order=order,
        vendor_id=part.vendor_id,
        number=f"{order.number}-{index}",
        status=order.status,
        currency=order.currency,
        created_at=now,
        shipping_discount_gross=part.shipping_discount.amount,
        **_amounts(part.subtotal, part.shipping),
    )


def _line(order: Order, vendor_order: VendorOrder, line: LineDraft, position: int) -> OrderLine:
    copied = (
        "id", "variant_id", "campaign_id", "product_name", "variant_name", "product_sku", "product_slug", "artwork",
        "is_shipping_required", "quantity", "tax_kind", "tax_rate", "return_policy", "return_policy_note", "metadata",
        "private_metadata",
    )  # fmt: skip
    return OrderLine(
        order=order,
        vendor_order=vendor_order,
        currency=order.currency,
        undiscounted_unit_price=line.undiscounted_unit.amount,
        unit_price_net=line.unit.net.amount,
        unit_price_gross=line.unit.gross.amount,
        discount_gross=line.discount.amount,
        total_net=line.total.net.amount,
        total_gross=line.total.gross.amount,
        consented_at=order.created_at if line.has_consent else None,
        sort_order=position,
        **{name: getattr(line, name) for name in copied},
    )
