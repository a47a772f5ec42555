"""Which attributes a product type has, in which order, and which of them a buyer chooses a variant by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Max

from market.catalog.errors import (
    AttributeAlreadyAssigned,
    AttributeCannotBeAssigned,
    DuplicatedItem,
    VariantsDisabled,
)
from market.catalog.locks import product_types_for_update
from market.catalog.models import (
    Attribute,
    AttributeType,
    Product,
    ProductAttributeValue,
    ProductType,
    ProductTypeProductAttribute,
    ProductTypeVariantAttribute,
    VariantAttributeValue,
)
from market.catalog.rules.ordering import moved
from market.catalog.selectors.attributes import SELECTION_TYPES
from market.catalog.services.structure_changed import structure_changed
from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.global_ids import to_global_id

LINKS: dict[str, Any] = {"product": ProductTypeProductAttribute, "variant": ProductTypeVariantAttribute}


class Assignment(NamedTuple):
    """``to``: ``product`` or ``variant``."""

    attribute_id: int
    to: str
    variant_selection: bool = False


def product_attribute_assign(*, actor: Actor, product_type_id: int, operations: list[Assignment]) -> ProductType:
    """Assign attributes to products or variants of a type, after those it has.

    Raises NotFound, DuplicatedItem, VariantsDisabled, AttributeCannotBeAssigned (of pages, for variants only, or chosen by although its kind
    does not allow it) and AttributeAlreadyAssigned.
    """
    with transaction.atomic():
        product_type = _locked(product_type_id)
        if not product_type.has_variants and any(one.to == "variant" for one in operations):
            raise VariantsDisabled("operations")
        attributes = Attribute.objects.in_bulk([one.attribute_id for one in operations])
        _ensure_known([one.attribute_id for one in operations], attributes)
        _ensure_once([one.attribute_id for one in operations])
        _ensure_assignable(operations, attributes)
        has = {pk for link in LINKS.values() for pk in _linked(link, product_type)}
        again = [one.attribute_id for one in operations if one.attribute_id in has]
        if again:
            raise AttributeAlreadyAssigned("operations", attributes=_ids(again))
        for one in operations:
            extra = {"variant_selection": one.variant_selection} if one.to == "variant" else {}
            LINKS[one.to].objects.create(
                product_type=product_type,
                attribute_id=one.attribute_id,
                sort_order=_next_place(LINKS[one.to], product_type),
                **extra,
            )
        _done(actor, product_type, "assign", [one.attribute_id for one in operations])
    return product_type


def product_attribute_unassign(*, actor: Actor, product_type_id: int, attribute_ids: list[int]) -> ProductType:
    """Take attributes away, with the values that products and variants of the type have of them. Raises NotFound."""
    with transaction.atomic():
        product_type = _locked(product_type_id)
        has = {pk for link in LINKS.values() for pk in _linked(link, product_type)}
        if not set(attribute_ids) <= has:
            raise NotFound("attributeIds")
        products = Product.objects.filter(product_type=product_type)
        values = ProductAttributeValue.objects.filter(product__in=products, value__attribute__in=attribute_ids)
        on_variants = VariantAttributeValue.objects.filter(
            variant__product__in=products, value__attribute__in=attribute_ids
        )
        touched = {
            *values.values_list("product_id", flat=True),
            *on_variants.values_list("variant__product_id", flat=True),
        }
        values.delete()
        on_variants.delete()
        for link in LINKS.values():
            link.objects.filter(product_type=product_type, attribute__in=attribute_ids).delete()
        _done(actor, product_type, "unassign", attribute_ids, touched)
    return product_type


def product_attribute_assignment_update(
    *, actor: Actor, product_type_id: int, selections: list[tuple[int, bool]]
) -> ProductType:
    """Say of variant attributes whether a buyer chooses by them. Raises NotFound, DuplicatedItem, AttributeCannotBeAssigned."""
    with transaction.atomic():
        product_type = _locked(product_type_id)
        keys = [pk for pk, _ in selections]
        _ensure_once(keys)
        links = {row.attribute_id: row for row in _rows(ProductTypeVariantAttribute, product_type)}
        _ensure_known(keys, links)
        _ensure_choosable([(pk, links[pk].attribute.input_type) for pk, is_selection in selections if is_selection])
        for pk, is_selection in selections:
            links[pk].variant_selection = is_selection
        ProductTypeVariantAttribute.objects.bulk_update([links[pk] for pk in keys], ["variant_selection"])
        _done(actor, product_type, "assignment_update", keys)
    return product_type


def product_type_attributes_reorder(
    *, actor: Actor, product_type_id: int, to: str, moves: list[tuple[int, int]]
) -> ProductType:
    """Move attributes of products (or of variants) by so many places. Raises NotFound for one that the type has not there."""
    with transaction.atomic():
        product_type = _locked(product_type_id)
        links = {row.attribute_id: row for row in _rows(LINKS[to], product_type)}
        _ensure_known([pk for pk, _ in moves], links, field="moves")
        for place, pk in enumerate(moved(list(links), moves)):
            links[pk].sort_order = place
        LINKS[to].objects.bulk_update(links.values(), ["sort_order"])
        _done(actor, product_type, "reorder_attributes", [pk for pk, _ in moves])
    return product_type


def _locked(product_type_id: int) -> ProductType:
    product_type = product_types_for_update().filter(pk=product_type_id).first()
    if product_type is None:
        raise NotFound("productTypeId")
    return product_type


def _rows(link: Any, product_type: ProductType) -> list[Any]:
    rows = link.objects.filter(product_type=product_type).select_related("attribute")
    return list(rows.order_by("sort_order", "id"))


def _linked(link: Any, product_type: ProductType) -> list[int]:
    return list(link.objects.filter(product_type=product_type).values_list("attribute_id", flat=True))


def _next_place(link: Any, product_type: ProductType) -> int:
    last = link.objects.filter(product_type=product_type).aggregate(last=Max("sort_order"))["last"]
    return 0 if last is None else last + 1


def _ensure_known(keys: Iterable[int], known: Any, *, field: str = "operations") -> None:
    if any(pk not in known for pk in keys):
        raise NotFound(field)


def _ensure_once(keys: list[int]) -> None:
    twice = sorted({pk for pk in keys if keys.count(pk) > 1})
    if twice:
        raise DuplicatedItem("operations", attributes=_ids(twice))


def _ensure_assignable(operations: list[Assignment], attributes: dict[int, Attribute]) -> None:
    of_others = [pk for pk, row in attributes.items() if row.type != AttributeType.PRODUCT_TYPE]
    if of_others:
        raise AttributeCannotBeAssigned(
            "operations",
            attributes=_ids(of_others),
            reason_ko="상품 속성만 둘 수 있어요.",
            reason_en="Only product attributes can be assigned.",
        )
    misplaced = [one.attribute_id for one in operations if one.to == "product" and _is_variant_only(one, attributes)]
    if misplaced:
        raise AttributeCannotBeAssigned(
            "operations",
            attributes=_ids(misplaced),
            reason_ko="옵션에만 두는 속성이에요.",
            reason_en="The attribute is for variants only.",
        )
    _ensure_choosable(
        [(one.attribute_id, attributes[one.attribute_id].input_type) for one in operations if one.variant_selection]
    )


def _is_variant_only(one: Assignment, attributes: dict[int, Attribute]) -> bool:
    return attributes[one.attribute_id].is_variant_only


def _ensure_choosable(chosen: list[tuple[int, str]]) -> None:
    unfit = [pk for pk, input_type in chosen if input_type not in SELECTION_TYPES]
    if unfit:
        raise AttributeCannotBeAssigned(
            "operations",
            attributes=_ids(unfit),
            reason_ko="이런 종류의 속성으로는 옵션을 고를 수 없어요.",
            reason_en="A buyer cannot choose a variant by an attribute of this kind.",
        )


def _ids(keys: Iterable[int]) -> list[str]:
    return [to_global_id("Attribute", pk) for pk in sorted(keys)]


def _done(actor: Actor, product_type: ProductType, verb: str, keys: list[int], touched: Iterable[int] = ()) -> None:
    audit.record(
        actor=actor,
        action=f"catalog.product_type_{verb}",
        subject_type="ProductType",
        subject_id=product_type.pk,
        attributes=keys,
    )
    structure_changed(touched)
