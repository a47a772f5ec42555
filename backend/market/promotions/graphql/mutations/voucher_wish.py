"""From a VoucherInput to what the service takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from market.core.clock import SEOUL
from market.core.errors import DomainError, InvalidInput, NotFound, Required
from market.core.graphql.mutations import InvalidId, pk_from_id
from market.promotions.errors import CodeTaken, CodeTwice, VoucherAlreadyUsed
from market.promotions.services.voucher_save import VoucherWish

WRITE_ERRORS: tuple[type[DomainError], ...] = (
    NotFound,
    InvalidId,
    InvalidInput,
    Required,
    CodeTwice,
    CodeTaken,
    VoucherAlreadyUsed,
)
KINDS = {"products": "Product", "variants": "ProductVariant", "collections": "Collection", "categories": "Category"}
FLAGS = ("apply_once_per_order", "apply_once_per_customer", "only_for_staff", "single_use")
NULLABLE = ("end_date", "usage_limit", "min_checkout_items_quantity")


def voucher_wish(given: Any) -> VoucherWish:
    """What the input asks for; fields that are missing stay as they are, null clears what may be empty. Raises InvalidId."""
    fields: dict[str, Any] = {name: given[name] for name in NULLABLE if name in given}
    fields |= {name: given[name] for name in FLAGS if given.get(name) is not None}
    for name in ("type", "discount_value_type", "funder"):
        if given.get(name) is not None:
            fields[name] = str(getattr(given[name], "value", given[name]))
    if "name" in given:
        fields["name"] = (given["name"] or "").strip()
    if given.get("start_date") is not None:
        fields["start_date"] = _in_seoul(given["start_date"])
    if fields.get("end_date") is not None:
        fields["end_date"] = _in_seoul(fields["end_date"])
    if given.get("countries") is not None:
        fields["countries"] = sorted({code.upper() for code in given["countries"]})
    if "vendor" in given:
        fields["vendor_id"] = pk_from_id(given["vendor"], "Vendor", field="vendor") if given["vendor"] else None
    codes = given.get("add_codes")
    if codes is None and given.get("code") is not None:
        codes = [given["code"]]
    return VoucherWish(fields=fields, catalogues=catalogues_of(given), codes=codes)


def _in_seoul(instant: dt.datetime) -> dt.datetime:
    """A time without a zone is Seoul's."""
    return instant if instant.tzinfo is not None else instant.replace(tzinfo=SEOUL)


def catalogues_of(given: Any) -> dict[str, list[int]]:
    """The keys of the goods an input names, by kind. Raises InvalidId."""
    return {
        kind: [pk_from_id(id_, type_name, field=kind) for id_ in given[kind]]
        for kind, type_name in KINDS.items()
        if given.get(kind) is not None
    }
