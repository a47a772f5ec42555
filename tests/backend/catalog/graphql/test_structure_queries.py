"""Reading the structure: what it costs does not grow with the page, and who sees what shoppers do not."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import staff_with
from factories.catalog import (
    AttributeFactory,
    AttributeValueFactory,
    CategoryFactory,
    ProductTypeFactory,
    collect,
    sell,
)
from factories.channels import ChannelFactory
from factories.content import PageTypeFactory
from factories.vendors import member_of
from market.catalog.models import (
    AttributeTranslation,
    AttributeValueTranslation,
    CategoryTranslation,
    CollectionTranslation,
)
from market.core import permissions as names
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db
ATTRIBUTES = """query A($first: Int, $languageCode: LanguageCodeEnum!) { attributes(first: $first) { totalCount edges { node {
  slug type inputType entityType unit valueRequired withChoices metadata { key } translation(languageCode: $languageCode) { name }
  referenceTypes { __typename ... on ProductType { slug } ... on PageType { slug } }
  choices(first: 3) { totalCount edges { node {
    name inputType date reference richText translation(languageCode: $languageCode) { name plainText } } } }
  productTypes(first: 3) { totalCount edges { node { slug } } } productVariantTypes(first: 3) { edges { node { slug } } } } } } }"""
TYPES = """query T($first: Int) { productTypes(first: $first) { totalCount edges { node { slug kind weight { value } taxClass { name }
  productAttributes { slug } variantAttributes { slug } assignedVariantAttributes(variantSelection: VARIANT_SELECTION) {
    variantSelection attribute { slug } }
  metadata { key } } } } }"""
SHOWN = """query S($first: Int, $language: LanguageCodeEnum!) { categories(first: $first) { edges { node {
  translation(languageCode: $language) { name description } } } }
  collections(first: $first) { edges { node { channelListings { channel { slug } } translation(languageCode: $language) { name seoTitle } } } } }"""


@pytest.fixture
def structure() -> None:
    """Twelve attributes of all sorts, twelve types that have them, and translations of everything."""
    page_type = PageTypeFactory()
    for number in range(12):
        kind = ProductTypeFactory(slug=f"kind-{number}", tax_kind="exempt", weight_grams=500)
        choice = AttributeFactory(slug=f"{number:02}-choice", is_visible_in_storefront=False)
        to_types = AttributeFactory(
            slug=f"{number:02}-product", input_type="reference", entity_type="Product", reference_type_ids=[kind.pk]
        )
        AttributeFactory(
            slug=f"{number:02}-page", input_type="reference", entity_type="Page", reference_type_ids=[page_type.pk]
        )
        AttributeTranslation.objects.create(attribute=choice, language_code="de", name="Farbe")
        for value in AttributeValueFactory.create_batch(4, attribute=choice):
            AttributeValueTranslation.objects.create(value=value, language_code="de", name="Rot")
        kind.product_attributes.add(choice, to_types)
        kind.variant_attributes.add(choice)


@pytest.mark.usefixtures("structure")
@pytest.mark.parametrize("language", ["EN", "DE"])
def test_attributes_cost_the_same_for_any_number(assert_constant_queries: Any, language: str) -> None:
    few, many = ({"first": first, "languageCode": language} for first in (3, 36))
    user = staff_with(names.MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES)
    assert assert_constant_queries(ATTRIBUTES, few, many, user=user) <= 22


@pytest.mark.usefixtures("structure")
def test_product_types_cost_the_same_for_any_number(assert_constant_queries: Any) -> None:
    assert assert_constant_queries(TYPES, {"first": 1}, {"first": 12}, user=member_of()) <= 10


@pytest.mark.parametrize("language", ["EN", "DE"])
def test_translations_and_listings_cost_the_same_for_any_number(assert_constant_queries: Any, language: str) -> None:
    channel = ChannelFactory()
    for number in range(6):
        category, collection = CategoryFactory(), collect(channel)
        for owner, texts in ((category, CategoryTranslation), (collection, CollectionTranslation)):
            texts.objects.create(
                **{type(owner).__name__.lower(): owner},
                language_code=language.lower(),
                name=f"N{number}",
                slug=f"s{number}",
            )
    few, many = ({"first": first, "language": language} for first in (1, 6))
    assert assert_constant_queries(SHOWN, few, many, user=staff_with(names.MANAGE_PRODUCTS)) <= 10


def test_an_english_name_costs_no_statement_of_its_own(statements_of: Any) -> None:
    CategoryFactory(name_en="Food")
    plain = "{ categories(first: 3) { edges { node { name } } } }"
    named = "{ categories(first: 3) { edges { node { name translation(languageCode: EN) { name } } } } }"
    assert len(statements_of(named)) == len(statements_of(plain))


def test_only_those_who_need_them_see_attributes_that_shoppers_do_not(graphql: Any) -> None:
    shown, hidden = AttributeFactory(slug="shown"), AttributeFactory(slug="hidden", is_visible_in_storefront=False)
    kind = ProductTypeFactory(slug="tea")
    kind.product_attributes.add(shown, hidden)
    ask = """query Q($id: ID) { attribute(id: $id) { slug } attributes(first: 9) { edges { node { slug } } }
      productTypes(first: 9) { edges { node { productAttributes { slug } } } } }"""
    sees = {}
    users = {
        "nobody": None,
        "member": member_of(),
        "staff": staff_with(names.MANAGE_PRODUCTS),
        "desk": staff_with(names.MANAGE_ORDERS),
    }
    for who, user in users.items():
        data = graphql(ask, {"id": to_global_id("Attribute", hidden.pk)}, user=user)["data"]
        listed = [edge["node"]["slug"] for edge in data["attributes"]["edges"]]
        of_type = [row["slug"] for row in data["productTypes"]["edges"][0]["node"]["productAttributes"]]
        sees[who] = (data["attribute"] is not None, "hidden" in listed, "hidden" in of_type)
    assert sees == {"nobody": (False,) * 3, "member": (True,) * 3, "staff": (True,) * 3, "desk": (False,) * 3}


def test_what_can_still_be_assigned_and_where_a_collection_is_listed_is_for_staff(graphql: Any) -> None:
    channel = ChannelFactory(slug="citizen")
    collect(channel, sell(channel), slug="gifts")
    kind = to_global_id("ProductType", ProductTypeFactory().pk)
    ask = "query Q($id: ID!) { productType(id: $id) { availableAttributes(first: 3) { totalCount } } }"
    listings = """{ collection(slug: "gifts", channel: "citizen") { channelListings { isPublished } } }"""
    for user in (None, member_of()):
        for document, variables in ((ask, {"id": kind}), (listings, None)):
            answer = graphql(document, variables, user=user)
            assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    keeper = staff_with(names.MANAGE_PRODUCTS, names.MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES)
    assert "errors" not in graphql(ask, {"id": kind}, user=keeper)
    assert graphql(listings, user=keeper)["data"]["collection"]["channelListings"] == [{"isPublished": True}]


def test_values_of_one_thing_alone_are_no_choices(graphql: Any) -> None:
    text = AttributeFactory(slug="text", input_type="plain-text")
    AttributeValueFactory(attribute=text, slug="product-1_1", plain_text="a secret of one product")
    ask = """{ attribute(slug: "text") { withChoices choices(first: 5) { totalCount edges { node { name } } } } }"""
    found = graphql(ask, user=staff_with(names.MANAGE_PRODUCTS))["data"]["attribute"]
    assert found == {"withChoices": False, "choices": {"totalCount": 0, "edges": []}}


@pytest.mark.parametrize(
    "document",
    [
        "{ attribute { slug } }",
        '{ attribute(slug: "a", externalReference: "b") { slug } }',
        '{ attributes(first: 1, filter: {search: "a"}, where: {valueRequired: true}) { totalCount } }',
        "{ attributes { totalCount } }",
        '{ attributes(first: 1, after: "bm8=") { totalCount } }',
        '{ attributes(first: 1, filter: {inCategory: "bm8="}) { totalCount } }',
    ],
)
def test_what_cannot_be_asked_is_refused_and_is_no_fault_of_ours(graphql: Any, document: str) -> None:
    answer = graphql(document)
    assert answer["errors"][0]["extensions"]["exception"]["code"] != "InternalServerError"


@pytest.mark.parametrize("words", ["", "  ", "a\\u0000b", "%_", "'"])
def test_any_words_may_be_searched_for(graphql: Any, words: str) -> None:
    AttributeFactory(slug="size")
    answer = graphql(
        f'{{ attributes(first: 3, search: "{words}") {{ totalCount }} productTypes(first: 1, filter: {{search: "{words}"}}) {{ totalCount }} }}'
    )
    assert answer["data"]["attributes"]["totalCount"] == (0 if words.strip() else 1)
