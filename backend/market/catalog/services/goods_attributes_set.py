"""The values that a product or a variant has of its type's attributes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from market.catalog.errors import AttributeNotOfKind, AttributeValueMissing, DuplicatedItem
from market.catalog.models import (
    Attribute,
    Product,
    ProductAttributeValue,
    ProductTypeVariantAttribute,
    ProductVariant,
    VariantAttributeValue,
)
from market.catalog.selectors.attributes import SELECTION_TYPES
from market.catalog.services.attribute_payloads import revived
from market.catalog.services.attribute_values_take import attribute_values_take
from market.core.global_ids import to_global_id

Payloads = Mapping[int, Mapping[str, Any]]  # attribute id -> what is given of it
FIELD = "attributes"


def product_attributes_set(*, product: Product, given: Payloads, is_new: bool = False) -> None:
    """Replace the product's values of each named attribute; others stay. ``is_new``: every required one must be among them.

    Raises AttributeNotOfKind, AttributeValueMissing, AttributeValueUnfit.
    """
    attributes = Attribute.objects.filter(product_types=product.product_type_id)
    for attribute_id, values in _taken(attributes, given, f"product-{product.pk}", is_new=is_new).items():
        ProductAttributeValue.objects.filter(product=product, value__attribute=attribute_id).delete()
        ProductAttributeValue.objects.bulk_create(
            [ProductAttributeValue(product=product, value_id=value, sort_order=n) for n, value in enumerate(values)]
        )


def variant_attributes_set(*, variant: ProductVariant, given: Payloads, is_new: bool = False) -> None:
    """The same for a variant. Raises DuplicatedItem, too: no two variants of a product may be chosen alike, by the attributes that buyers
    choose by, or where there are none by all."""
    attributes = Attribute.objects.filter(variant_product_types=variant.product.product_type_id)
    for attribute_id, values in _taken(attributes, given, f"variant-{variant.pk}", is_new=is_new).items():
        VariantAttributeValue.objects.filter(variant=variant, value__attribute=attribute_id).delete()
        VariantAttributeValue.objects.bulk_create(
            [VariantAttributeValue(variant=variant, value_id=value) for value in values]
        )
    _ensure_chosen_otherwise(variant)


def selection_attributes(product_type_id: int) -> list[int]:
    """By what buyers choose a variant of such products, in the type's order."""
    links = ProductTypeVariantAttribute.objects.filter(
        product_type=product_type_id, variant_selection=True, attribute__input_type__in=SELECTION_TYPES
    )
    return list(links.values_list("attribute_id", flat=True))


def _taken(attributes: Any, given: Payloads, owner: str, *, is_new: bool) -> dict[int, list[int]]:
    known = {attribute.pk: attribute for attribute in attributes}
    strange = [pk for pk in given if pk not in known]
    if strange:
        raise AttributeNotOfKind(FIELD, attributes=_ids(strange))
    taken = {
        pk: attribute_values_take(attribute_id=pk, owner=owner, given=revived(payload)) for pk, payload in given.items()
    }
    needed = [pk for pk, attribute in known.items() if attribute.is_value_required]
    missing = [pk for pk in needed if (is_new and pk not in taken) or (pk in taken and not taken[pk])]
    if missing:
        raise AttributeValueMissing(FIELD, attributes=_ids(missing))
    return taken


def _ensure_chosen_otherwise(variant: ProductVariant) -> None:
    kind = variant.product.product_type_id
    attributes = selection_attributes(kind) or list(
        ProductTypeVariantAttribute.objects.filter(product_type=kind).values_list("attribute_id", flat=True)
    )
    if not attributes:
        return
    rows = VariantAttributeValue.objects.filter(
        variant__product=variant.product_id, value__attribute__in=attributes
    ).order_by("value_id")
    choices: dict[int, list[int]] = {}
    for variant_id, value_id in rows.values_list("variant_id", "value_id"):
        choices.setdefault(variant_id, []).append(value_id)
    own = choices.pop(variant.pk, [])
    if own and own in choices.values():
        raise DuplicatedItem(FIELD, attributes=_ids(attributes))


def variant_name(variant: ProductVariant) -> str:
    """What a variant is called that nobody named: by its choices, or by its SKU."""
    attributes = selection_attributes(variant.product.product_type_id)
    rows = VariantAttributeValue.objects.filter(variant=variant, value__attribute__in=attributes)
    names: dict[int, list[str]] = {}
    for attribute_id, name in rows.order_by("value__sort_order", "id").values_list(
        "value__attribute_id", "value__name"
    ):
        names.setdefault(attribute_id, []).append(name)
    joined = " / ".join(", ".join(names[pk]) for pk in attributes if pk in names)
    return (joined or variant.sku or "기본")[:255]


def _ids(keys: Iterable[int]) -> list[str]:
    return [to_global_id("Attribute", pk) for pk in keys]
