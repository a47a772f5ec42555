"""Product types, attributes and what they offer, as a viewer may see them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from market.catalog.models import (
    Attribute,
    AttributeInputType,
    AttributeValue,
    Category,
    Product,
    ProductType,
    ProductTypeProductAttribute,
    ProductTypeVariantAttribute,
)
from market.catalog.selectors.view import View, product_source, visible_products
from market.catalog.sql import Sql, all_of, fetch, select
from market.core.actor import Actor
from market.core.errors import PermissionDenied
from market.core.permissions import (
    MANAGE_PAGE_TYPES_AND_ATTRIBUTES,
    MANAGE_PAGES,
    MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,
    MANAGE_PRODUCTS,
    MANAGE_TRANSLATIONS,
)
from market.vendors.selectors.membership import ensure_member_or

TYPES_WITH_CHOICES = (AttributeInputType.DROPDOWN, AttributeInputType.MULTISELECT, AttributeInputType.SWATCH)
SEE_HIDDEN = (
    MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,
    MANAGE_PAGE_TYPES_AND_ATTRIBUTES,
    MANAGE_PRODUCTS,
    MANAGE_PAGES,
    MANAGE_TRANSLATIONS,
)


def sees_hidden_attributes(viewer: Actor) -> bool:
    """Whether the viewer sees attributes that shoppers do not: staff of the catalogue, and members of enterprises, who fill them in."""
    try:
        ensure_member_or(viewer, *SEE_HIDDEN)
    except PermissionDenied:
        return False
    return True


def attribute_list(*, sees_hidden: bool) -> QuerySet[Attribute]:
    return Attribute.objects.all() if sees_hidden else Attribute.objects.filter(is_visible_in_storefront=True)


def value_list() -> QuerySet[AttributeValue]:
    """The values that are offered; what belongs to one thing alone (a text, a number) is never among them."""
    return AttributeValue.objects.filter(attribute__input_type__in=TYPES_WITH_CHOICES)


def product_attribute_links(product_type_ids: Iterable[int]) -> list[ProductTypeProductAttribute]:
    """In the order of each type."""
    rows = ProductTypeProductAttribute.objects.filter(product_type__in=list(product_type_ids))
    return list(rows.select_related("attribute").order_by("sort_order", "id"))


def variant_attribute_links(product_type_ids: Iterable[int]) -> list[ProductTypeVariantAttribute]:
    """In the order of each type."""
    rows = ProductTypeVariantAttribute.objects.filter(product_type__in=list(product_type_ids))
    return list(rows.select_related("attribute").order_by("sort_order", "id"))


def assigned_to(product_type_id: int) -> Q:
    """Of attributes: already assigned to the type, for its products or variants."""
    return Q(product_type_links__product_type=product_type_id) | Q(variant_type_links__product_type=product_type_id)


def used_by(products: QuerySet[Product]) -> Q:
    """Of attributes: of the type of one of these products."""
    types = ProductType.objects.filter(Exists(products.filter(product_type=OuterRef("pk")))).values("pk")
    return Q(product_type_links__product_type__in=types) | Q(variant_type_links__product_type__in=types)


def products_in_category(category_id: int) -> QuerySet[Product]:
    below = Category.objects.filter(path__contains=[category_id]).values("pk")
    return Product.objects.filter(category__in=below)


def products_in_collection(collection_id: int) -> QuerySet[Product]:
    return Product.objects.filter(collection_links__collection=collection_id)


def products_shown(ids: Iterable[int], view: View) -> set[int]:
    """Those of the products that the viewer may see in the channel, in one statement."""
    wanted = sorted(set(ids))
    if not wanted:
        return set()
    source = product_source(view)
    condition = all_of([Sql("p.id = ANY(%s::bigint[])", (wanted,)), *visible_products(view, listed=False)])
    rows = fetch(select("p.id", source.text, condition.text), (*source.params, *condition.params))
    return {row[0] for row in rows}
