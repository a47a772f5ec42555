"""A new attribute with the values it offers, and changing one."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.catalog.locks import attributes_for_update
from market.catalog.models import Attribute, AttributeEntityType, AttributeValue, ProductType
from market.catalog.services.attribute_fields import attribute_fields_set, values_add
from market.catalog.services.structure_changed import products_with_values, structure_changed
from market.catalog.services.structure_fields import taken_meanwhile
from market.core import audit
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound

MOST_REFERENCE_TYPES = 100
OF_PRODUCTS = (AttributeEntityType.PRODUCT, AttributeEntityType.PRODUCT_VARIANT)
GlobalKey = tuple[str, int]


def attribute_create(*, actor: Actor, values: dict[str, Any]) -> Attribute:
    """Make an attribute. ``values`` by the names of AttributeCreateInput; ``reference_types`` as ``(type, key)``.

    Raises Required, InvalidInput, SlugTaken, AlreadyTaken, ValueNamesRepeat, NotFound.
    """
    with transaction.atomic():
        attribute = Attribute()
        attribute_fields_set(attribute, values)
        _reference_types_set(attribute, values)
        with taken_meanwhile():
            attribute.save()
            values_add(attribute, values.get("values") or [], field="values")
        _record(actor, "create", attribute)
        structure_changed()
    return attribute


def attribute_update(*, actor: Actor, attribute_id: int, values: dict[str, Any]) -> Attribute:
    """Change what is given, add ``add_values`` and take away ``remove_values`` (keys) with whatever has them.

    Raises NotFound, InvalidInput for a value of another attribute, and what ``attribute_create`` raises.
    """
    with transaction.atomic():
        attribute = attributes_for_update().filter(pk=attribute_id).first()
        if attribute is None:
            raise NotFound("id")
        attribute_fields_set(attribute, values)
        _reference_types_set(attribute, values)
        removed = _removed(attribute, values.get("remove_values") or [])
        touched = products_with_values(removed)
        AttributeValue.objects.filter(pk__in=removed).delete()
        with taken_meanwhile():
            attribute.save()
            values_add(attribute, values.get("add_values") or [], field="addValues")
        _record(actor, "update", attribute, fields=sorted(values), removed=removed)
        structure_changed(touched)
    return attribute


def _removed(attribute: Attribute, keys: list[int]) -> list[int]:
    found = dict(AttributeValue.objects.filter(pk__in=keys).values_list("pk", "attribute_id"))
    if len(found) != len(set(keys)):
        raise NotFound("removeValues")
    if any(owner != attribute.pk for owner in found.values()):
        raise InvalidInput("removeValues", "이 속성의 값이 아니에요.", "The value does not belong to this attribute.")
    return sorted(found)


def _reference_types_set(attribute: Attribute, values: dict[str, Any]) -> None:
    """Product types for references to products and variants, page types for those to pages; others take none."""
    if "reference_types" not in values:
        return
    given: list[GlobalKey] = values["reference_types"] or []
    wanted = "ProductType" if attribute.entity_type in OF_PRODUCTS else "PageType"
    takes_types = attribute.entity_type in (*OF_PRODUCTS, AttributeEntityType.PAGE)
    if len(given) > MOST_REFERENCE_TYPES or any(not takes_types or kind != wanted for kind, _ in given):
        raise InvalidInput(
            "referenceTypes",
            "이 속성이 가리키는 것의 유형이 아니에요.",
            "These are no types of what the attribute points at.",
        )
    keys = list(dict.fromkeys(pk for _, pk in given))
    if wanted == "ProductType" and ProductType.objects.filter(pk__in=keys).count() != len(keys):
        raise NotFound("referenceTypes")
    attribute.reference_type_ids = keys


def _record(actor: Actor, verb: str, attribute: Attribute, **data: Any) -> None:
    audit.record(
        actor=actor,
        action=f"catalog.attribute_{verb}",
        subject_type="Attribute",
        subject_id=attribute.pk,
        slug=attribute.slug,
        **data,
    )
