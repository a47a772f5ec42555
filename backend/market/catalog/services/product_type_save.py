"""A new kind of product, and changing one."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.catalog.errors import DuplicatedItem
from market.catalog.locks import product_types_for_update
from market.catalog.models import (
    Attribute,
    AttributeType,
    ProductType,
    ProductTypeKind,
    ProductTypeProductAttribute,
    ProductTypeVariantAttribute,
)
from market.catalog.services.structure_changed import structure_changed
from market.catalog.services.structure_fields import flag_of, metadata_set, name_and_slug_set, taken_meanwhile
from market.core import audit
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound
from market.core.global_ids import to_global_id
from market.core.tax import TaxKind

FLAGS = {
    "has_variants": "hasVariants",
    "is_shipping_required": "isShippingRequired",
    "is_digital": "isDigital",
}
LISTS = (
    ("product_attributes", "productAttributes", ProductTypeProductAttribute),
    ("variant_attributes", "variantAttributes", ProductTypeVariantAttribute),
)


def product_type_create(*, actor: Actor, values: dict[str, Any]) -> ProductType:
    """Make a product type with its attributes. ``values`` by the names of ProductTypeInput, ids as keys, ``tax_kind``, weight in grams.

    Raises Required, InvalidInput, SlugTaken, NotFound, DuplicatedItem.
    """
    with transaction.atomic():
        return _save(actor, ProductType(), values, "catalog.product_type_create")


def product_type_update(*, actor: Actor, product_type_id: int, values: dict[str, Any]) -> ProductType:
    """Change what is given; lists of attributes replace what was there. Raises NotFound and what ``product_type_create`` raises."""
    with transaction.atomic():
        product_type = product_types_for_update().filter(pk=product_type_id).first()
        if product_type is None:
            raise NotFound("id")
        return _save(actor, product_type, values, "catalog.product_type_update")


def _save(actor: Actor, product_type: ProductType, values: dict[str, Any], action: str) -> ProductType:
    name_and_slug_set(product_type, values)
    for name, field in FLAGS.items():
        if name in values:
            setattr(product_type, name, flag_of(values, name, field))
    if values.get("kind") is not None:
        product_type.kind = ProductTypeKind(values["kind"])
    if "weight" in values:
        product_type.weight_grams = values["weight"]
    if "tax_kind" in values:
        product_type.tax_kind = TaxKind(values["tax_kind"]) if values["tax_kind"] is not None else None
    metadata_set(product_type, values)
    with taken_meanwhile():
        product_type.save()
    for name, field, link in LISTS:
        if values.get(name) is not None:
            _attributes_replace(product_type, values[name], field, link)
    audit.record(
        actor=actor, action=action, subject_type="ProductType", subject_id=product_type.pk, fields=sorted(values)
    )
    structure_changed()
    return product_type


def _attributes_replace(product_type: ProductType, wanted: list[int], field: str, link: Any) -> None:
    """Exactly these attributes in this order; what stays keeps its choice of variants."""
    twice = sorted({pk for pk in wanted if wanted.count(pk) > 1})
    if twice:
        raise DuplicatedItem(field, attributes=[to_global_id("Attribute", pk) for pk in twice])
    types = dict(Attribute.objects.filter(pk__in=wanted).values_list("pk", "type"))
    if len(types) != len(wanted):
        raise NotFound(field)
    if any(kind != AttributeType.PRODUCT_TYPE for kind in types.values()):
        raise InvalidInput(
            field, "상품 속성만 둘 수 있어요.", "Only product attributes can be assigned to a product type."
        )
    links = link.objects.filter(product_type=product_type)
    links.exclude(attribute__in=wanted).delete()
    has = {row.attribute_id: row for row in links}
    extra = {"variant_selection": False} if link is ProductTypeVariantAttribute else {}
    for place, pk in enumerate(wanted):
        if pk in has:
            has[pk].sort_order = place
        else:
            link.objects.create(product_type=product_type, attribute_id=pk, sort_order=place, **extra)
    link.objects.bulk_update(has.values(), ["sort_order"])
