"""What fields of an enterprise's part read together, once a request."""

from __future__ import annotations

from typing import Any

from market.core.graphql.batch import grouped
from market.orders.models import Fulfillment, OrderLine, VendorOrder
from market.orders.selectors.order_parts import order_lines_of
from market.orders.selectors.withdrawals import dispatches_that_count, excepted_lines, service_terms


def lines_of_parts(vendor_orders: list[VendorOrder], info: Any) -> list[list[OrderLine]]:
    """The lines of each part, read once a request however many fields need them."""
    orders = {row.order_id for row in vendor_orders}
    key = ("orders.lines_of_vendor_orders", frozenset(orders))
    lines = info.context.remember(key, lambda: list(order_lines_of(orders)))
    return grouped(lines, lambda line: line.vendor_order_id, [row.pk for row in vendor_orders])


def dispatches_of_parts(vendor_orders: list[VendorOrder], info: Any) -> list[list[Fulfillment]]:
    """What was sent of each part, as far as its withdrawal depends on it."""
    ids = [row.pk for row in vendor_orders]
    key = ("orders.dispatches_of_parts", frozenset(ids))
    rows = info.context.remember(key, lambda: list(dispatches_that_count(ids)))
    return grouped(rows, lambda row: row.vendor_order_id, ids)


def exclusions_of(lines: list[OrderLine], info: Any, *, is_unopened: bool = False) -> dict[Any, str]:
    """Lines that only a fault lets go back, with the terms that were shown. ``is_unopened``: the seals of sealed goods being whole."""
    key = ("orders.service_terms", frozenset(line.pk for line in lines))
    services: dict[Any, str] = info.context.remember(key, lambda: service_terms(lines))
    return {**services, **excepted_lines(lines, is_unopened=is_unopened)}
