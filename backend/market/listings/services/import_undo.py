"""Take back what a workbook did, as far as nothing has happened to it since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from market.catalog.rules.listing_paths import is_same
from market.catalog.selectors.listing_values import listing_values_of
from market.catalog.services.drafts_take_back import drafts_take_back
from market.catalog.services.listing_change import listing_change
from market.core import clock
from market.core.actor import Actor
from market.core.errors import DomainError, ManyErrors, PermissionDenied
from market.inventory.models import Stock
from market.inventory.services.stocks_write import Policy, StockWish, stocks_write
from market.listings.locks import imports_for_update
from market.listings.models import ImportStatus, ListingImport, ListingImportRow, RowAction, RowStatus
from market.listings.services.import_actor import import_actor
from market.listings.services.import_apply import AT_ONCE, WRITTEN


def import_undo(*, import_id: UUID) -> bool:
    """Undo the next part. Says whether anything is left to do."""
    with transaction.atomic():
        run = imports_for_update().filter(pk=import_id, status=ImportStatus.UNDOING).first()
        if run is None:
            return False
        waiting = ListingImportRow.objects.filter(listing_import=run, status=RowStatus.APPLIED).order_by("number")
        part = list(waiting[:AT_ONCE])
        part = list(waiting.filter(group__in={row.group for row in part}))
        if part:
            _undo(run, part, import_actor(run))
            ListingImportRow.objects.bulk_update(part, WRITTEN, batch_size=AT_ONCE)
        left = waiting.exists()
        run.processed = min(run.processed + len(part), run.row_count)
        if not left:
            run.status, run.undone_at, run.processed = ImportStatus.UNDONE, clock.now(), run.row_count
        run.save()
    return left


def _undo(run: ListingImport, rows: Sequence[ListingImportRow], actor: Actor) -> None:
    try:
        changed = [row for row in rows if row.action != RowAction.CREATE]
        _stocks([row for row in changed if "stock" in row.before], actor)  # stocks are locked before goods
        _take_back([row for row in rows if row.action == RowAction.CREATE], run.vendor_id, actor)
        values = listing_values_of({row.product_id for row in changed if row.product_id})
        for row in changed:
            _change_back(row, values.get(row.product_id or 0, {}), actor)
    except PermissionDenied:
        for row in rows:
            _keep(row, "상품을 고칠 권한이 없어졌어요.", "You may not change listings of the enterprise any more.")


def _take_back(rows: Sequence[ListingImportRow], vendor_id: int, actor: Actor) -> None:
    gone = drafts_take_back(
        vendor_id=vendor_id, product_ids=[row.product_id for row in rows if row.product_id], actor=actor
    )
    for row in rows:
        if row.product_id in gone:
            row.status = RowStatus.UNDONE
        else:
            _keep(
                row,
                "그 뒤에 심사를 받았거나 공개된 상품이라 남겨 두었어요.",
                "It was reviewed or published since, so it stays.",
            )


def _change_back(row: ListingImportRow, now: dict[str, Any], actor: Actor) -> None:
    """Old values where the workbook's still stand. An option that was added is taken away again."""
    wrote = row.payload.get("changes", {})
    back = {
        path: old
        for path, old in row.before.items()
        if path != "stock" and path in now and is_same(path, now[path], wrote[path])
    }
    if row.action == RowAction.ADD_VARIANT and row.variant_id is not None:
        back[f"variant:{row.variant_id}"] = None
    if not back:
        if row.status == RowStatus.APPLIED:
            row.status = RowStatus.UNDONE
        return
    try:
        with transaction.atomic():
            outcome = listing_change(product_id=row.product_id or 0, changes=back, actor=actor)
    except (DomainError, ManyErrors):
        _keep(row, "지금은 되돌릴 수 없는 값이라 남겨 두었어요.", "This value cannot be taken back now.")
        return
    if outcome.proposal is not None:
        _keep(row, "되돌리는 것도 심사를 거쳐요. 심사 화면에서 볼 수 있어요.", "Taking it back is under review, too.")
    elif row.status == RowStatus.APPLIED:
        row.status = RowStatus.UNDONE


def _stocks(rows: Sequence[ListingImportRow], actor: Actor) -> None:
    """Only where nothing was sold or counted since."""
    ids = [row.variant_id for row in rows]
    found = {
        (variant_id, str(warehouse_id)): quantity
        for variant_id, warehouse_id, quantity in Stock.objects.filter(variant__in=ids).values_list(
            "variant_id", "warehouse_id", "quantity"
        )
    }
    same, wishes = [], []
    for row in rows:
        wrote = row.payload["stock"]
        if found.get((row.variant_id or 0, wrote["warehouse"])) == wrote["quantity"]:
            same.append(row)
            wishes.append(StockWish(row.variant_id, UUID(wrote["warehouse"]), row.before["stock"] or 0))
        else:
            _keep(row, "그 뒤에 재고가 바뀌어서 남겨 두었어요.", "The stock has changed since, so it stays.")
    for start in range(0, len(wishes), AT_ONCE):
        done = stocks_write(wishes=wishes[start : start + AT_ONCE], actor=actor, policy=Policy.REJECT_FAILED_ROWS)
        for row, one in zip(same[start : start + AT_ONCE], done, strict=True):
            if one.errors:
                _keep(row, one.errors[0].message("ko"), one.errors[0].message("en"))


def _keep(row: ListingImportRow, ko: str, en: str) -> None:
    row.status = RowStatus.KEPT
    row.problems = [{"column": "", "code": "kept", "ko": ko, "en": en}]
