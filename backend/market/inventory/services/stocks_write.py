"""How many pieces lie where, as somebody has counted them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from market.catalog.models import ProductVariant
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import DomainError, ManyErrors, NotFound
from market.core.permissions import MANAGE_PRODUCTS
from market.inventory.errors import PiecesPromised, QuantityNegative, StockExists, TooManyStocks, WarehouseTwice
from market.inventory.locks import stocks_for_update
from market.inventory.models import Stock, Warehouse
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for

MOST_AT_ONCE = 500


class Writing(Enum):
    """What to do about stocks that are there already, or are not."""

    CREATE = "create"  # none may be there
    SET = "set"  # those that are not there are made
    UPDATE = "update"  # all must be there


class Policy(Enum):
    """What one faulty row means for the others, as Saleor's ErrorPolicyEnum."""

    REJECT_EVERYTHING = "reject_everything"
    REJECT_FAILED_ROWS = "reject_failed_rows"
    IGNORE_FAILED = "ignore_failed"


@dataclass(frozen=True, slots=True)
class StockWish:
    """So many pieces of a variant in a warehouse, those promised to orders included."""

    variant_id: int | None
    warehouse_id: UUID | None
    quantity: int

    @property
    def place(self) -> tuple[int | None, UUID | None]:
        return self.variant_id, self.warehouse_id


@dataclass(slots=True)
class StockRow:
    """What became of one wish."""

    wish: StockWish
    stock: Stock | None = None
    errors: list[DomainError] = field(default_factory=list)


def stocks_write(
    *,
    wishes: Sequence[StockWish],
    actor: Actor,
    writing: Writing = Writing.SET,
    policy: Policy = Policy.REJECT_EVERYTHING,
) -> list[StockRow]:
    """Set quantities under the lock of their rows; what shoppers were promised in the meantime stays promised.

    Every change is kept with who made it. Rows that fail carry their errors (NotFound for what is not there or another's,
    QuantityNegative, WarehouseTwice, StockExists, PiecesPromised); with REJECT_EVERYTHING one of them means that nothing is written.
    Raises TooManyStocks. The number of statements does not depend on the number of wishes.
    """
    if len(wishes) > MOST_AT_ONCE:
        raise TooManyStocks("stocks", limit=MOST_AT_ONCE)
    rows = [StockRow(wish) for wish in wishes]
    try:
        with transaction.atomic():
            _check(rows, actor)
            _apply([row for row in rows if not row.errors], actor, writing)
            if policy is Policy.REJECT_EVERYTHING and any(row.errors for row in rows):
                raise _NothingWritten
    except _NothingWritten:
        for row in rows:
            row.stock = None
    return rows


def variant_stocks_write(
    *, variant_id: int, quantities: Sequence[tuple[UUID, int]], actor: Actor, writing: Writing
) -> None:
    """The same for one variant, all or nothing. Raises ManyErrors with the place of each fault (``index``).

    Without quantities there is no row to check, and yet the variant is answered: whose it is is asked here. Raises NotFound.
    """
    if not quantities:
        vendor_id = ProductVariant.objects.filter(pk=variant_id).values_list("product__vendor_id", flat=True).first()
        ensure_acts_for(vendor_id, actor, Ability.MANAGE_STOCK, MANAGE_PRODUCTS, field="variantId")
    wishes = [StockWish(variant_id, warehouse_id, quantity) for warehouse_id, quantity in quantities]
    rows = stocks_write(wishes=wishes, actor=actor, writing=writing)
    faults = []
    for index, row in enumerate(rows):
        for error in row.errors:
            error.params["index"] = index
            faults.append(error)
    if faults:
        raise ManyErrors(faults)


class _NothingWritten(Exception):
    """One row failed, so the others are taken back."""


