"""Orders as rows of the tables, streamed one table after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Any

from django.db import connection

from market.core.clock import seoul_day_start
from market.core.tax import TaxKind
from market.inventory.models import Allocation, Stock
from market.orders.enums import ChargeStatus, Courier, FulfillmentStatus, OrderStatus, PaymentMeans
from market.orders.models import Fulfillment, FulfillmentLine, Order, OrderLine, OrderStatusChange, VendorOrder
from market.orders.services.vendor_orders_catch_up import vendor_orders_catch_up
from market.procurement.models import AgencyOrder
from market.seeding.copier import Copier
from market.seeding.draw import random_for
from market.seeding.order_plans import LinePlan, OrderPlan, delivery_kind, net_of
from market.seeding.outcomes import PAYMENT_DAYS, OrderOutcome, PartOutcome, outcome_of
from market.seeding.reference import CHANNELS, ON_SITE, PARCEL

FIRST_NUMBER = 100_001
STANDARD_RATE = Decimal("0.1")
AMOUNTS = ("subtotal_net", "subtotal_gross", "shipping_net", "shipping_gross", "total_net", "total_gross")

ALLOCATE = """
INSERT INTO inventory_allocation (stock_id, order_line_id, quantity)
SELECT stock.id, line.id, line.quantity - line.quantity_fulfilled
FROM orders_orderline line
JOIN orders_vendororder part ON part.id = line.vendor_order_id AND part.status = 'unfulfilled'
JOIN inventory_stock stock ON stock.variant_id = line.variant_id
WHERE line.quantity > line.quantity_fulfilled
ORDER BY line.id
"""
SET_ALLOCATED = """
UPDATE inventory_stock stock SET quantity = stock.quantity + held.pieces, quantity_allocated = held.pieces
FROM (SELECT stock_id, sum(quantity) AS pieces FROM inventory_allocation GROUP BY stock_id) held WHERE held.stock_id = stock.id
"""


def load_orders(copier: Copier, plans: list[OrderPlan], as_of: dt.date) -> None:
    """Number the orders and store them with all that hangs on them."""
    random, now = random_for("order-ids"), seoul_day_start(as_of)
    outcomes = []
    for number, plan in enumerate(plans, start=FIRST_NUMBER):
        plan.number = number
        outcomes.append(outcome_of(random, plan, now))
    _orders(copier, outcomes)
    _vendor_orders(copier, outcomes)
    _lines(copier, outcomes)
    _fulfillments(copier, outcomes, random, now)
    _changes(copier, outcomes)
    copier.copy(
        AgencyOrder,
        ("order", "agency", "department"),
        (
            (one.id, one.plan.buyer.agency_id, one.plan.buyer.department_id)
            for one in outcomes
            if one.plan.channel == "public"
        ),
    )
    with connection.cursor() as cursor:
        cursor.execute(ALLOCATE)
        cursor.execute(SET_ALLOCATED)
        cursor.execute("SELECT setval('orders_order_number', %s, false)", [FIRST_NUMBER + len(plans)])
    copier.advance_sequences(Fulfillment, Stock, Allocation)
    vendor_orders_catch_up()


def _part_amounts(part: PartOutcome) -> tuple[int, ...]:
    """In the order of AMOUNTS."""
    net = sum(net_of(line.total, line.tax_kind) for line in part.lines)
    gross = sum(line.total for line in part.lines)
    delivery_net = net_of(part.delivery, delivery_kind(part.lines))
    return net, gross, delivery_net, part.delivery, net + delivery_net, gross + part.delivery


def _order_amounts(outcome: OrderOutcome) -> tuple[int, ...]:
    return tuple(map(sum, zip(*map(_part_amounts, outcome.parts), strict=True)))


def _orders(copier: Copier, outcomes: list[OrderOutcome]) -> None:
    fields = (
        "id", "number", "channel", "user", "user_email", "status", "charge_status", "payment_means", "pay_by",
        "billing_address", "shipping_address", "shipping_method", "shipping_method_name", "buyer_organization", "currency",
        *AMOUNTS, "total_charged", "is_sample", "created_at", "updated_at",
    )  # fmt: skip
    copier.copy(Order, fields, map(_order, outcomes))


def _order(outcome: OrderOutcome) -> tuple[Any, ...]:
    plan, buyer = outcome.plan, outcome.plan.buyer
    is_public = plan.channel == "public"
    is_shipped = any(line.is_shipped for line in plan.lines)
    amounts = _order_amounts(outcome)
    method, method_name = (PARCEL, "택배") if is_shipped else (ON_SITE, "방문 제공")
    return (
        outcome.id, plan.number, CHANNELS[plan.channel], buyer.user_id, buyer.email, outcome.status.value, outcome.charge.value,
        PaymentMeans.DEFERRED.value if is_public else PaymentMeans.BANK_TRANSFER.value,
        None if is_public else plan.at + dt.timedelta(days=PAYMENT_DAYS), buyer.address.id,
        buyer.address.id if is_shipped else None, method if is_shipped else None, method_name if is_shipped else "",
        buyer.organization, "KRW", *amounts, amounts[-1] if outcome.charge == ChargeStatus.FULL else 0, True, plan.at,
        outcome.last_change,
    )  # fmt: skip


def _vendor_orders(copier: Copier, outcomes: list[OrderOutcome]) -> None:
    copier.copy(
        VendorOrder,
        ("id", "order", "vendor", "number", "status", "currency", *AMOUNTS, "created_at"),
        (
            (
                part.id, one.id, part.vendor_id, f"{one.plan.number}-{place}", part.status.value, "KRW",
                *_part_amounts(part), one.plan.at,
            )
            for one in outcomes
            for place, part in enumerate(one.parts, start=1)
        ),
    )  # fmt: skip


def _lines(copier: Copier, outcomes: list[OrderOutcome]) -> None:
    fields = (
        "id", "order", "vendor_order", "variant", "campaign", "product_name", "variant_name", "product_sku", "product_slug",
        "artwork", "is_shipping_required", "quantity", "quantity_fulfilled", "quantity_withdrawn", "quantity_returned",
        "tax_kind", "tax_rate", "currency", "undiscounted_unit_price", "unit_price_net", "unit_price_gross", "total_net",
        "total_gross", "sort_order",
    )  # fmt: skip

    def rows() -> Iterator[tuple[Any, ...]]:
        for one in outcomes:
            position = 0
            for part in one.parts:
                for line_id, line in zip(part.line_ids, part.lines, strict=True):
                    yield _line(one, part, line_id, line, position)
                    position += 1

    copier.copy(OrderLine, fields, rows())


def _line(one: OrderOutcome, part: PartOutcome, line_id: Any, line: LinePlan, position: int) -> tuple[Any, ...]:
    product, kind = line.product, line.tax_kind
    returned = line.quantity if part.status == OrderStatus.RETURNED else 0
    return (
        line_id, one.id, part.id, line.variant.id, line.campaign_id, product.name, line.variant.name, line.variant.sku,
        product.slug, product.pictures[0], line.is_shipped, line.quantity, line.quantity if part.shipped_at else 0,
        returned, returned, kind, STANDARD_RATE if kind == TaxKind.TAXABLE else 0, "KRW", line.undiscounted,
        net_of(line.unit, kind), line.unit, net_of(line.total, kind), line.total, position,
    )  # fmt: skip


def _fulfillments(copier: Copier, outcomes: list[OrderOutcome], random: Random, now: dt.datetime) -> None:
    """One dispatch for each part that was sent; its number begins with zeros, as no carrier's does."""
    sent = [part for one in outcomes for part in one.parts if part.shipped_at]
    rows, couriers, days = [], list(Courier), random_for("arrivals")
    for number, part in enumerate(sent, start=1):
        has_parcel = any(line.is_shipped for line in part.lines)
        tracking = f"0000-{random.randrange(10_000):04d}-{random.randrange(10_000):04d}" if has_parcel else ""
        is_back = part.status == OrderStatus.RETURNED
        status = FulfillmentStatus.RETURNED if is_back else FulfillmentStatus.FULFILLED
        courier = couriers[part.vendor_id % len(couriers)].value if has_parcel else ""
        arrived = _arrived_at(part, has_parcel, days)
        rows.append(
            (number, part.id, 1, status.value, courier, tracking, part.shipped_at, arrived if arrived < now else None)
        )
    fields = (
        "id", "vendor_order", "fulfillment_order", "status", "courier", "tracking_number", "created_at", "delivered_at"
    )  # fmt: skip
    copier.copy(Fulfillment, fields, rows)
    copier.copy(
        FulfillmentLine,
        ("fulfillment", "order_line", "quantity"),
        (
            (number, line_id, line.quantity)
            for number, part in enumerate(sent, start=1)
            for line_id, line in zip(part.line_ids, part.lines, strict=True)
        ),
    )


def _arrived_at(part: PartOutcome, has_parcel: bool, days: Random) -> dt.datetime:
    """A parcel is there the next day, or the day after; a service is done when it was."""
    assert part.shipped_at is not None
    return part.shipped_at + dt.timedelta(hours=18 + 30 * days.random()) if has_parcel else part.shipped_at


def _changes(copier: Copier, outcomes: list[OrderOutcome]) -> None:
    def rows() -> Iterator[tuple[Any, ...]]:
        start = OrderStatus.UNFULFILLED.value
        for one in outcomes:
            yield one.id, None, "", start, one.plan.at
            for part in one.parts:
                yield one.id, part.id, "", start, one.plan.at
            for part in one.parts:
                for before, after, at in part.changes:
                    yield one.id, part.id, before, after, at
            for before, after, at in one.changes:
                yield one.id, None, before, after, at

    copier.copy(OrderStatusChange, ("order", "vendor_order", "from_status", "to_status", "at"), rows())
