"""Lines leave an order that waits for approval."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.core.actor import Actor
from market.core.errors import NotFound
from market.inventory.services.stock_release import stock_release
from market.orders.enums import OrderStatus
from market.orders.errors import LastLine
from market.orders.locks import orders_for_update
from market.orders.models import Order, OrderLine, VendorOrder
from market.orders.rules import ensure_held
from market.orders.services.order_status_set import vendor_order_status_set

PART_SUMS = ("subtotal_net", "subtotal_gross", "shipping_net", "shipping_gross", "total_net", "total_gross")


def order_lines_remove(*, order_id: UUID, line_ids: Collection[UUID], actor: Actor) -> Order:
    """Take lines out of a held order: their pieces are free and the totals follow.

    What is held stays held: a part that keeps a line keeps its delivery charge, also where fewer goods would not travel free; a part that
    keeps none is cancelled with its charge. Such an order has neither vouchers nor gift cards (``checkout_hold``). For rooms above only.
    Raises NotFound, OrderNotHeld, and LastLine where nothing would be left.
    """
    with transaction.atomic():
        order = orders_for_update().filter(pk=order_id).first()
        if order is None:
            raise NotFound("id")
        ensure_held(order.status)
        lines_take_out(order=order, line_ids=line_ids, actor=actor)
    return order


def lines_take_out(*, order: Order, line_ids: Collection[UUID], actor: Actor) -> None:
    """The same of a held order that is locked already. Raises NotFound, LastLine."""
    wanted = set(line_ids)
    lines = list(order.lines.all())
    gone = [line for line in lines if line.pk in wanted]
    if len(gone) != len(wanted):
        raise NotFound("lines")
    if len(gone) == len(lines):
        raise LastLine("lines")
    stock_release(order_line_ids=[line.pk for line in gone])
    OrderLine.objects.filter(pk__in=wanted).delete()
    _sum_up(order, [line for line in lines if line.pk not in wanted], actor)


def _sum_up(order: Order, kept: list[OrderLine], actor: Actor) -> None:
    parts = list(order.vendor_orders.order_by("pk"))
    for part in parts:
        own = [line for line in kept if line.vendor_order_id == part.pk]
        if not own and part.status == OrderStatus.UNCONFIRMED:
            vendor_order_status_set(order=order, vendor_order=part, to=OrderStatus.CANCELED, actor=actor)
        _sum_up_part(part, own)
    VendorOrder.objects.bulk_update(parts, PART_SUMS)
    for name in PART_SUMS:
        setattr(order, name, sum((getattr(part, name) for part in parts), Decimal(0)))
    order.save(update_fields=[*PART_SUMS, "updated_at"])


def _sum_up_part(part: VendorOrder, own: list[OrderLine]) -> None:
    if not own:
        part.shipping_net = part.shipping_gross = Decimal(0)
    part.subtotal_net = sum((line.total_net for line in own), Decimal(0))
    part.subtotal_gross = sum((line.total_gross for line in own), Decimal(0))
    part.total_net = part.subtotal_net + part.shipping_net
    part.total_gross = part.subtotal_gross + part.shipping_gross
