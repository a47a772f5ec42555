"""Attributes that point at things: of every kind, one and several, and never at what the viewer may not see."""

from __future__ import annotations

from typing import Any

import pytest

from factories.catalog import (
    AttributeFactory,
    CategoryFactory,
    ProductFactory,
    ProductTypeFactory,
    collect,
    sell,
)
from factories.channels import ChannelFactory
from factories.content import PageFactory
from market.catalog.errors import AttributeValueUnfit
from market.catalog.models import AttributeValue, Product, ProductAttributeValue
from market.catalog.services.attribute_values_take import attribute_values_take
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db
ASK = """query Q($slug: String!) { product(slug: $slug, channel: "citizen") { attributes { values { reference richText plainText } }
  assignedAttributes { __typename ... on AssignedSingleProductReferenceAttribute { one: value { slug } }
    ... on AssignedMultiProductReferenceAttribute { several: value { slug } }
    ... on AssignedMultiProductVariantReferenceAttribute { variants: value { sku product { slug } } }
    ... on AssignedMultiCategoryReferenceAttribute { categories: value { slug } }
    ... on AssignedMultiCollectionReferenceAttribute { collections: value { slug } }
    ... on AssignedMultiPageReferenceAttribute { pages: value { slug } } } } }"""


def point(product: Product, entity: str, *keys: int, input_type: str = "reference", **fields: Any) -> None:
    """Let the product point at these things by a new attribute."""
    attribute = AttributeFactory(slug=f"to-{entity.lower()}", input_type=input_type, entity_type=entity, **fields)
    product.product_type.product_attributes.add(attribute)
    ids = [to_global_id(entity, key) for key in keys]
    given = {"reference": ids[0]} if input_type == "single-reference" else {"references": ids}
    for value in attribute_values_take(attribute_id=attribute.pk, owner=f"product-{product.pk}", given=given):
        ProductAttributeValue.objects.create(product=product, value_id=value)


def assigned(graphql: Any, product: Product) -> dict[str, Any]:
    answer = graphql(ASK, {"slug": product.slug})
    assert "errors" not in answer, answer
    (found,) = answer["data"]["product"]["assignedAttributes"]
    return dict(found)


def test_each_kind_is_told_by_its_type(graphql: Any) -> None:
    channel = ChannelFactory(slug="citizen")
    tea, cup = sell(channel, slug="tea"), sell(channel, slug="cup")
    variant = cup.variants.get()
    category, collection = CategoryFactory(slug="food"), collect(channel, slug="gifts")
    page = PageFactory(slug="story", is_published=True)
    for entity, key, shown in (
        ("Product", cup.pk, {"several": [{"slug": "cup"}]}),
        ("ProductVariant", variant.pk, {"variants": [{"sku": variant.sku, "product": {"slug": "cup"}}]}),
        ("Category", category.pk, {"categories": [{"slug": "food"}]}),
        ("Collection", collection.pk, {"collections": [{"slug": "gifts"}]}),
        ("Page", page.pk, {"pages": [{"slug": "story"}]}),
    ):
        point(tea, entity, key)
        expected = {"__typename": f"AssignedMulti{entity}ReferenceAttribute", **shown}
        assert assigned(graphql, tea) == expected
        (value,) = graphql(ASK, {"slug": "tea"})["data"]["product"]["attributes"][0]["values"]
        assert value["reference"] == to_global_id(entity, key)
        tea.product_type.product_attributes.clear()


def test_one_thing_stands_alone(graphql: Any) -> None:
    channel = ChannelFactory(slug="citizen")
    tea, cup = sell(channel, slug="tea"), sell(channel, slug="cup")
    point(tea, "Product", cup.pk, input_type="single-reference")
    found = assigned(graphql, tea)
    assert found == {"__typename": "AssignedSingleProductReferenceAttribute", "one": {"slug": "cup"}}


def test_what_shoppers_do_not_see_is_not_pointed_at(graphql: Any) -> None:
    channel = ChannelFactory(slug="citizen")
    tea, shown, hidden = sell(channel, slug="tea"), sell(channel, slug="shown"), sell(channel, slug="hidden")
    hidden.channel_listings.update(is_published=False)
    point(tea, "Product", hidden.pk, shown.pk)
    assert assigned(graphql, tea)["several"] == [{"slug": "shown"}]
    tea.product_type.product_attributes.clear()
    point(tea, "ProductVariant", hidden.variants.get().pk, shown.variants.get().pk)
    assert [row["product"]["slug"] for row in assigned(graphql, tea)["variants"]] == ["shown"]
    tea.product_type.product_attributes.clear()
    point(tea, "Page", PageFactory(is_published=False).pk)
    assert assigned(graphql, tea)["pages"] == []


def test_things_of_another_kind_or_type_are_refused() -> None:
    tea = ProductFactory(product_type=ProductTypeFactory(slug="tea"))
    with pytest.raises(AttributeValueUnfit):
        point(tea, "Product", 0)
    narrow = AttributeFactory(
        slug="narrow", input_type="reference", entity_type="Product", reference_type_ids=[tea.product_type_id]
    )
    other = ProductFactory(product_type=ProductTypeFactory(slug="other"))
    for wrong in (to_global_id("Product", other.pk), to_global_id("Category", CategoryFactory().pk), "nonsense", 1):
        with pytest.raises(AttributeValueUnfit):
            attribute_values_take(attribute_id=narrow.pk, owner="product-1", given={"references": [wrong]})
    assert not AttributeValue.objects.exists()
    (made,) = attribute_values_take(
        attribute_id=narrow.pk, owner="product-1", given={"references": [to_global_id("Product", tea.pk)]}
    )
    assert AttributeValue.objects.get(pk=made).reference_product_id == tea.pk
    tea.delete()
    assert not AttributeValue.objects.exists()


def test_rich_text_is_cleaned_and_kept_with_its_words(graphql: Any) -> None:
    tea = sell(ChannelFactory(slug="citizen"), slug="tea")
    text = AttributeFactory(slug="text", input_type="rich-text")
    tea.product_type.product_attributes.add(text)
    document = {"blocks": [{"type": "paragraph", "data": {"text": "<b>Hot</b><script>alert(1)</script> tea"}}]}
    (made,) = attribute_values_take(attribute_id=text.pk, owner=f"product-{tea.pk}", given={"rich_text": document})
    ProductAttributeValue.objects.create(product=tea, value_id=made)
    (value,) = graphql(ASK, {"slug": "tea"})["data"]["product"]["attributes"][0]["values"]
    assert "script" not in value["richText"]
    assert "<b>Hot</b>" in value["richText"]
    assert value["plainText"] == "Hot tea"


def test_pointing_costs_the_same_for_any_number(assert_constant_queries: Any) -> None:
    channel = ChannelFactory(slug="citizen")
    attribute = AttributeFactory(slug="to", input_type="reference", entity_type="ProductVariant")
    products = [sell(channel) for _ in range(6)]
    for product in products:
        product.product_type.product_attributes.add(attribute)
        ids = [to_global_id("ProductVariant", other.variants.get().pk) for other in products]
        for value in attribute_values_take(attribute_id=attribute.pk, owner="x", given={"references": ids}):
            ProductAttributeValue.objects.create(product=product, value_id=value)
    ask = """query Q($first: Int) { products(first: $first, channel: "citizen") { edges { node { assignedAttributes {
      ... on AssignedMultiProductVariantReferenceAttribute { value { sku product { name } } } } } } } }"""
    assert assert_constant_queries(ask, {"first": 1}, {"first": 6}) <= 8
