"""Reading orders."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from market.channels.models import Audience
from market.core.actor import Actor
from market.core.permissions import MANAGE_ORDERS
from market.orders.enums import OrderStatus
from market.orders.models import Order

WITH = ("channel", "user", "billing_address", "shipping_address", "shipping_method")


def order_get(*, order_id: UUID, viewer: Actor) -> Order | None:
    """The order under this id. Knowing the id is enough, as in Saleor: it cannot be guessed, and what tells of a person is masked
    for everybody but the owner and staff (``may_see_person``). Drafts are for staff, and what an agency buys is nobody else's business:
    its orders are for their buyer and staff; colleagues read its purchase orders."""
    orders = Order.objects.select_related(*WITH).filter(pk=order_id)
    if not viewer.has_permission(MANAGE_ORDERS):
        orders = orders.exclude(status=OrderStatus.DRAFT).exclude(
            ~Q(user_id=viewer.user_id) | Q(user_id__isnull=True), channel__audience=Audience.PUBLIC
        )
    return orders.first()


def order_list(*, viewer: Actor) -> QuerySet[Order]:
    """All orders, for staff who manage them; nobody else gets a list."""
    orders = Order.objects.select_related(*WITH)
    return orders if viewer.has_permission(MANAGE_ORDERS) else orders.none()


def may_see_person(order: Order, viewer: Actor) -> bool:
    """Whether the viewer may read the order's names, addresses and e-mail: the buyer, a guest who was recognised, staff."""
    is_owner = order.user_id is not None and order.user_id == viewer.user_id
    return is_owner or order.is_buyer_recognised or viewer.has_permission(MANAGE_ORDERS)
