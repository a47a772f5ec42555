"""Attributes with the values that products and variants have of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from market.catalog.models import Attribute, AttributeInputType, AttributeValue
from market.catalog.selectors.view import View
from market.catalog.sql import columns, fetch

LEFT_OUT = ("metadata", "private_metadata", "reference_type_ids")
VALUE_LEFT_OUT = ("rich_text",)
# What Saleor lets a buyer choose a variant by.
SELECTION_TYPES = frozenset(
    {AttributeInputType.DROPDOWN, AttributeInputType.BOOLEAN, AttributeInputType.SWATCH, AttributeInputType.NUMERIC}
)


@dataclass(slots=True)
class SelectedAttribute:
    """One attribute of a thing and the values chosen for it, possibly none; ``view`` is the thing's.

    ``is_selection``: a buyer chooses the variant by it.
    """

    attribute: Attribute
    values: list[AttributeValue]
    view: View | None = None
    is_selection: bool = False


def attributes_of_products(product_ids: Iterable[int], *, view: View) -> dict[int, list[SelectedAttribute]]:
    """Every attribute of each product's type with the product's values, in one statement."""
    return _selected(
        "catalog_product o JOIN catalog_producttype_product_attributes ta ON ta.producttype_id = o.product_type_id "
        "JOIN catalog_attribute a ON a.id = ta.attribute_id "
        "LEFT JOIN (catalog_productattributevalue ov JOIN catalog_attributevalue av ON av.id = ov.value_id) "
        "ON ov.product_id = o.id AND av.attribute_id = a.id",
        "ov.sort_order, ov.id",
        product_ids,
        view,
        "FALSE",
    )


def attributes_of_variants(variant_ids: Iterable[int], *, view: View) -> dict[int, list[SelectedAttribute]]:
    """Every variant attribute of each variant's product type with the variant's values, in one statement."""
    return _selected(
        "catalog_productvariant o JOIN catalog_product op ON op.id = o.product_id "
        "JOIN catalog_producttype_variant_attributes ta ON ta.producttype_id = op.product_type_id "
        "JOIN catalog_attribute a ON a.id = ta.attribute_id "
        "LEFT JOIN (catalog_variantattributevalue ov JOIN catalog_attributevalue av ON av.id = ov.value_id) "
        "ON ov.variant_id = o.id AND av.attribute_id = a.id",
        "av.sort_order, ov.id",
        variant_ids,
        view,
        "ta.variant_selection",
    )


def _selected(
    source: str, value_order: str, ids: Iterable[int], view: View, selection: str
) -> dict[int, list[SelectedAttribute]]:
    attribute, value = columns(Attribute, "a", LEFT_OUT), columns(AttributeValue, "av", VALUE_LEFT_OUT)
    shown = "" if view.sees_whole else " AND a.is_visible_in_storefront"
    wanted = sorted(set(ids))
    rows = fetch(
        f"SELECT o.id, a.id, {selection}, {attribute.text}, {value.text} FROM {source} "  # noqa: S608
        f"WHERE o.id = ANY(%s::bigint[]){shown} ORDER BY o.id, ta.sort_order, ta.id, {value_order}",
        (wanted,),
    )
    found: dict[int, dict[int, SelectedAttribute]] = {pk: {} for pk in wanted}
    known: dict[int, Attribute] = {}
    for row in rows:
        owner, attribute_id, is_flagged, rest = row[0], row[1], row[2], row[3:]
        if attribute_id not in known:
            known[attribute_id] = attribute.instance(rest[: attribute.width])
        made_of = known[attribute_id]
        is_selection = is_flagged and made_of.input_type in SELECTION_TYPES
        chosen = found[owner].setdefault(attribute_id, SelectedAttribute(made_of, [], view.beyond, is_selection))
        made = _value(value, rest[attribute.width :])
        if made is not None:
            chosen.values.append(made)
    return {owner: list(chosen.values()) for owner, chosen in found.items()}


def _value(made: Any, row: Sequence[Any]) -> AttributeValue | None:
    return made.instance(row) if row[0] is not None else None
