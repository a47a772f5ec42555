"""Which values a path can take: what people write into a proposal by hand is looked at before anything is done with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from market.catalog.rules.listing_paths import PARTS_OF_VARIANTS, Path, parse
from market.core.global_ids import from_global_id

Check = Callable[[Any], bool]
RETURN_POLICIES = ("standard", "made_to_order", "perishable", "sealed", "digital")
TAX_KINDS = ("taxable", "zero_rated", "exempt")
BIGGEST_KEY = 2**63


def fits(text: str, value: Any) -> bool:
    """Whether the value has the shape that the path takes. A path that is none does not fit."""
    try:
        path = parse(text)
    except ValueError:
        return False
    return _has_keys(path) and _check(path)(value)


def is_path(text: str) -> bool:
    """Whether it names a field."""
    try:
        return _has_keys(parse(text))
    except ValueError:
        return False


def _has_keys(path: Path) -> bool:
    if path.kind in ("product", "notice"):
        return True
    if path.kind == "translation":
        return 2 <= len(path.key) <= 35 and path.key.replace("-", "").isalnum()
    keys = [path.key, path.rest] if path.kind in PARTS_OF_VARIANTS.values() else [path.key]
    if path.kind in ("variant", "media") and path.is_new:
        return path.key.removeprefix("new-").isalnum()
    return all(key.isascii() and key.isdigit() and len(key) <= 18 for key in keys)


def _check(path: Path) -> Check:
    if path.kind == "product":
        return PRODUCT[path.rest]
    if path.kind == "translation":
        return _or_none(_map) if path.rest == "description" else _or_none(_text)
    if path.kind == "variant":
        return _new_variant if path.is_new else VARIANT[path.rest] if path.rest else _none
    if path.kind == "media":
        return _text if path.rest else _or_none(_picture) if path.is_new else _none
    return {
        "attribute": _attribute,
        "variant_attribute": _attribute,
        "notice": _text,
        "price": _price,
        "quantity_prices": _or_none(_list_of(_step)),
        "listing": _listing,
    }[path.kind]


def _none(value: Any) -> bool:
    return value is None


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < BIGGEST_KEY


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _map(value: Any) -> bool:
    return isinstance(value, dict)


def _map_or_text(value: Any) -> bool:
    return isinstance(value, dict | str)


def _pointed(value: Any) -> bool:
    """The key of a collection, or the global id of something else."""
    return _whole(value) or (_text(value) and _parses(value, from_global_id))


def _texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


def _keys(value: Any) -> bool:
    return isinstance(value, list) and all(map(_whole, value))


def _places(value: Any) -> bool:
    return isinstance(value, list) and all(_whole(one) or _text(one) for one in value)


def _moment(value: Any) -> bool:
    return _parses(value, dt.datetime.fromisoformat)


def _day(value: Any) -> bool:
    return _parses(value, dt.date.fromisoformat)


def _amount(value: Any) -> bool:
    return _text(value) and _parses(value, Decimal) and Decimal(value).is_finite()


def _parses(value: Any, read: Callable[[str], Any]) -> bool:
    try:
        read(value)
    except (TypeError, ValueError, InvalidOperation):
        return False
    return True


def _one_of(*words: str) -> Check:
    return lambda value: value in words


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _of(shape: Mapping[str, Check]) -> Check:
    """A map with no other keys than these."""
    return lambda value: (
        isinstance(value, dict) and all(name in shape and shape[name](item) for name, item in value.items())
    )


def _list_of(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


_choice = _of({"value_id": _or_none(_whole), "value": _or_none(_text), "external_reference": _or_none(_text)})
_attribute = _of({
    "dropdown": _choice, "swatch": _choice, "multiselect": _list_of(_choice), "numeric": _text, "plain_text": _text, "rich_text": _map_or_text,
    "boolean": _flag, "date": _day, "date_time": _moment, "file": _text, "content_type": _text, "reference": _pointed,
    "references": _list_of(_pointed),
})  # fmt: skip
_price = _or_none(_of(dict.fromkeys(("price", "discountedPrice", "priorPrice", "costPrice"), _or_none(_amount))))
_steps = _of({"from": _whole, "price": _amount})
_listing = _or_none(_of({
    "isPublished": _flag, "visibleInListings": _flag, "publishedAt": _or_none(_moment), "availableForPurchaseAt": _or_none(_moment),
}))  # fmt: skip
_picture = _of({"image": _text, "artwork": _text, "alt": _text, "type": _one_of("IMAGE", "VIDEO")})


def _step(value: Any) -> bool:
    """A quantity price: from how many pieces on, and what each costs then."""
    return _steps(value) and len(value) == 2


def _return_policy(value: Any) -> bool:
    return isinstance(value, dict) and value.get("kind") in RETURN_POLICIES and _text(value.get("note", ""))


PRODUCT: dict[str, Check] = {
    **dict.fromkeys(("name", "slug", "summary", "seoTitle", "seoDescription", "originCountry"), _text),
    "externalReference": _or_none(_text), "description": _or_none(_map), "category": _or_none(_whole), "taxKind": _one_of(*TAX_KINDS),
    "isQuoteOnly": _flag, "minimumOrderQuantity": _whole, "dispatchDays": _whole, "noticeType": _or_none(_text),
    "returnPolicy": _or_none(_return_policy), "weight": _or_none(_whole), "rating": _or_none(_number), "metadata": _texts,
    "privateMetadata": _texts, "collections": _keys, "defaultVariant": _whole, "variantOrder": _keys, "mediaOrder": _places,
}  # fmt: skip
VARIANT: dict[str, Check] = {
    "name": _text, "nameEn": _text, "sku": _or_none(_text), "trackInventory": _flag, "quantityLimitPerCustomer": _or_none(_whole),
    "weight": _or_none(_whole), "externalReference": _or_none(_text), "metadata": _texts, "privateMetadata": _texts, "media": _keys,
}  # fmt: skip


def _new_variant(value: Any) -> bool:
    """What ``variant_make`` takes, but no pieces: those are counted by who has them."""
    if not isinstance(value, dict):
        return False
    parts = {"attributes": _attribute, "prices": _price}
    for name, item in value.items():
        if name in parts:
            is_fit = isinstance(item, dict) and all(key.isdigit() and parts[name](one) for key, one in item.items())
        elif name == "stocks":
            is_fit = isinstance(item, dict) and all(_whole(one) for one in item.values())
        else:
            is_fit = name in VARIANT and VARIANT[name](item)
        if not is_fit:
            return False
    return True
