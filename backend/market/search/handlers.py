"""What search does when others change."""

from __future__ import annotations

from market.catalog.events import ProductsChanged
from market.core.events import handles
from market.orders.events import OrderPlaced
from market.search.services.search_refresh_queue import search_refresh_queue


@handles(ProductsChanged, name="search.queue_products")
def queue_products(event: ProductsChanged) -> None:
    search_refresh_queue(product_ids=event.product_ids)


@handles(OrderPlaced, name="search.queue_sold_products")
def queue_sold_products(event: OrderPlaced) -> None:
    """What sells comes first among equals."""
    search_refresh_queue(order_id=event.order_id)
