"""Attributes and what hangs on them: products hear of it, the database keeps the rules, and the order is kept."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from factories.catalog import AttributeFactory, AttributeValueFactory, ProductFactory, VariantFactory
from market.catalog.events import ProductsChanged
from market.catalog.models import Attribute, AttributeValue, ProductAttributeValue, VariantAttributeValue
from market.catalog.services.attribute_delete import attributes_delete
from market.catalog.services.attribute_save import attribute_create, attribute_update
from market.catalog.services.attribute_value_save import (
    attribute_value_update,
    attribute_values_delete,
    attribute_values_reorder,
)
from market.catalog.services.attributes_bulk import attributes_create
from market.catalog.services.product_type_attributes import product_attribute_unassign
from market.core.actor import SYSTEM
from market.core.errors import DomainError, NotFound
from market.core.models import AuditEntry, OutboxEvent

pytestmark = pytest.mark.django_db
NEW = {"name": "Colour", "type": "product-type"}


def announced() -> set[int]:
    events = OutboxEvent.objects.filter(topic=ProductsChanged.topic)
    return {pk for event in events for pk in event.payload["product_ids"]}


def value_in_use() -> tuple[AttributeValue, set[int]]:
    """A value that one product has itself and another on its variant; and the keys of the two."""
    value = AttributeValueFactory(name="Red", slug="red")
    own, variant = ProductFactory(), VariantFactory()
    for product in (own, variant.product):
        product.product_type.product_attributes.add(value.attribute)
    ProductAttributeValue.objects.create(product=own, value=value)
    VariantAttributeValue.objects.create(variant=variant, value=value)
    return value, {own.pk, variant.product_id}


def test_products_hear_of_a_renamed_and_of_a_deleted_value() -> None:
    value, products = value_in_use()
    attribute_value_update(actor=SYSTEM, value_id=value.pk, values={"name": "Crimson"})
    assert announced() == products
    OutboxEvent.objects.all().delete()
    attribute_values_delete(actor=SYSTEM, value_ids=[value.pk])
    assert announced() == products
    assert not ProductAttributeValue.objects.exists()
    assert not VariantAttributeValue.objects.exists()


@pytest.mark.parametrize("how", ["delete", "remove value", "unassign"])
def test_products_lose_the_value_and_hear_of_it(how: str) -> None:
    value, products = value_in_use()
    attribute = value.attribute
    if how == "delete":
        attributes_delete(actor=SYSTEM, attribute_ids=[attribute.pk])
        assert AuditEntry.objects.get(action="catalog.attribute_delete").data["products"] == 2
    elif how == "remove value":
        attribute_update(actor=SYSTEM, attribute_id=attribute.pk, values={"remove_values": [value.pk]})
    else:
        kind = ProductFactory().product_type_id
        product_attribute_unassign(actor=SYSTEM, product_type_id=kind, attribute_ids=[attribute.pk])
    assert announced() == products
    assert not ProductAttributeValue.objects.exists()
    assert not VariantAttributeValue.objects.exists()
    assert AttributeValue.objects.exists() == (how == "unassign")


def test_a_refused_change_leaves_nothing_behind() -> None:
    attribute = attribute_create(actor=SYSTEM, values={**NEW, "values": [{"name": "Red"}]})
    with pytest.raises(DomainError):
        attribute_update(
            actor=SYSTEM, attribute_id=attribute.pk, values={"name": "New", "add_values": [{"name": "red"}]}
        )
    attribute.refresh_from_db()
    assert attribute.name == "Colour"
    assert not AuditEntry.objects.filter(action="catalog.attribute_update").exists()


def test_of_many_the_good_ones_are_saved_when_asked_for() -> None:
    rows = [NEW, {**NEW, "slug": "colour"}, {**NEW, "name": "Other"}]
    refused = attributes_create(actor=SYSTEM, rows=list(rows), rejects_all=True)
    assert [row.attribute for row in refused] == [None, None, None]
    assert not Attribute.objects.exists()
    kept = attributes_create(actor=SYSTEM, rows=list(rows), rejects_all=False)
    assert [row.attribute is not None for row in kept] == [True, False, True]
    assert [error.code for error in kept[1].errors] == ["unique"]


def test_values_keep_the_order_they_are_moved_into() -> None:
    attribute = attribute_create(actor=SYSTEM, values={**NEW, "values": [{"name": name} for name in "abcd"]})
    keys = dict(attribute.values.values_list("name", "pk"))
    attribute_values_reorder(actor=SYSTEM, attribute_id=attribute.pk, moves=[(keys["a"], 2), (keys["d"], -9)])
    assert list(attribute.values.values_list("name", flat=True)) == ["d", "b", "c", "a"]
    other = AttributeValueFactory(attribute=AttributeFactory(slug="other"))
    with pytest.raises(NotFound):
        attribute_values_reorder(actor=SYSTEM, attribute_id=attribute.pk, moves=[(other.pk, 1)])


def test_the_database_keeps_units_to_numbers_and_entities_to_references() -> None:
    attribute = AttributeFactory()
    for wrong in ({"unit": "kg"}, {"entity_type": "Product"}, {"input_type": "reference"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Attribute.objects.filter(pk=attribute.pk).update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        AttributeValueFactory(attribute=attribute, reference_collection_id=1, reference_page_id=1)
    assert Attribute.objects.get(pk=attribute.pk).unit is None
