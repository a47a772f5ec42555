"""An enterprise sends what it has to send: one part, a piece of one, or many parts at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.core.errors import DomainError, NotFound
from market.core.locks import reset_lock_order
from market.inventory.services.stock_ship import stock_ship
from market.orders.desk_rules import clean_tracking
from market.orders.errors import DuplicatedLine, NothingToFulfill, TooManyRows
from market.orders.locks import orders_for_update
from market.orders.models import Fulfillment, Order, OrderLine, VendorOrder
from market.orders.rules import ensure_fulfillable, ensure_part_fulfillable
from market.orders.selectors.order_access import ensure_handles_part
from market.orders.services.dispatch_make import dispatch_make, pieces_take
from market.orders.services.order_status_set import order_status_derive

MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    """What of a part to send, and how it travels. ``quantities`` None: all that is open."""

    vendor_order_id: UUID
    quantities: Mapping[UUID, int] | None = None
    courier: str = ""
    tracking_number: str = ""


@dataclass(frozen=True, slots=True)
class ShipmentDone:
    """What became of one row: its dispatch, or why there is none."""

    vendor_order_id: UUID
    fulfillment: Fulfillment | None
    error: DomainError | None = None


class RowsRefused(Exception):
    """All rows were to be sent or none, and some cannot be."""

    def __init__(self, done: list[ShipmentDone]) -> None:
        super().__init__(f"{sum(row.error is not None for row in done)} rows refused")
        self.done = done


def vendor_order_fulfill(*, shipment: Shipment, actor: Actor) -> Fulfillment:
    """Send one part, or some pieces of it (split): pieces leave the stock, statuses follow, the buyer is told.

    Raises NotFound (part or line), PermissionDenied, Required, InvalidInput, NothingToFulfill, TooManyPieces, OrderNotFulfillable,
    UnpaidOrderNotFulfillable.
    """
    with transaction.atomic():
        (row,) = _send_together([shipment], actor)
    if row.error is not None:
        raise row.error
    assert row.fulfillment is not None
    return row.fulfillment


def vendor_orders_fulfill(
    *, shipments: Sequence[Shipment], actor: Actor, all_or_none: bool = False
) -> list[ShipmentDone]:
    """Send many parts, each whole: either each for itself (a row that fails changes nothing and says why), or all or none.

    Raises TooManyRows, DuplicatedLine for a part named twice, PermissionDenied. With ``all_or_none`` and a row that fails nothing is
    sent; the rows say which and why.
    """
    if len(shipments) > MOST_AT_ONCE:
        raise TooManyRows("shipments", limit=MOST_AT_ONCE)
    if len({shipment.vendor_order_id for shipment in shipments}) < len(shipments):
        raise DuplicatedLine("shipments")
    if all_or_none:
        try:
            with transaction.atomic():
                return _send_together(shipments, actor)
        except RowsRefused as refused:
            return refused.done
    done = []
    for shipment in shipments:
        reset_lock_order()  # each row is a transaction of its own
        try:
            done.append(ShipmentDone(shipment.vendor_order_id, vendor_order_fulfill(shipment=shipment, actor=actor)))
        except DomainError as error:
            done.append(ShipmentDone(shipment.vendor_order_id, None, error))
    return done


def _send_together(shipments: Sequence[Shipment], actor: Actor) -> list[ShipmentDone]:
    """All rows in this transaction: every order is locked first, then everything is looked at, then all pieces leave the stock.

    Raises RowsRefused when a row cannot be sent: the caller's transaction goes back. A single row's error is given in its row.
    """
    known = {part.pk: part for part in VendorOrder.objects.filter(pk__in=[one.vendor_order_id for one in shipments])}
    visible = {pk: part for pk, part in known.items() if _refusal(part, actor) is None}
    orders = {order.pk: order for order in orders_for_update().filter(pk__in={p.order_id for p in visible.values()})}
    parts = VendorOrder.objects.filter(pk__in=visible).in_bulk()
    rows = (
        OrderLine.objects.filter(vendor_order__in=visible).select_related("vendor_order").order_by("sort_order", "id")
    )
    lines: dict[UUID, dict[UUID, OrderLine]] = {pk: {} for pk in visible}
    for line in rows:
        lines[line.vendor_order_id][line.pk] = line
    plans = [_plan(one, known.get(one.vendor_order_id), parts, orders, lines, actor) for one in shipments]
    if any(isinstance(plan, DomainError) for plan in plans):
        refused = [ShipmentDone(one.vendor_order_id, None, plan if isinstance(plan, DomainError) else None)
                   for one, plan in zip(shipments, plans, strict=True)]  # fmt: skip
        if len(shipments) == 1:
            return refused
        raise RowsRefused(refused)
    wanted = [plan for plan in plans if not isinstance(plan, DomainError)]
    return _carry_out(shipments, wanted, parts, orders, lines, actor)


def _refusal(part: VendorOrder, actor: Actor) -> DomainError | None:
    try:
        ensure_handles_part(part, actor)
    except DomainError as error:
        return error
    return None


def _plan(
    shipment: Shipment,
    known: VendorOrder | None,
    parts: Mapping[UUID, VendorOrder],
    orders: Mapping[UUID, Order],
    lines: Mapping[UUID, Mapping[UUID, OrderLine]],
    actor: Actor,
) -> dict[UUID, int] | DomainError:
    """How many pieces of which line this row sends, or why it cannot."""
    part = parts.get(shipment.vendor_order_id)
    if known is None or part is None:
        return NotFound("id")
    try:
        ensure_part_fulfillable(part.status)
        ensure_fulfillable(orders[part.order_id])
        clean_tracking(shipment.courier, shipment.tracking_number)
        own = lines[part.pk]
        if shipment.quantities is None:
            wanted = {pk: line.quantity_open for pk, line in own.items() if line.quantity_open}
        else:
            wanted = {pk: count for pk, count in shipment.quantities.items() if count > 0}
        if not wanted:
            raise NothingToFulfill("lines")
        pieces_take(own, wanted)
    except DomainError as error:
        return error
    return wanted


def _carry_out(
    shipments: Sequence[Shipment],
    plans: Sequence[Mapping[UUID, int]],
    parts: Mapping[UUID, VendorOrder],
    orders: Mapping[UUID, Order],
    lines: Mapping[UUID, Mapping[UUID, OrderLine]],
    actor: Actor,
) -> list[ShipmentDone]:
    stock_ship(quantities={pk: count for plan in plans for pk, count in plan.items()})
    done = []
    for shipment, wanted in zip(shipments, plans, strict=True):
        part = parts[shipment.vendor_order_id]
        fulfillment = dispatch_make(
            order=orders[part.order_id],
            vendor_order=part,
            own=lines[part.pk].values(),
            wanted=wanted,
            actor=actor,
            tracking_number=clean_tracking(shipment.courier, shipment.tracking_number),
            courier=shipment.courier,
        )
        audit.record(actor=actor, action="orders.fulfill_part", subject_type="vendor_order", subject_id=part.pk)
        done.append(ShipmentDone(part.pk, fulfillment))
    for order in orders.values():
        order_status_derive(order=order, actor=actor)
    return done
