"""Orders by buyer."""

from __future__ import annotations

from django.db.models import QuerySet

from market.core.actor import Actor
from market.core.permissions import MANAGE_ORDERS
from market.orders.enums import OrderStatus
from market.orders.models import Order
from market.orders.selectors.order_get import WITH


def orders_of_users(*, viewer: Actor) -> QuerySet[Order]:
    """Orders that have a buyer, as far as the viewer may see them: the own ones without drafts; for staff all."""
    orders = Order.objects.select_related(*WITH).filter(user__isnull=False)
    if viewer.has_permission(MANAGE_ORDERS):
        return orders
    return orders.filter(user_id=viewer.user_id or 0).exclude(status=OrderStatus.DRAFT)
