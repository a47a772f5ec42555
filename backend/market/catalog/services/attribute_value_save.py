"""The values that an attribute offers: adding, changing, ordering and taking them away."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.catalog.errors import ValueNameTaken
from market.catalog.locks import attributes_for_update
from market.catalog.models import Attribute, AttributeValue
from market.catalog.rules.ordering import moved
from market.catalog.services.attribute_fields import free_slug, value_fields_set, values_add
from market.catalog.services.structure_changed import products_with_values, structure_changed
from market.catalog.services.structure_fields import taken_meanwhile
from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound


def attribute_value_create(*, actor: Actor, attribute_id: int, values: dict[str, Any]) -> AttributeValue:
    """Offer one more value. Raises NotFound, Required, InvalidInput, ValueNameTaken, AlreadyTaken."""
    with transaction.atomic():
        attribute = _locked([attribute_id], field="attribute")[0]
        with taken_meanwhile():
            (value,) = values_add(attribute, [values], field="name")
        _record(actor, "create", value)
        structure_changed()
    return value


def attribute_value_update(*, actor: Actor, value_id: int, values: dict[str, Any]) -> AttributeValue:
    """Change an offered value; a new name makes a new slug, as in Saleor.

    Raises NotFound, Required, InvalidInput, ValueNameTaken, AlreadyTaken.
    """
    with transaction.atomic():
        (value,) = _locked_values([value_id])
        name = value.name
        value_fields_set(value, values, attribute=value.attribute, field="input")
        if value.name != name:
            others = AttributeValue.objects.filter(attribute=value.attribute).exclude(pk=value.pk)
            taken = {slug: other.casefold() for slug, other in others.values_list("slug", "name")}
            if value.name.casefold() in taken.values():
                raise ValueNameTaken("name", name=value.name)
            value.slug = free_slug(value.name, set(taken))
        with taken_meanwhile():
            value.save()
        _record(actor, "update", value)
        structure_changed(products_with_values([value.pk]))
    return value


def attribute_values_delete(*, actor: Actor, value_ids: list[int], field: str = "id") -> list[AttributeValue]:
    """Take values away, from their attribute and from whatever has them; all or none. Raises NotFound."""
    with transaction.atomic():
        found = _locked_values(value_ids, field=field)
        keys = [value.pk for value in found]
        touched = products_with_values(keys)
        AttributeValue.objects.filter(pk__in=keys).delete()
        for value in found:
            _record(actor, "delete", value, products=len(touched))
        structure_changed(touched)
    return found


def attribute_values_reorder(*, actor: Actor, attribute_id: int, moves: list[tuple[int, int]]) -> Attribute:
    """Move values by so many places. Raises NotFound, also for a value of another attribute."""
    with transaction.atomic():
        attribute = _locked([attribute_id], field="attributeId")[0]
        rows = {row.pk: row for row in AttributeValue.objects.filter(attribute=attribute).order_by("sort_order", "id")}
        if any(pk not in rows for pk, _ in moves):
            raise NotFound("moves")
        for place, pk in enumerate(moved(list(rows), moves)):
            rows[pk].sort_order = place
        AttributeValue.objects.bulk_update(rows.values(), ["sort_order"], batch_size=1_000)
        audit.record(
            actor=actor,
            action="catalog.attribute_reorder_values",
            subject_type="Attribute",
            subject_id=attribute.pk,
        )
        structure_changed()
    return attribute


def _locked(attribute_ids: list[int], *, field: str) -> list[Attribute]:
    found = list(attributes_for_update().filter(pk__in=attribute_ids))
    if len(found) != len(set(attribute_ids)):
        raise NotFound(field)
    return found


def _locked_values(value_ids: list[int], *, field: str = "id") -> list[AttributeValue]:
    """The values, read while their attributes are locked."""
    owners = set(AttributeValue.objects.filter(pk__in=value_ids).values_list("attribute_id", flat=True))
    attributes = {row.pk: row for row in _locked(sorted(owners), field=field)}
    found = list(AttributeValue.objects.filter(pk__in=value_ids).order_by("pk"))
    if len(found) != len(set(value_ids)):
        raise NotFound(field)
    for value in found:
        value.attribute = attributes[value.attribute_id]
    return found


def _record(actor: Actor, verb: str, value: AttributeValue, **data: Any) -> None:
    audit.record(
        actor=actor,
        action=f"catalog.attribute_value_{verb}",
        subject_type="AttributeValue",
        subject_id=value.pk,
        attribute=value.attribute_id,
        slug=value.slug,
        **data,
    )
