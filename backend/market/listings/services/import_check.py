"""The dry run: what each row would do, and what is wrong with it. The catalogue is only read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from market.catalog.models import Product, ProductVariant
from market.catalog.selectors.listing_values import listing_values_of
from market.channels.models import Audience, Channel
from market.core import clock
from market.inventory.models import Stock
from market.listings.columns import TAXES
from market.listings.locks import imports_for_update
from market.listings.models import ImportStatus, ListingImport, ListingImportRow, RowAction, RowStatus
from market.listings.plan import Known, Planned, plan_group
from market.listings.rules import check_once_in_file, group_rows, read_row
from market.listings.selectors.first_warehouse import first_warehouse
from market.listings.selectors.lists import lists_today

WRITTEN = ["group", "status", "action", "problems", "payload", "product_id", "variant_id"]
AT_ONCE = 500


def import_check(*, import_id: UUID) -> bool:
    """Check every row and note what would happen. Repeating it checks anew. Says whether there was something to check."""
    with transaction.atomic():
        run = imports_for_update().filter(pk=import_id, status=ImportStatus.CHECKING).first()
        if run is None:
            return False
        rows = list(ListingImportRow.objects.filter(listing_import=run).order_by("number"))
        _plan(run, rows)
        ListingImportRow.objects.bulk_update(rows, WRITTEN, batch_size=AT_ONCE)
        run.status, run.checked_at, run.processed = ImportStatus.CHECKED, clock.now(), run.row_count
        run.save()
    return True


def _plan(run: ListingImport, rows: Sequence[ListingImportRow]) -> None:
    lists = lists_today()
    read = [read_row(row.number, row.cells, lists) for row in rows]
    groups = group_rows(read)
    check_once_in_file(read, "variant", "같은 옵션번호가 파일에 두 번 있어요.", "This variant is in the file twice.")
    check_once_in_file(read, "sku", "같은 판매자 코드가 파일에 두 번 있어요.", "This SKU is in the file twice.")
    known = _known(run.vendor_id, [row.values for row in read])
    planned = [plan for group in groups for plan in plan_group(group, lists, known)]
    by_number = {plan.row.number: plan for plan in planned}
    for row in rows:
        _note(row, by_number[row.number])


def _note(row: ListingImportRow, plan: Planned) -> None:
    row.group, row.action, row.payload = plan.row.group, plan.action, plan.payload
    row.problems = [problem.plain() for problem in plan.row.problems]
    row.product_id, row.variant_id = plan.product_id, plan.variant_id
    if plan.is_bad:
        row.status = RowStatus.BAD
    elif plan.action == RowAction.UPDATE and not plan.payload:
        row.status = RowStatus.SAME
    else:
        row.status = RowStatus.GOOD


def _known(vendor_id: int, values: Iterable[Mapping[str, Any]]) -> Known:
    """What the rows may refer to, in a fixed number of statements for each 500 products."""
    given = list(values)
    wanted = sorted({row["product"] for row in given if "product" in row})
    own = set(_own_products(vendor_id, wanted))
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(wanted), AT_ONCE):
        found |= listing_values_of([pk for pk in wanted[start : start + AT_ONCE] if pk in own])
    variants = {
        pk: (product_id, name)
        for pk, product_id, name in ProductVariant.objects.filter(product__in=own).values_list(
            "pk", "product_id", "name"
        )
    }
    skus = sorted({row["sku"] for row in given if "sku" in row})
    taken = {sku: pk for sku, pk in ProductVariant.objects.filter(sku__in=skus).values_list("sku", "pk") if sku}
    house = first_warehouse(vendor_id)
    return Known(
        products=found,
        plain_texts=_plain_texts(own),
        variants=variants,
        skus=taken,
        channels=_channels(),
        warehouse=str(house) if house else None,
        stocks=_stocks(own),
        taxes=TAXES,
    )


def _own_products(vendor_id: int, ids: Sequence[int]) -> Iterable[int]:
    return Product.objects.filter(pk__in=ids, vendor_id=vendor_id).values_list("pk", flat=True)


def _plain_texts(product_ids: Iterable[int]) -> dict[int, str]:
    return dict(Product.objects.filter(pk__in=list(product_ids)).values_list("pk", "description_plaintext"))


def _channels() -> dict[str, int]:
    """The channel of each audience that prices of a workbook are for: the first active one."""
    found: dict[str, int] = {}
    for pk, audience in Channel.objects.filter(is_active=True).order_by("pk").values_list("pk", "audience"):
        found.setdefault({Audience.CITIZEN: "citizen_price", Audience.PUBLIC: "public_price"}[Audience(audience)], pk)
    return found


def _stocks(product_ids: Iterable[int]) -> dict[int, dict[str, int]]:
    """variant -> warehouse -> pieces."""
    found: dict[int, dict[str, int]] = {}
    rows = Stock.objects.filter(variant__product__in=list(product_ids)).order_by("warehouse__slug")
    for variant_id, warehouse_id, quantity in rows.values_list("variant_id", "warehouse_id", "quantity"):
        found.setdefault(variant_id, {})[str(warehouse_id)] = quantity
    return found
