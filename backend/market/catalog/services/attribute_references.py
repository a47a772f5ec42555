"""Values that point at things. One value of an attribute for each thing, shared by all that point at it."""

from __future__ import annotations

from typing import Any

from market.catalog.models import (
    Attribute,
    AttributeEntityType,
    AttributeValue,
    Category,
    Collection,
    Product,
    ProductVariant,
)
from market.core.global_ids import BadGlobalId, from_global_id, int_pk, to_global_id

Pointed = int | str  # the key of a collection, or a global id
COLUMNS = {
    AttributeEntityType.COLLECTION: ("reference_collection_id", Collection),
    AttributeEntityType.PRODUCT: ("reference_product_id", Product),
    AttributeEntityType.PRODUCT_VARIANT: ("reference_variant_id", ProductVariant),
    AttributeEntityType.CATEGORY: ("reference_category_id", Category),
}
LONGEST_NAME = 250


class NoSuchThing(LookupError):
    """What is pointed at is not of the attribute's entity type, not of its types, or not there."""


def references_take(attribute: Attribute, pointed: list[Pointed]) -> list[int]:
    """Keys of the values that point at these things, in their order. Raises NoSuchThing.

    Pages stand in a room above: whether there is such a page is not asked here, and one that is gone resolves to nothing.
    """
    entity = AttributeEntityType(attribute.entity_type or AttributeEntityType.COLLECTION)
    keys = list(dict.fromkeys(_key(one, entity) for one in pointed))
    if entity == AttributeEntityType.PAGE:
        names = {pk: (to_global_id(entity, pk), "") for pk in keys}
        column = "reference_page_id"
    else:
        column, model = COLUMNS[entity]
        names = _names(attribute, model, keys)
    if len(names) != len(keys):
        raise NoSuchThing
    slug = entity.value.lower()
    taken = []
    for pk in keys:
        name, name_en = names[pk]
        made, _ = AttributeValue.objects.get_or_create(
            attribute=attribute,
            slug=f"{attribute.pk}_{slug}-{pk}",
            defaults={"name": name[:LONGEST_NAME], "name_en": name_en[:LONGEST_NAME], column: pk},
        )
        taken.append(made.pk)
    return taken


def _key(pointed: Pointed, entity: AttributeEntityType) -> int:
    if isinstance(pointed, int):
        pointed = to_global_id(AttributeEntityType.COLLECTION, pointed)
    try:
        from_global_id(pointed, entity.value)
        return int_pk(pointed, entity.value)
    except BadGlobalId as error:
        raise NoSuchThing from error


def _names(attribute: Attribute, model: Any, keys: list[int]) -> dict[int, tuple[str, str]]:
    """The names of the things that are there and of the attribute's types."""
    rows = model.objects.filter(pk__in=keys)
    if model is ProductVariant:
        rows = rows.select_related("product")
    if attribute.reference_type_ids and model in (Product, ProductVariant):
        path = "product_type__in" if model is Product else "product__product_type__in"
        rows = rows.filter(**{path: attribute.reference_type_ids})
    return {row.pk: _name(row) for row in rows}


def _name(row: Any) -> tuple[str, str]:
    if isinstance(row, ProductVariant):
        return f"{row.product.name}: {row.name or row.sku or row.pk}", ""
    return row.name, getattr(row, "name_en", "")