def _check(rows: Sequence[StockRow], actor: Actor) -> None:
    """What can be said without the lock: numbers, doubles, and whose variant and warehouse it is."""
    variants = dict(
        ProductVariant.objects.filter(pk__in={row.wish.variant_id for row in rows if row.wish.variant_id})
        .order_by()
        .values_list("pk", "product__vendor_id")
    )
    places = {row.wish.warehouse_id for row in rows if row.wish.warehouse_id}
    houses = dict(Warehouse.objects.filter(pk__in=places).order_by().values_list("pk", "vendor_id"))
    allowed: dict[int, DomainError | None] = {}
    seen: set[tuple[int | None, UUID | None]] = set()
    for row in rows:
        vendor_id = variants.get(row.wish.variant_id)  # type: ignore[arg-type]
        if vendor_id is not None and vendor_id not in allowed:
            allowed[vendor_id] = _refusal(vendor_id, actor)
        if vendor_id is None or allowed[vendor_id] is not None:
            row.errors.append(NotFound("variantId"))
        elif houses.get(row.wish.warehouse_id) != vendor_id:  # type: ignore[arg-type]
            row.errors.append(NotFound("warehouse"))
        elif row.wish.quantity < 0:
            row.errors.append(QuantityNegative("quantity"))
        elif row.wish.place in seen:
            row.errors.append(WarehouseTwice("warehouse"))
        seen.add(row.wish.place)


def _refusal(vendor_id: int, actor: Actor) -> DomainError | None:
    try:
        ensure_acts_for(vendor_id, actor, Ability.MANAGE_STOCK, MANAGE_PRODUCTS, field="variantId")
    except NotFound as error:
        return error
    return None


def _apply(rows: Sequence[StockRow], actor: Actor, writing: Writing) -> None:
    if not rows:
        return
    new = _made(rows, writing)
    variant_ids = {row.wish.variant_id for row in rows if row.wish.variant_id is not None}
    held = {(stock.variant_id, stock.warehouse_id): stock for stock in stocks_for_update(variant_ids)}
    changes: dict[object, Mapping[str, Any]] = {}
    changed: list[Stock] = []
    is_visible = False
    for row in rows:
        stock = held.get(row.wish.place)  # type: ignore[arg-type]
        if stock is None:
            row.errors.append(NotFound("warehouse"))
        elif writing is Writing.CREATE and row.wish.place not in new:
            row.errors.append(StockExists("warehouse"))
        elif row.wish.quantity < stock.quantity_allocated:
            row.errors.append(PiecesPromised("quantity", promised=stock.quantity_allocated))
        else:
            old, was_free = stock.quantity, stock.quantity > stock.quantity_allocated
            stock.quantity = row.wish.quantity
            row.stock = stock
            if old != stock.quantity or row.wish.place in new:
                changed.append(stock)
                is_visible |= was_free != (stock.quantity > stock.quantity_allocated)
                changes[stock.pk] = stock_change(stock, None if row.wish.place in new else old, actor)
    Stock.objects.bulk_update(changed, ["quantity"])
    if changes:
        audit.record_each(actor=actor, action="inventory.stock_set", subject_type="Stock", changes=changes)
    if is_visible:
        catalogue_version.bump()  # lists that say "in stock" or "sold out" are wrong from now on


def stock_change(stock: Stock, old: int | None, actor: Actor) -> dict[str, Any]:
    """What the history keeps of a change; ``old`` None: the stock is new."""
    return {
        "variant": stock.variant_id,
        "warehouse": str(stock.warehouse_id),
        "old": old,
        "new": stock.quantity,
        "by_staff": actor.is_staff,
    }


def _made(rows: Sequence[StockRow], writing: Writing) -> set[tuple[int | None, UUID | None]]:
    """Empty stocks for the places that have none, to be locked like the others; which places they are."""
    if writing is Writing.UPDATE:
        return set()
    variant_ids = {row.wish.variant_id for row in rows}
    there = set(Stock.objects.filter(variant_id__in=variant_ids).order_by().values_list("variant_id", "warehouse_id"))
    lacking = [row for row in rows if row.wish.place not in there]
    stocks = [
        Stock(variant_id=row.wish.variant_id, warehouse_id=row.wish.warehouse_id)  # type: ignore[misc]
        for row in lacking
    ]
    try:
        with transaction.atomic():
            Stock.objects.bulk_create(stocks)
    except IntegrityError as error:
        constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
        if constraint != "stock_once_per_warehouse":
            raise
        Stock.objects.bulk_create(stocks, ignore_conflicts=True)  # somebody else made one of them just now
        return set()
    return {row.wish.place for row in lacking}
