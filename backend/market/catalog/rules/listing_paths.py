"""Names of everything that can be changed on a product. A change is ``{path: value}``; a difference, a reason, a conflict are by path.

``name`` · ``attribute:3`` · ``notice:material`` · ``translation:en:name`` · ``variant:7:sku`` · ``variant:7:attribute:3`` ·
``variant:7:price:1`` (channel 1) · ``variant:7:quantityPrices:1`` ·
``variant:new-ab12`` (a variant to be made) · ``listing:1`` (how it stands in channel 1) ·
``media:5:alt`` · ``media:5`` (null: taken off) · ``media:new-ab12``.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from market.catalog.rules.quantity_prices import is_never_dearer, steps_of_value

Changes = Mapping[str, Any]

PRODUCT_TEXTS = ("name", "slug", "summary", "seoTitle", "seoDescription", "originCountry", "externalReference")
PRODUCT_FIELDS = frozenset({
    *PRODUCT_TEXTS, "description", "category", "taxKind", "isQuoteOnly", "minimumOrderQuantity", "dispatchDays", "noticeType",
    "returnPolicy", "weight", "rating", "metadata", "privateMetadata", "collections", "defaultVariant", "variantOrder", "mediaOrder",
})  # fmt: skip
VARIANT_FIELDS = frozenset({
    "name", "nameEn", "sku", "trackInventory", "quantityLimitPerCustomer", "weight", "externalReference", "metadata", "privateMetadata",
    "media",
})  # fmt: skip
PARTS_OF_VARIANTS = {"attribute": "variant_attribute", "price": "price", "quantityPrices": "quantity_prices"}
TRANSLATED = ("name", "summary", "description", "seoTitle", "seoDescription", "slug")
# What only the market's staff decide.
STAFF_ONLY = frozenset({"rating", "collections", "privateMetadata"})
# What never needs a second look: it says how goods are kept and sent, not what they are.
HARMLESS = frozenset({
    "weight", "minimumOrderQuantity", "dispatchDays", "externalReference", "metadata", "defaultVariant", "variantOrder", "mediaOrder",
})  # fmt: skip
HARMLESS_OF_VARIANTS = frozenset({
    "sku", "trackInventory", "quantityLimitPerCustomer", "weight", "externalReference", "metadata",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Path:
    """A path taken apart: ``kind`` is product, attribute, notice, translation, variant, variant_attribute, price,
    quantity_prices, listing or media;
    ``key`` the row's id (None for what is to be made), ``rest`` the field or the second id."""

    text: str
    kind: str
    key: str = ""
    rest: str = ""

    @property
    def is_new(self) -> bool:
        return self.key.startswith("new-")

    @property
    def pk(self) -> int:
        return int(self.key)


def parse(text: str) -> Path:
    """The parts of a path. Raises ValueError for what is none."""
    head, *rest = text.split(":")
    if not rest and head in PRODUCT_FIELDS:
        return Path(text, "product", rest=head)
    if head in ("attribute", "notice", "listing") and len(rest) == 1:
        return Path(text, head, key=rest[0])
    if head == "translation" and len(rest) == 2 and rest[1] in TRANSLATED:
        return Path(text, head, key=rest[0], rest=rest[1])
    if head == "media" and (len(rest) == 1 or rest[1:] == ["alt"]):
        return Path(text, head, key=rest[0], rest=":".join(rest[1:]))
    if head == "variant" and rest:
        return _variant_path(text, rest)
    raise ValueError(text)


def _variant_path(text: str, rest: list[str]) -> Path:
    if len(rest) == 1:
        return Path(text, "variant", key=rest[0])
    if len(rest) == 2 and rest[1] in VARIANT_FIELDS:
        return Path(text, "variant", key=rest[0], rest=rest[1])
    if len(rest) == 3 and rest[1] in PARTS_OF_VARIANTS:
        return Path(text, PARTS_OF_VARIANTS[rest[1]], key=rest[0], rest=rest[2])
    raise ValueError(text)


def new_key() -> str:
    return f"new-{secrets.token_hex(4)}"


def is_staff_only(text: str) -> bool:
    path = parse(text)
    return (path.kind in ("product", "variant") and path.rest in STAFF_ONLY) or False


def passes_at_once(text: str, old: Any, new: Any) -> bool:
    """Whether a change of goods on sale needs no second look (docs/adr/0013): harmless fields, a lower price, taking off sale."""
    path = parse(text)
    if path.kind == "product":
        has_new = path.rest == "mediaOrder" and any(isinstance(one, str) for one in new or ())
        return path.rest in HARMLESS and not has_new
    if path.kind == "variant":
        return (new is None and not path.rest) or path.rest in HARMLESS_OF_VARIANTS
    if path.kind == "price":
        return not new or is_cheaper(old, new)
    if path.kind == "quantity_prices":
        return is_never_dearer(steps_of_value(old), steps_of_value(new))
    if path.kind == "listing":
        return not shows_more(old, new)
    return False


def is_cheaper(old: Any, new: Any) -> bool:
    """Nothing that a buyer reads as a price rises, nor appears as a comparison; a price where there was none is not cheaper."""
    if not old or old.get("price") is None or new.get("price") is None:
        return False
    if new.get("priorPrice", old.get("priorPrice")) != old.get("priorPrice"):
        return False
    return _pays(new) <= _pays(old) and Decimal(new["price"]) <= Decimal(old["price"])


def is_change(text: str, values: Mapping[str, Any], payload: Any) -> bool:
    """Whether the payload makes something else of the product's values."""
    if text not in values and parse(text).kind != "quantity_prices":
        return True
    return not is_same(text, values.get(text), payload)


def is_same(text: str, old: Any, payload: Any) -> bool:
    """Whether the payload leaves the value as it is; listings and prices are given in part."""
    if parse(text).kind == "quantity_prices":
        return steps_of_value(old) == steps_of_value(payload)
    if isinstance(payload, dict) and isinstance(old, dict) and parse(text).kind in ("listing", "price"):
        return all(name in old and old[name] == value for name, value in payload.items())
    return bool(old == payload)


def _pays(price: Mapping[str, Any]) -> Decimal:
    return Decimal(price["price"] if price.get("discountedPrice") is None else price["discountedPrice"])


def shows_more(old: Any, new: Any) -> bool:
    """Whether the listing becomes public by this; staying so, in another way, is none of it."""
    return bool(new and new.get("isPublished")) and not (old and old.get("isPublished"))
