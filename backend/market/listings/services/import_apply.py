"""Apply the good rows of a workbook, a part at a time: each part is one transaction, so a worker that dies loses none and repeats none."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from market.catalog.selectors.listing_values import listing_values
from market.catalog.services.listing_change import Outcome, listing_change
from market.catalog.services.products_enter import Entered, NewProduct, NewVariant, products_enter
from market.core import clock
from market.core.actor import Actor
from market.core.errors import DomainError, ManyErrors, PermissionDenied
from market.core.tax import TaxKind
from market.inventory.services.stocks_enter import stocks_enter
from market.inventory.services.stocks_write import Policy, StockWish, stocks_write
from market.listings.errors import NoRight
from market.listings.locks import imports_for_update
from market.listings.models import ImportStatus, ListingImport, ListingImportRow, RowAction, RowStatus
from market.listings.selectors.first_warehouse import first_warehouse
from market.listings.services.import_actor import import_actor

AT_ONCE = 250
WRITTEN = ["status", "problems", "payload", "product_id", "variant_id", "before"]


def import_apply(*, import_id: UUID) -> bool:
    """Apply the next part. Says whether anything is left to do."""
    with transaction.atomic():
        run = imports_for_update().filter(pk=import_id, status=ImportStatus.APPLYING).first()
        if run is None:
            return False
        waiting = ListingImportRow.objects.filter(listing_import=run, status=RowStatus.GOOD).order_by("number")
        part = _next_part(waiting)
        if part:
            _apply(run, part, import_actor(run))
            ListingImportRow.objects.bulk_update(part, WRITTEN, batch_size=AT_ONCE)
        left = waiting.exists()
        done = sum(row.status != RowStatus.GOOD for row in part)
        run.processed = min(run.processed + done, run.row_count)
        if not left:
            run.status, run.applied_at, run.processed = ImportStatus.DONE, clock.now(), run.row_count
        run.save()
    return left


def _next_part(waiting: Any) -> list[ListingImportRow]:
    """The rows of the next part, never a product cut in two. What is only counted comes last."""
    others = waiting.filter(Q(payload__has_key="changes") | Q(payload__has_key="variant"))
    rows = list(others[: AT_ONCE + 1])
    if not rows:
        return list(waiting[:AT_ONCE])
    if len(rows) <= AT_ONCE:
        return rows
    last = rows[-1].group
    whole = [row for row in rows if row.group != last]
    return whole or list(others.filter(group=last))


def _apply(run: ListingImport, rows: Sequence[ListingImportRow], actor: Actor) -> None:
    """Pieces of options that were there come in a part of their own: stocks are locked before goods, never after them."""
    counted = [row for row in rows if set(row.payload) == {"stock"}]
    if counted:
        _stocks(counted, actor)
        return
    new = [row for row in rows if row.action == RowAction.CREATE]
    old = [row for row in rows if row.action != RowAction.CREATE]
    try:
        _enter(run, new, actor)
    except (DomainError, ManyErrors):
        for _, group in groupby(new, key=lambda row: row.group):
            _enter_alone(run, list(group), actor)
    except PermissionDenied:
        _fail(rows, _no_right())
        return
    for _, group in groupby(old, key=lambda row: row.group):
        _change(list(group), actor)


def _enter(run: ListingImport, rows: Sequence[ListingImportRow], actor: Actor) -> None:
    """New products, all of the part in a fixed number of statements, with their pieces."""
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row.group)]
    entered = products_enter(vendor_id=run.vendor_id, entries=[_entry(group) for group in groups], actor=actor)
    for group, made in zip(groups, entered, strict=True):
        _note_entered(group, made)
    house = first_warehouse(run.vendor_id)
    if house is not None:
        pieces = {row.variant_id: row.payload["variant"]["stock"] for row in rows if row.variant_id is not None}
        quantities = {pk: quantity for pk, quantity in pieces.items() if quantity is not None}
        stocks_enter(warehouse_id=house, quantities=quantities, actor=actor)
    if run.asks_for_review:
        for group in groups:
            _ask_for_review(group, actor)


def _note_entered(group: Sequence[ListingImportRow], made: Entered) -> None:
    for row, variant_id in zip(group, made.variant_ids, strict=True):
        row.product_id, row.variant_id, row.status = made.product_id, variant_id, RowStatus.APPLIED


def _enter_alone(run: ListingImport, group: list[ListingImportRow], actor: Actor) -> None:
    """One product, where the part as a whole could not be entered: something was taken meanwhile."""
    try:
        with transaction.atomic():
            _enter(run, group, actor)
    except DomainError as error:
        _fail(group, [error])
    except ManyErrors as many:
        _fail(group, many.errors)


def _entry(group: Sequence[ListingImportRow]) -> NewProduct:
    fields = dict(group[0].payload["product"])
    fields["tax_kind"] = TaxKind(fields["tax_kind"])
    variants = [
        NewVariant(
            name=row.payload["variant"]["name"],
            sku=row.payload["variant"]["sku"],
            prices={int(channel): Decimal(price) for channel, price in row.payload["variant"]["prices"].items()},
        )
        for row in group
    ]
    return NewProduct(variants=variants, **fields)


def _ask_for_review(group: Sequence[ListingImportRow], actor: Actor) -> None:
    """Send a new product for review in every channel it has a price for. What it still lacks is told beside its row; the draft stays."""
    channels = sorted({channel for row in group for channel in row.payload["variant"]["prices"]})
    changes = {f"listing:{channel}": {"isPublished": True} for channel in channels}
    try:
        with transaction.atomic():
            outcome = listing_change(product_id=group[0].product_id or 0, changes=changes, actor=actor)
    except (DomainError, ManyErrors) as error:
        group[0].problems = _told(error.errors if isinstance(error, ManyErrors) else [error])
        return
    if outcome.proposal is not None:
        for row in group:
            row.status = RowStatus.PROPOSED


def _change(group: Sequence[ListingImportRow], actor: Actor) -> None:
    """What changes on one product: all its rows in one change, as if typed on its page."""
    changes: dict[str, Any] = {}
    for row in group:
        changes |= row.payload.get("changes", {})
        if row.action == RowAction.ADD_VARIANT:
            changes[f"variant:new-{row.number}"] = _new_variant(row)
    if not changes:
        for row in group:
            row.status = RowStatus.APPLIED
        return
    product_id = group[0].product_id or 0
    try:
        with transaction.atomic():
            before = _values(product_id, changes)
            outcome = listing_change(product_id=product_id, changes=changes, actor=actor)
    except DomainError as error:
        _fail(group, [error])
    except ManyErrors as many:
        _fail(group, many.errors)
    except PermissionDenied:
        _fail(group, _no_right())
    else:
        _note_changed(group, before, outcome)


def _values(product_id: int, changes: dict[str, Any]) -> dict[str, Any]:
    found = listing_values(product_id)
    return {path: found.get(path) for path in changes}


def _note_changed(group: Sequence[ListingImportRow], before: dict[str, Any], outcome: Outcome) -> None:
    waits = set(outcome.proposal.changes) if outcome.proposal is not None else set()
    for row in group:
        own = set(row.payload.get("changes", {}))
        new = f"variant:new-{row.number}"
        if row.action == RowAction.ADD_VARIANT:
            own.add(new)
            row.variant_id = outcome.made.get(new)
        row.before = {path: before[path] for path in own if path != new and path not in waits}
        is_waiting = bool(own & waits) or (new in own and row.variant_id is None)
        row.status = RowStatus.PROPOSED if is_waiting else RowStatus.APPLIED
        if "stock" in row.payload:
            # Its pieces come in a later part; what became of the rest is kept until then.
            row.before["status"] = row.status
            row.payload, row.before["changes"] = {"stock": row.payload["stock"]}, row.payload.get("changes", {})
            row.status = RowStatus.GOOD


def _new_variant(row: ListingImportRow) -> dict[str, Any]:
    given = row.payload["variant"]
    made: dict[str, Any] = {
        "name": given["name"],
        "prices": {channel: {"price": str(price)} for channel, price in given["prices"].items()},
    }
    if given["sku"]:
        made["sku"] = given["sku"]
    return made


def _stocks(rows: Sequence[ListingImportRow], actor: Actor) -> None:
    """Each row by itself, since shoppers may hold more than it says by now."""
    wishes = [
        StockWish(row.variant_id, UUID(row.payload["stock"]["warehouse"]), row.payload["stock"]["quantity"])
        for row in rows
    ]
    for row, done in zip(rows, stocks_write(wishes=wishes, actor=actor, policy=Policy.REJECT_FAILED_ROWS), strict=True):
        earlier = row.before.pop("status", RowStatus.APPLIED)
        row.payload = {**row.payload, **_if_any("changes", row.before.pop("changes", {}))}
        if done.errors:
            _fail([row], done.errors, column="stock")
            if row.before:
                row.status = RowStatus.APPLIED  # the rest of the row went through, and can be undone
        else:
            row.before = {**row.before, "stock": row.payload["stock"]["before"]}
            row.status = RowStatus(earlier)


def _if_any(name: str, value: dict[str, Any]) -> dict[str, Any]:
    return {name: value} if value else {}


def _fail(rows: Sequence[ListingImportRow], errors: Sequence[DomainError], *, column: str = "") -> None:
    for row in rows:
        row.status, row.problems = RowStatus.FAILED, _told(errors, column)


def _told(errors: Sequence[DomainError], column: str = "") -> list[dict[str, str]]:
    return [
        {"column": column, "code": error.code, "ko": error.message("ko"), "en": error.message("en")} for error in errors
    ]


def _no_right() -> list[DomainError]:
    return [NoRight()]
