"""What an enterprise still owes somebody: vendors' question before holidays and before it closes."""

from __future__ import annotations

from django.db.models import QuerySet

from market.catalog.models import ProductChannelListing
from market.core import clock
from market.orders.enums import OrderStatus, WithdrawalStatus
from market.orders.models import VendorOrder, Withdrawal
from market.vendors.ports import LISTED, OpenItem, OpenWork

# Placed and not dispatched in whole. What is dispatched may still come back: HANDLE_ORDERS outlives a closure for that.
OPEN_ORDERS = (OrderStatus.UNCONFIRMED, OrderStatus.UNFULFILLED, OrderStatus.PARTIALLY_FULFILLED)
# Asked for, and the money not yet back with the buyer.
OPEN_WITHDRAWALS = (WithdrawalStatus.REQUESTED, WithdrawalStatus.ACCEPTED, WithdrawalStatus.RECEIVED)


class OrderBook:
    """Fills vendors' port WorkBook."""

    def open_work(self, vendor_id: int) -> OpenWork:
        """In five statements, however much there is."""
        orders = VendorOrder.objects.filter(vendor_id=vendor_id, status__in=OPEN_ORDERS)
        withdrawals = Withdrawal.objects.filter(vendor_order__vendor_id=vendor_id, status__in=OPEN_WITHDRAWALS)
        return OpenWork(
            live_products=_live_products(vendor_id),
            order_count=orders.count(),
            withdrawal_count=withdrawals.count(),
            orders=_items(orders, "created_at"),
            withdrawals=_items(withdrawals, "requested_at"),
        )


def _items(rows: QuerySet[VendorOrder] | QuerySet[Withdrawal], since: str) -> tuple[OpenItem, ...]:
    oldest = rows.order_by(since, "number").values_list("number", "status", since)[:LISTED]
    return tuple(OpenItem(number=number, status=status, since=at) for number, status, at in oldest)


def _live_products(vendor_id: int) -> int:
    """Products that shoppers of some channel can see."""
    listings = ProductChannelListing.objects.filter(
        product__vendor_id=vendor_id, is_published=True, channel__is_active=True
    ).exclude(published_at__gt=clock.now())
    return listings.values("product_id").distinct().count()
