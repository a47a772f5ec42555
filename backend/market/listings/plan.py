"""What a row of a workbook would do to the catalogue. Pure: what is known comes in, a plan comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from market.listings.columns import BY_QUOTATION
from market.listings.rules import Kind, Lists, Row, check_new, described, notice_of

CREATE, ADD_VARIANT, UPDATE = "create", "add_variant", "update"
PRICES = ("citizen_price", "public_price")
# Columns whose values are the catalogue's own, and the paths they go to.
PLAIN = {
    "name": "name",
    "summary": "summary",
    "minimum": "minimumOrderQuantity",
    "dispatch": "dispatchDays",
    "origin": "originCountry",
    "weight": "weight",
}


@dataclass(frozen=True, kw_only=True)
class Known:
    """The enterprise's goods as they are: ``products`` by path (catalog/rules/listing_paths.py), ``variants`` as (product, name),
    ``skus`` -> variant, ``channels`` by price column, ``stocks`` variant -> warehouse -> pieces."""

    products: Mapping[int, Mapping[str, Any]]
    plain_texts: Mapping[int, str]
    variants: Mapping[int, tuple[int, str]]
    skus: Mapping[str, int]
    channels: Mapping[str, int]
    warehouse: str | None
    stocks: Mapping[int, Mapping[str, int]]
    taxes: Mapping[str, str]


@dataclass
class Planned:
    """``payload``: of a new product in its first row ``product``, of each new option ``variant``, of a change ``changes`` by path and
    ``stock``; empty for a row that changes nothing."""

    row: Row
    action: str
    payload: dict[str, Any] = field(default_factory=dict)
    product_id: int | None = None
    variant_id: int | None = None
    is_bad: bool = False


def plan_group(group: Sequence[Row], lists: Lists, known: Known) -> list[Planned]:
    """The plans of one product's rows. One bad row keeps all of them back, so that no product is entered in part."""
    head = group[0]
    number = head.values.get("product")
    if number is None:
        plans = _new(group, lists, known)
    elif number not in known.products:
        head.fault(
            "product", "product_unknown", "우리 기업의 상품번호가 아니에요.", "No listing of yours has this number."
        )
        plans = [Planned(row, UPDATE) for row in group]
    else:
        plans = _existing(group, lists, known, number)
    _check_skus(plans, known)
    if any(plan.row.problems for plan in plans):
        for plan in plans:
            plan.is_bad = True
            if not plan.row.problems:
                plan.row.fault(
                    "name",
                    "other_row",
                    "같은 상품의 다른 행에 고칠 것이 있어요.",
                    "Another row of this product has to be mended.",
                )
    return plans


def _new(group: Sequence[Row], lists: Lists, known: Known) -> list[Planned]:
    check_new(group)
    head = group[0]
    kind = lists.kinds.get(head.values.get("kind", ""))
    notice = notice_of(head, kind)
    plans = [Planned(row, CREATE, {"variant": _variant(row, known)}) for row in group]
    if not head.problems and kind is not None:
        plans[0].payload["product"] = _product(head, kind, notice, lists, known)
    return plans


def _product(head: Row, kind: Kind, notice: Mapping[str, str], lists: Lists, known: Known) -> dict[str, Any]:
    values = head.values
    return {
        "product_type_id": kind.product_type_id,
        "notice_type_id": kind.notice_type_id,
        "category_id": lists.categories[values["category"]],
        "name": values["name"],
        "tax_kind": known.taxes[values["tax"]],
        "summary": values.get("summary", ""),
        "description": described(values["description"]) if "description" in values else None,
        "is_quote_only": values.get("sale") == BY_QUOTATION,
        "minimum_order_quantity": values.get("minimum", 1),
        "dispatch_days": values.get("dispatch"),
        "origin_country": values.get("origin", ""),
        "weight_grams": values.get("weight"),
        "notice": dict(notice),
    }


def _variant(row: Row, known: Known) -> dict[str, Any]:
    values = row.values
    return {
        "name": values.get("option", ""),
        "sku": values.get("sku"),
        "prices": {
            str(known.channels[code]): values[code] for code in PRICES if code in values and code in known.channels
        },
        "stock": values.get("stock"),
    }


def _existing(group: Sequence[Row], lists: Lists, known: Known, number: int) -> list[Planned]:
    before = known.products[number]
    plans = []
    for place, row in enumerate(group):
        changes = _product_changes(row, lists, known, number, before) if place == 0 else {}
        variant_id = row.values.get("variant")
        if variant_id is None and not _has_variant_cells(row):
            plans.append(Planned(row, UPDATE, _filled(changes, None), number))
        elif variant_id is None:
            plans.append(_added(row, known, number, changes, before))
        elif known.variants.get(variant_id, (None, ""))[0] != number:
            row.fault(
                "variant",
                "variant_unknown",
                "이 상품의 옵션번호가 아니에요.",
                "No option of this product has this number.",
            )
            plans.append(Planned(row, UPDATE, product_id=number))
        else:
            changes |= _variant_changes(row, known, variant_id, before)
            plans.append(Planned(row, UPDATE, _filled(changes, _stock(row, known, variant_id)), number, variant_id))
    return plans


