"""No list of the catalogue costs more statements for 24 rows than for one."""

from __future__ import annotations

import pytest

from factories.catalog import (
    AttributeFactory,
    AttributeValueFactory,
    CategoryFactory,
    ProductTypeFactory,
    ThemeFactory,
    collect,
    list_in,
    sell,
)
from factories.channels import ChannelFactory
from factories.vendors import SellerFactory
from market.catalog.models import (
    NoticeType,
    ProductAttributeValue,
    ProductTranslation,
    ValueClaim,
    VariantAttributeValue,
    VariantMedia,
)
from market.core.global_ids import to_global_id
from market.search.services.search_entries_refresh import search_entries_refresh

pytestmark = pytest.mark.django_db
MONEY = "{ start { gross { amount } net { amount } } stop { tax { amount } } }"
ATTRIBUTES = "{ attribute { name translation(languageCode: EN) { name } } values { name slug } }"
VARIANT = f"""id name sku quantityAvailable pricing {{ onSale price {{ gross {{ amount }} }} priceUndiscounted {{ net {{ amount }} }} }}
  attributes(variantSelection: VARIANT_SELECTION) {ATTRIBUTES} media {{ url }} translation(languageCode: EN) {{ name }} metadata {{ key }}"""
PRODUCT = f"""id name slug summary description seoTitle seoDescription created isAvailable isAvailableForPurchase taxKind isService originCountry
  thumbnail(size: 256, format: WEBP) {{ url alt }} media {{ url(size: 512) alt type }} category {{ name parent {{ slug }} }} productType {{ slug }}
  pricing {{ onSale discount {{ gross {{ amount }} }} priceRange {MONEY} priceRangeUndiscounted {MONEY} }} vendor {{ name slug }}
  collections {{ slug }} attributes {ATTRIBUTES}
  assignedAttributes(limit: 5) {{ __typename attribute {{ slug }} }} assignedAttribute(slug: "origin") {{ __typename }}
  translation(languageCode: EN) {{ name summary }} valueClaims {{ statement theme {{ name(languageCode: EN) }} }}
  productNotice {{ typeName items {{ label value }} }} metadata {{ key }} metafield(key: "a") defaultVariant {{ sku }}
  variants {{ {VARIANT} product {{ slug category {{ slug }} }} }} productVariants(first: 5) {{ totalCount edges {{ node {{ {VARIANT} }} }} }}"""
CONNECTION = f"{{ totalCount pageInfo {{ hasNextPage }} edges {{ cursor node {{ {PRODUCT} }} }} }}"


@pytest.fixture
def shop():
    """24 products, each of its own vendor, category and kind, each with two variants, in two collections."""
    channel = ChannelFactory()
    notice = NoticeType.objects.create(
        code="FOOD", name="식품", name_en="Food", fields=[{"code": "maker", "label": "제조자", "label_en": "Maker"}]
    )
    origin, size = AttributeFactory(slug="origin"), AttributeFactory(slug="size")
    theme = ThemeFactory()
    root = CategoryFactory(slug="root")
    products = []
    for number in range(24):
        kind = ProductTypeFactory(slug=f"kind-{number}")
        kind.product_attributes.add(origin)
        kind.variant_attributes.add(size)
        product = sell(
            channel, 1_000, 2_000, name=f"비누 {number}", category=CategoryFactory(slug=f"c{number}", parent=root),
            vendor=SellerFactory(slug=f"v{number}"), product_type=kind, notice_type=notice, value_codes=["vegan"],
        )  # fmt: skip
        list_in(product, channel, 1_000, 2_000, discounted=900)
        ProductAttributeValue.objects.create(product=product, value=AttributeValueFactory(attribute=origin))
        ProductTranslation.objects.create(product=product, language_code="en", name="Soap")
        ValueClaim.objects.create(
            product=product, theme=theme, statement="있어요", evidence="증거", checked_on="2022-01-01"
        )
        for variant in product.variants.all():
            VariantAttributeValue.objects.create(variant=variant, value=AttributeValueFactory(attribute=size))
            VariantMedia.objects.create(variant=variant, media=product.media.get())
        products.append(product)
    for number in range(24):
        collect(channel, *products, slug=f"g{number}")
    search_entries_refresh()
    return products


LISTS = {
    "products": f'query($n: Int) {{ products(first: $n, channel: "citizen") {CONNECTION} }}',
    "products searched": f'query($n: Int) {{ products(first: $n, channel: "citizen", search: "비누") {CONNECTION} }}',
    "category products": f'query($n: Int) {{ category(slug: "root") {{ products(first: $n, channel: "citizen") {CONNECTION} }} }}',
    "collection products": f'query($n: Int) {{ collection(slug: "g1", channel: "citizen") {{ products(first: $n) {CONNECTION} }} }}',
    "vendor products": f'query($n: Int) {{ vendor(slug: "v1") {{ products(first: $n, channel: "citizen") {CONNECTION} }} }}',
    "vendors products": f"""query($n: Int) {{ vendors(first: $n) {{ edges {{ node {{ productCount(channel: "citizen")
      products(first: 2, channel: "citizen") {CONNECTION} }} }} }} }}""",
    "variants": f"""query($n: Int) {{ productVariants(first: $n, channel: "citizen") {{ totalCount
      edges {{ node {{ {VARIANT} product {{ {PRODUCT} }} }} }} }} }}""",
    "categories": f"""query($n: Int) {{ categories(first: $n, filter: {{search: "c"}}) {{ totalCount edges {{ node {{ name backgroundImage {{ url }}
      parent {{ slug }} ancestors(first: 5) {{ edges {{ node {{ slug }} }} }} children(first: 5) {{ totalCount edges {{ node {{ slug }} }} }}
      translation(languageCode: EN) {{ name }} products(first: 2, channel: "citizen") {CONNECTION} }} }} }} }}""",
    "collections": f"""query($n: Int) {{ collections(first: $n, channel: "citizen") {{ totalCount edges {{ node {{ name
      translation(languageCode: EN) {{ name }} products(first: 2) {CONNECTION} }} }} }} }}""",
}


@pytest.mark.parametrize("name", LISTS)
def test_statements_do_not_grow(graphql, assert_constant_queries, shop, name):
    answer = graphql(LISTS[name], {"n": 24})
    assert "errors" not in answer, answer["errors"]
    assert assert_constant_queries(LISTS[name], {"n": 1}, {"n": 24}) < 50


def test_the_shop_window_costs_five_statements(assert_constant_queries, shop):
    """The list that a storefront asks for most: channel, page, pictures, categories, tax rate."""
    document = """query($n: Int) { products(first: $n, channel: "citizen") { edges { node {
      name slug thumbnail(size: 256) { url } category { name } pricing { priceRange { start { gross { amount } } } } } } } }"""
    assert assert_constant_queries(document, {"n": 1}, {"n": 24}) <= 5


def test_themes_and_facets_do_not_grow(assert_constant_queries, shop):
    document = """query($ids: [ID!]) { valueThemes { code productCount(channel: "citizen") }
      productFacets(channel: "citizen", filter: {ids: $ids}) { totalCount categories { category { slug } count }
      districts { district { code } count }
      certificates { kind { code } count }
      values { theme { code } count } taxKinds { taxKind count } prices { from to count } priceMin priceMax } }"""
    ids = [to_global_id("Product", product.pk) for product in shop]
    assert_constant_queries(document, {"ids": ids[:1]}, {"ids": ids})
