"""What a request says, made fit to be kept. A draft may be incomplete; ``missing_of`` tells what sending still needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from market.catalog.models import ProductVariant
from market.core import clock
from market.core.errors import DomainError, InvalidInput, ManyErrors, NotFound
from market.core.texts import text_clean
from market.quotes.errors import VendorNotSelling
from market.quotes.models import QuoteRequest
from market.quotes.rules import LONGEST_REPLY, MOST_ITEMS, MOST_PIECES, MOST_VENDORS
from market.vendors.models import Vendor, VendorStatus

TEXTS = {"title": 150, "specification": 10_000, "delivery_place": 250}


@dataclass(frozen=True, kw_only=True)
class ItemWish:
    """One thing that is asked for, in words; ``variant_id``: the product it began with."""

    name: str
    quantity: int
    specification: str = ""
    unit: str = ""
    variant_id: int | None = None


def request_columns(values: dict[str, Any]) -> dict[str, Any]:
    """Columns of what was given: texts trimmed, dates as they are. Raises ManyErrors."""
    columns: dict[str, Any] = {}
    faults: list[DomainError] = []
    for name, value in values.items():
        try:
            columns[name] = _text(name, value) if name in TEXTS else value
        except DomainError as fault:
            faults.append(fault)
    if faults:
        raise ManyErrors(faults)
    return columns


def items_clean(items: Sequence[ItemWish]) -> list[dict[str, Any]]:
    """Columns of the items in their order. Raises ManyErrors, each fault on ``items``."""
    if len(items) > MOST_ITEMS:
        raise ManyErrors([_invalid("items", f"품목은 {MOST_ITEMS}개까지예요.", f"At most {MOST_ITEMS} items.")])
    faults: list[DomainError] = []
    rows = []
    for item in items:
        try:
            rows.append(_item(item))
        except DomainError as fault:
            faults.append(fault)
    wanted = {row["variant_id"] for row in rows if row["variant_id"] is not None}
    if wanted - set(ProductVariant.objects.filter(pk__in=wanted).values_list("pk", flat=True)):
        faults.append(NotFound("items"))
    if faults:
        raise ManyErrors(faults)
    return [{**row, "position": position} for position, row in enumerate(rows, start=1)]


def vendors_clean(vendor_ids: Sequence[int]) -> list[int]:
    """The enterprises that are to be asked, each once. Raises InvalidInput, NotFound, VendorNotSelling."""
    wanted = list(dict.fromkeys(vendor_ids))
    if len(wanted) > MOST_VENDORS:
        raise _invalid(
            "vendors", f"한 번에 {MOST_VENDORS}곳까지 요청할 수 있어요.", f"At most {MOST_VENDORS} enterprises."
        )
    found = dict(Vendor.objects.filter(pk__in=wanted).values_list("pk", "status"))
    if len(found) < len(wanted):
        raise NotFound("vendors")
    if any(status != VendorStatus.ACTIVE for status in found.values()):
        raise VendorNotSelling("vendors")
    return wanted


def missing_of(request: QuoteRequest, items: int, vendors: int) -> list[str]:
    """Input fields that sending needs and that say nothing yet."""
    wanted: dict[str, object] = {
        "title": request.title,
        "deliveryPlace": request.delivery_place,
        "deliveryBy": request.delivery_by,
        "replyBy": request.reply_by,
        "items": items,
        "vendors": vendors,
    }
    return [name for name, value in wanted.items() if not value]


def ensure_reply_by(reply_by: dt.datetime, delivery_by: dt.date | None, *, field: str = "replyBy") -> None:
    """Raises InvalidInput for a deadline that is past, too far away, or after the delivery."""
    now = clock.now()
    if reply_by <= now:
        raise _invalid(field, "답을 받을 마감은 지금보다 뒤여야 해요.", "The deadline must be in the future.")
    if reply_by - now > LONGEST_REPLY:
        days = LONGEST_REPLY.days
        raise _invalid(field, f"마감은 {days}일 안으로 정해 주세요.", f"The deadline may be {days} days away at most.")
    if delivery_by is not None and delivery_by < reply_by.astimezone(clock.SEOUL).date():
        raise _invalid(
            "deliveryBy", "납품일은 답 마감일보다 앞설 수 없어요.", "Delivery cannot be due before answers are."
        )


def _text(name: str, value: str | None) -> str:
    field = "".join([name.split("_")[0], *(part.capitalize() for part in name.split("_")[1:])])
    return text_clean(value, field=field, longest=TEXTS[name], is_required=False)


def _item(item: ItemWish) -> dict[str, Any]:
    if not 1 <= item.quantity <= MOST_PIECES:
        raise _invalid("items", f"수량은 1~{MOST_PIECES:,}이에요.", f"Quantities are 1 to {MOST_PIECES:,}.")
    return {
        "name": text_clean(item.name, field="items", longest=150),
        "specification": text_clean(item.specification, field="items", longest=500, is_required=False),
        "unit": text_clean(item.unit, field="items", longest=20, is_required=False) or "개",
        "quantity": item.quantity,
        "variant_id": item.variant_id,
    }


def _invalid(field: str, korean: str, english: str) -> InvalidInput:
    return InvalidInput(field, korean, english)