def _filled(changes: Mapping[str, Any], stock: Mapping[str, Any] | None) -> dict[str, Any]:
    return {**({"changes": dict(changes)} if changes else {}), **({"stock": dict(stock)} if stock else {})}


def _has_variant_cells(row: Row) -> bool:
    return any(code in row.values for code in ("option", "sku", "stock", *PRICES))


def _added(row: Row, known: Known, number: int, changes: dict[str, Any], before: Mapping[str, Any]) -> Planned:
    if "option" not in row.values:
        row.fault("option", "required", "새 옵션의 이름을 적어 주세요.", "Name the new option.")
    for code in PRICES:
        channel = known.channels.get(code)
        if code in row.values and f"listing:{channel}" not in before:
            row.fault(
                code, "not_listed", "이 채널에 올라 있지 않은 상품이에요.", "The product is not listed in this channel."
            )
    return Planned(row, ADD_VARIANT, {"variant": _variant(row, known), **_filled(changes, None)}, number)


def _product_changes(row: Row, lists: Lists, known: Known, number: int, before: Mapping[str, Any]) -> dict[str, Any]:
    values, wanted = row.values, {}
    for code, path in PLAIN.items():
        if code in values:
            wanted[path] = values[code]
    if "category" in values:
        wanted["category"] = lists.categories[values["category"]]
    if "tax" in values:
        wanted["taxKind"] = known.taxes[values["tax"]]
    if "sale" in values:
        wanted["isQuoteOnly"] = values["sale"] == BY_QUOTATION
    if "description" in values and _bare(values["description"]) != _bare(known.plain_texts.get(number, "")):
        wanted["description"] = described(values["description"])
    kind = lists.kinds.get(values.get("kind", "")) or _kind_of(lists, before.get("noticeType"))
    if "kind" in values and kind is not None:
        wanted["noticeType"] = kind.notice_code
    for code, value in notice_of(row, kind).items():
        if _bare(value) != _bare(str(before.get(f"notice:{code}") or "")):
            wanted[f"notice:{code}"] = value
    return {path: value for path, value in wanted.items() if before.get(path) != value}


def _kind_of(lists: Lists, notice_code: Any) -> Kind | None:
    return next((kind for kind in lists.kinds.values() if kind.notice_code == notice_code), None)


def _bare(text: str) -> str:
    return " ".join(text.split())


def _variant_changes(row: Row, known: Known, variant_id: int, before: Mapping[str, Any]) -> dict[str, Any]:
    values, changes = row.values, {}
    for code, path in (("option", "name"), ("sku", "sku")):
        if code in values and before.get(f"variant:{variant_id}:{path}") != values[code]:
            changes[f"variant:{variant_id}:{path}"] = values[code]
    for code in PRICES:
        channel = known.channels.get(code)
        if code not in values or channel is None:
            continue
        path = f"variant:{variant_id}:price:{channel}"
        if f"listing:{channel}" not in before:
            row.fault(
                code, "not_listed", "이 채널에 올라 있지 않은 상품이에요.", "The product is not listed in this channel."
            )
        elif Decimal((before.get(path) or {}).get("price") or -1) != values[code]:
            changes[path] = {"price": str(values[code])}
    return changes


def _stock(row: Row, known: Known, variant_id: int) -> dict[str, Any] | None:
    """The new number of pieces; where they lie in several warehouses, one number cannot say where."""
    if "stock" not in row.values:
        return None
    places = known.stocks.get(variant_id, {})
    wanted = row.values["stock"]
    if sum(places.values()) == wanted and places:
        return None
    if len(places) > 1:
        row.fault(
            "stock",
            "several_warehouses",
            "창고가 여럿이라 상품 화면에서 바꿔야 해요.",
            "Change stocks of several warehouses on its page.",
        )
        return None
    warehouse = next(iter(places), known.warehouse)
    if warehouse is None:
        row.fault("stock", "no_warehouse", "창고가 없어요. 먼저 창고를 만들어 주세요.", "There is no warehouse yet.")
        return None
    return {"warehouse": warehouse, "quantity": wanted, "before": places.get(warehouse)}


def _check_skus(plans: Sequence[Planned], known: Known) -> None:
    for plan in plans:
        sku = plan.row.values.get("sku")
        if sku is not None and known.skus.get(sku, plan.variant_id) != plan.variant_id:
            plan.row.fault("sku", "taken", "이미 다른 상품이 쓰는 판매자 코드예요.", "Another listing has this SKU.")
