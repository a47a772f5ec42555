"""From inputs of products, variants and listings to changes by path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from market.catalog.errors import DuplicatedItem, NotProductsImage
from market.catalog.graphql.attribute_value_inputs import given_attributes
from market.catalog.graphql.filters import plain
from market.catalog.rules.listing_paths import new_key
from market.catalog.services.attribute_payloads import plain_given
from market.channels.graphql.tax_classes import tax_kind_of
from market.core import clock
from market.core.errors import Required
from market.core.global_ids import to_global_id
from market.core.graphql.mutations import pk_from_id, uuid_from_id

Changes = dict[str, Any]
PRODUCT_FIELDS = {
    "name": "name", "slug": "slug", "summary": "summary", "description": "description", "rating": "rating", "weight": "weight",
    "external_reference": "externalReference", "is_quote_only": "isQuoteOnly", "minimum_order_quantity": "minimumOrderQuantity",
    "dispatch_days": "dispatchDays", "origin_country": "originCountry",
}  # fmt: skip
VARIANT_FIELDS = {
    "name": "name", "sku": "sku", "track_inventory": "trackInventory", "weight": "weight",
    "quantity_limit_per_customer": "quantityLimitPerCustomer", "external_reference": "externalReference",
}  # fmt: skip
MAY_BE_NULL = {"description", "weight", "rating", "external_reference", "sku", "quantity_limit_per_customer"}
PRICES = {
    "price": "price",
    "discounted_price": "discountedPrice",
    "prior_price": "priorPrice",
    "cost_price": "costPrice",
}


def product_changes(given: Mapping[str, Any]) -> Changes:
    """What is given of a product. Raises InvalidId, NotFound for a tax class there is not, DuplicatedItem."""
    changes = _fields(given, PRODUCT_FIELDS)
    if "category" in given:
        key = given["category"]
        changes["category"] = None if key is None else pk_from_id(key, "Category", field="category")
    if given.get("collections") is not None:
        keys = {pk_from_id(key, "Collection", field="collections") for key in given["collections"]}
        changes["collections"] = sorted(keys)
    if given.get("tax_class") is not None:
        changes["taxKind"] = tax_kind_of(given["tax_class"]).value
    if given.get("tax_kind") is not None:
        changes["taxKind"] = plain(given["tax_kind"])
    seo = given.get("seo") or {}
    changes |= {f"seo{name.title()}": seo[name] or "" for name in ("title", "description") if name in seo}
    changes |= _notice(given)
    if "return_policy" in given:
        policy = given["return_policy"]
        changes["returnPolicy"] = policy and {"kind": plain(policy["kind"]), "note": policy.get("note") or ""}
    changes |= {f"attribute:{pk}": payload for pk, payload in attribute_payloads(given.get("attributes")).items()}
    return changes | _metadata(given)


def _fields(given: Mapping[str, Any], names: Mapping[str, str]) -> Changes:
    """Plain fields; null means not given where a field cannot be empty."""
    return {
        path: given[name]
        for name, path in names.items()
        if name in given and (given[name] is not None or name in MAY_BE_NULL)
    }


def _metadata(given: Mapping[str, Any], prefix: str = "") -> Changes:
    changes = {}
    for name, path in (("metadata", "metadata"), ("private_metadata", "privateMetadata")):
        if given.get(name):
            changes[prefix + path] = {entry["key"]: entry["value"] for entry in given[name]}
    return changes


def _notice(given: Mapping[str, Any]) -> Changes:
    if "legal_notice" not in given:
        return {}
    notice = given["legal_notice"]
    if notice is None:
        return {"noticeType": None}
    changes: Changes = {"noticeType": notice["type"]} if notice.get("type") is not None else {}
    for entry in notice.get("values") or []:
        code = str(entry["code"]).strip()
        if not code or ":" in code:
            raise Required("legalNotice")
        changes[f"notice:{code}"] = entry["value"]
    return changes


def attribute_payloads(inputs: Any) -> dict[int, dict[str, Any]]:
    """What is given of each attribute, by its key. Raises InvalidId, DuplicatedItem for one named twice."""
    given = given_attributes(inputs)
    named = [one["attribute_id"] for one in given]
    twice = sorted({pk for pk in named if named.count(pk) > 1})
    if twice:
        raise DuplicatedItem("attributes", attributes=[to_global_id("Attribute", pk) for pk in twice])
    return {one["attribute_id"]: plain_given(one) for one in given}


def picture_changes(pictures: Any, there: Iterable[int]) -> Changes:
    """All pictures in their order; what is not named goes. Raises InvalidId, NotProductsImage, Required."""
    left, order, changes = set(there), [], Changes()
    for picture in pictures:
        if picture.get("media") is not None:
            key: Any = pk_from_id(picture["media"], "ProductMedia", field="pictures")
            if key not in left:
                raise NotProductsImage("pictures")
            left.discard(key)
            if picture.get("alt") is not None:
                changes[f"media:{key}:alt"] = picture["alt"].strip()
        elif picture.get("upload"):
            key = f"media:{new_key()}"
            changes[key] = {"image": picture["upload"], "alt": picture.get("alt") or "", "type": "IMAGE"}
        else:
            raise Required("pictures")
        order.append(key)
    return changes | {f"media:{pk}": None for pk in left} | {"mediaOrder": order}


def variant_changes(variant_id: int, given: Mapping[str, Any]) -> Changes:
    """What is given of a variant. Raises InvalidId, DuplicatedItem."""
    head = f"variant:{variant_id}:"
    changes = {head + path: value for path, value in _fields(given, VARIANT_FIELDS).items()}
    payloads = attribute_payloads(given.get("attributes"))
    changes |= {f"{head}attribute:{pk}": payload for pk, payload in payloads.items()}
    return changes | _metadata(given, head)


def new_variant(given: Mapping[str, Any]) -> dict[str, Any]:
    """What ``variant_make`` takes. Raises InvalidId, DuplicatedItem for an attribute, a warehouse or a channel named twice."""
    values = _fields(given, VARIANT_FIELDS) | _metadata(given)
    values["attributes"] = {str(pk): payload for pk, payload in attribute_payloads(given.get("attributes")).items()}
    stocks = [
        (str(uuid_from_id(stock["warehouse"], "Warehouse", field="warehouse")), stock["quantity"])
        for stock in given.get("stocks") or []
    ]
    if len(dict(stocks)) != len(stocks):
        raise DuplicatedItem("stocks")
    if stocks:
        values["stocks"] = dict(stocks)
    if given.get("channel_listings"):
        values["prices"] = {str(pk): price for pk, price in channel_prices(given["channel_listings"]).items()}
    return values


def channel_prices(inputs: Any) -> dict[int, dict[str, str | None]]:
    """What a variant costs in channels, by their keys. Raises InvalidId, DuplicatedItem for a channel named twice."""
    prices: dict[int, dict[str, str | None]] = {}
    for given in inputs:
        pk = pk_from_id(given["channel_id"], "Channel", field="channelId")
        if pk in prices:
            raise DuplicatedItem("channelId", channels=[given["channel_id"]])
        kept = {"prior_price", "cost_price"} - set(given)  # the price itself comes whole, with what it is lowered to
        prices[pk] = {name: _amount(given.get(key)) for key, name in PRICES.items() if key not in kept}
    return prices


def _amount(given: Decimal | None) -> str | None:
    return None if given is None else f"{given.normalize():f}"


def listing_changes(given: Mapping[str, Any]) -> Changes:
    """How a product is to stand in channels, and which of its variants are sold there. Raises InvalidId, DuplicatedItem."""
    changes: Changes = {}
    for channel in given.get("update_channels") or []:
        pk = pk_from_id(channel["channel_id"], "Channel", field="channelId")
        if f"listing:{pk}" in changes:
            raise DuplicatedItem("channelId", channels=[channel["channel_id"]])
        changes[f"listing:{pk}"] = _listing(channel)
        for key in channel.get("add_variants") or []:
            changes[f"variant:{pk_from_id(key, 'ProductVariant', field='addVariants')}:price:{pk}"] = {}
        for key in channel.get("remove_variants") or []:
            changes[f"variant:{pk_from_id(key, 'ProductVariant', field='removeVariants')}:price:{pk}"] = None
    for key in given.get("remove_channels") or []:
        pk = pk_from_id(key, "Channel", field="removeChannels")
        if f"listing:{pk}" in changes:
            raise DuplicatedItem("channelId", channels=[key])
        changes[f"listing:{pk}"] = None
    return changes


def _listing(channel: Mapping[str, Any]) -> Changes:
    values: Changes = {}
    for name, path in (("is_published", "isPublished"), ("visible_in_listings", "visibleInListings")):
        if channel.get(name) is not None:
            values[path] = channel[name]
    for name, path in (("published_at", "publishedAt"), ("available_for_purchase_at", "availableForPurchaseAt")):
        if name in channel:
            values[path] = channel[name].isoformat() if channel[name] is not None else None
    if channel.get("is_available_for_purchase") is False:
        values["availableForPurchaseAt"] = None
    elif channel.get("is_available_for_purchase") and not channel.get("available_for_purchase_at"):
        values["availableForPurchaseAt"] = clock.now().isoformat()
    return values
