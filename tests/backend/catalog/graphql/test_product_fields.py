"""What a product page says."""

from __future__ import annotations

import pytest
from django.utils import timezone

from factories.accounts import staff_with
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
from market.catalog.models import (
    NoticeType,
    ProductAttributeValue,
    ProductTranslation,
    ValueClaim,
    VariantAttributeValue,
)
from market.catalog.selectors.view import channel_with_rate
from market.channels.selectors.tax_rates import standard_rate
from market.core import clock
from market.core.actor import ANONYMOUS

pytestmark = pytest.mark.django_db
TAXED = "{ gross { amount currency } net { amount } tax { amount } }"


@pytest.fixture
def channel():
    return ChannelFactory()


def product_of(graphql, fields, **options):
    answer = graphql(f'{{ product(slug: "soap", channel: "citizen") {{ {fields} }} }}', **options)
    assert "errors" not in answer, answer["errors"]
    return answer["data"]["product"]


def taxed(gross, net):
    return {"gross": {"amount": gross, "currency": "KRW"}, "net": {"amount": net}, "tax": {"amount": gross - net}}


@pytest.mark.parametrize(("kind", "net"), [("taxable", 10_000), ("exempt", 11_000), ("zero_rated", 11_000)])
def test_prices_split_by_tax_kind(graphql, channel, kind, net):
    sell(channel, 11_000, slug="soap", tax_kind=kind)
    found = product_of(
        graphql,
        f"""pricing {{ onSale discount {TAXED} priceRange {{ start {TAXED} stop {TAXED} }} }}
        variants {{ pricing {{ price {TAXED} }} }}""",
    )
    price = taxed(11_000, net)
    assert found == {
        "pricing": {"onSale": False, "discount": None, "priceRange": {"start": price, "stop": price}},
        "variants": [{"pricing": {"price": price}}],
    }


def test_a_discount_shows_both_prices(graphql, channel):
    product = sell(channel, 11_000, 22_000, slug="soap")
    list_in(product, channel, 11_000, 22_000, discounted=5_500)
    found = product_of(
        graphql,
        f"""pricing {{ onSale discount {TAXED} priceRange {{ start {TAXED} }} priceRangeUndiscounted {{ start {TAXED} stop {TAXED} }} }}
        variants {{ pricing {{ onSale price {TAXED} priceUndiscounted {TAXED} discount {TAXED} }} }}""",
    )
    assert found["pricing"] == {
        "onSale": True,
        "discount": taxed(5_500, 5_000),
        "priceRange": {"start": taxed(5_500, 5_000)},
        "priceRangeUndiscounted": {"start": taxed(11_000, 10_000), "stop": taxed(22_000, 20_000)},
    }
    assert found["variants"][0]["pricing"] == {
        "onSale": True, "price": taxed(5_500, 5_000), "priceUndiscounted": taxed(11_000, 10_000), "discount": taxed(5_500, 5_000),
    }  # fmt: skip


def test_without_a_price_there_is_no_pricing(graphql, channel):
    product = sell(channel, slug="soap", is_quote_only=True)
    product.variants.get().channel_listings.all().delete()
    list_in(product, channel)
    assert product_of(graphql, "isQuoteOnly pricing { onSale } variants { id }") == {
        "isQuoteOnly": True,
        "pricing": None,
        "variants": [],
    }


def test_the_rate_is_the_one_of_the_channels_room(channel):
    found, rate = channel_with_rate("citizen", viewer=ANONYMOUS, on=clock.today())
    assert (found, rate) == (channel, standard_rate("KR", clock.today()))
    assert channel_with_rate("none", viewer=ANONYMOUS, on=clock.today()) is None


ASSIGNED = """{ __typename attribute { slug } ... on AssignedNumericAttribute { number: value } ... on AssignedBooleanAttribute { yes: value }
  ... on AssignedSingleChoiceAttribute { choice: value { name translation(languageCode: EN) } }
  ... on AssignedMultiChoiceAttribute { choices: value { slug } } ... on AssignedPlainTextAttribute { text: value }
  ... on AssignedFileAttribute { file: value { url contentType } } ... on AssignedDateAttribute { day: value }
  ... on AssignedSingleCollectionReferenceAttribute { collection: value { slug } } }"""


def test_attributes_come_in_their_kinds(graphql, channel):
    kind = ProductTypeFactory()
    product = sell(channel, slug="soap", product_type=kind)
    picks = collect(channel, product, slug="picks")
    hidden = collect(channel, slug="hidden")
    hidden.channel_listings.update(is_published=False)
    moment = timezone.datetime(2022, 3, 4, tzinfo=timezone.get_current_timezone())
    values = {
        ("a-number", "numeric"): [{"numeric": 110.5}],
        ("b-yes", "boolean"): [{"boolean": True}],
        ("c-choice", "dropdown"): [{"name": "한국", "name_en": "Korea"}],
        ("d-choices", "multiselect"): [{"slug": "x"}, {"slug": "y"}],
        ("e-text", "plain-text"): [{"plain_text": "물"}],
        ("f-file", "file"): [{"file_url": "https://ieum.example/a.pdf"}],
        ("g-day", "date"): [{"date_time": moment}],
        ("h-collection", "single-reference"): [{"reference_collection_id": picks.pk}],
        ("i-hidden", "single-reference"): [{"reference_collection_id": hidden.pk}],
        ("j-empty", "dropdown"): [],
    }
    for (slug, input_type), rows in values.items():
        attribute = AttributeFactory(slug=slug, input_type=input_type)
        kind.product_attributes.add(attribute)
        for row in rows:
            ProductAttributeValue.objects.create(
                product=product, value=AttributeValueFactory(attribute=attribute, **row)
            )
    kind.product_attributes.add(AttributeFactory(slug="secret", is_visible_in_storefront=False))
    found = product_of(
        graphql,
        f"""assignedAttributes {ASSIGNED} assignedAttribute(slug: "e-text") {{ __typename }}
        attributes {{ attribute {{ slug }} values {{ slug }} }}""",
    )
    rest = [
        {name: value for name, value in row.items() if name not in ("__typename", "attribute")}
        for row in found["assignedAttributes"]
    ]
    assert rest == [
        {"number": 110.5},
        {"yes": True},
        {"choice": {"name": "한국", "translation": "Korea"}},
        {"choices": [{"slug": "x"}, {"slug": "y"}]},
        {"text": "물"},
        {"file": {"url": "https://ieum.example/a.pdf", "contentType": "application/pdf"}},
        {"day": moment.astimezone(clock.SEOUL).date().isoformat()},
        {"collection": {"slug": "picks"}},
        {"collection": None},
        {"choice": None},
    ]
    assert found["assignedAttribute"] == {"__typename": "AssignedPlainTextAttribute"}
    assert [row["attribute"]["slug"] for row in found["attributes"]] == [slug for slug, _ in values]
    shown = product_of(graphql, "attributes { attribute { slug } }", user=staff_with("MANAGE_PRODUCTS"))["attributes"]
    assert shown[-1] == {"attribute": {"slug": "secret"}}


def test_variant_attributes_by_scope(graphql, channel):
    kind = ProductTypeFactory()
    product = sell(channel, slug="soap", product_type=kind)
    size, note = AttributeFactory(slug="size"), AttributeFactory(slug="note", input_type="plain-text")
    kind.variant_attributes.add(size)  # one call for both would insert them in either order
    kind.variant_attributes.add(note)
    VariantAttributeValue.objects.create(
        variant=product.variants.get(), value=AttributeValueFactory(attribute=size, slug="big")
    )
    found = product_of(
        graphql,
        """variants { all: attributes { attribute { slug } values { slug } }
        chosen: attributes(variantSelection: VARIANT_SELECTION) { attribute { slug } }
        rest: attributes(variantSelection: NOT_VARIANT_SELECTION) { attribute { slug } } }""",
    )["variants"][0]
    assert found["all"] == [
        {"attribute": {"slug": "size"}, "values": [{"slug": "big"}]},
        {"attribute": {"slug": "note"}, "values": []},
    ]
    assert (found["chosen"], found["rest"]) == ([{"attribute": {"slug": "size"}}], [{"attribute": {"slug": "note"}}])


def test_texts_in_english(graphql, channel):
    product = sell(channel, slug="soap", name="비누", category=CategoryFactory(name="생활", name_en="Living"))
    ProductTranslation.objects.create(
        product=product, language_code="en", name="Soap", summary="A soap.", slug="soap-en"
    )
    product.variants.update(name_en="Basic")
    found = product_of(
        graphql,
        """translation(languageCode: EN) { name summary slug language { code language } } none: translation(languageCode: FR) { name }
        category { name translation(languageCode: EN) { name } } variants { name translation(languageCode: EN) { name } }""",
    )
    assert found["translation"] == {
        "name": "Soap",
        "summary": "A soap.",
        "slug": "soap-en",
        "language": {"code": "EN", "language": "English"},
    }
    assert found["none"] is None
    assert found["category"] == {"name": "생활", "translation": {"name": "Living"}}
    assert found["variants"] == [{"name": "기본", "translation": {"name": "Basic"}}]
    answer = graphql('{ product(slug: "soap-en", slugLanguageCode: EN, channel: "citizen") { slug } }')
    assert answer["data"]["product"] == {"slug": "soap"}


def test_claims_newest_first_and_the_notice_in_printing_order(graphql, channel):
    fields = [
        {"code": "maker", "label": "제조자", "label_en": "Maker"},
        {"code": "origin", "label": "원산지", "label_en": "Origin"},
    ]
    kind = NoticeType.objects.create(code="FOOD", name="가공식품", name_en="Processed food", fields=fields)
    product = sell(channel, slug="soap", notice_type=kind, notice={"origin": "대한민국"})
    for day in ("2022-01-01", "2022-03-01"):
        ValueClaim.objects.create(
            product=product, theme=ThemeFactory(), statement=day, evidence="시험 성적서", checked_on=day
        )
    found = product_of(
        graphql, "valueClaims { statement theme { code } } productNotice { type typeName items { code label value } }"
    )
    assert [claim["statement"] for claim in found["valueClaims"]] == ["2022-03-01", "2022-01-01"]
    assert found["productNotice"] == {
        "type": "FOOD",
        "typeName": "가공식품",
        "items": [
            {"code": "maker", "label": "제조자", "value": "상품 상세설명 참조"},
            {"code": "origin", "label": "원산지", "value": "대한민국"},
        ],
    }
    english = product_of(graphql, "productNotice { items { label value } }", language="en")["productNotice"]["items"]
    assert english[0] == {"label": "Maker", "value": "See the product description"}


def test_pictures(graphql, channel):
    product = sell(channel, slug="soap", name="비누")
    key = "products/0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a.webp"
    product.media.create(image=key, alt="올린 사진", sort_order=5)
    found = product_of(graphql, "thumbnail(size: 250, format: WEBP) { url alt } media { url(size: 128) alt type }")
    assert found["thumbnail"]["url"].endswith("/thumbnail/art/soap/moss/1/256/webp/")
    assert found["thumbnail"]["alt"] == "비누"
    assert [media["url"].split("/", 3)[3] for media in found["media"]] == [
        "thumbnail/art/soap/moss/1/128/original/",
        f"thumbnail/picture/{key}/128/original/",
    ]
    product.media.all().delete()
    assert product_of(graphql, "thumbnail { url } media { url }") == {"thumbnail": None, "media": []}


def test_category_tree(graphql, channel):
    top = CategoryFactory(slug="top", background_image="soap/moss/2")
    middle = CategoryFactory(slug="middle", parent=top, sort_order=2)
    CategoryFactory(slug="first", parent=top, sort_order=1)
    leaf = CategoryFactory(slug="leaf", parent=middle)
    sell(channel, slug="soap", category=leaf)
    document = """{ category(slug: "%s") { level parent { slug } backgroundImage(size: 512) { url } ancestors(first: 9) { edges { node { slug } } }
      children(first: 9) { totalCount edges { node { slug } } } products(first: 9, channel: "citizen") { totalCount } } }"""
    found = graphql(document % "leaf")["data"]["category"]
    assert [edge["node"]["slug"] for edge in found["ancestors"]["edges"]] == ["top", "middle"]
    assert (found["level"], found["parent"], found["backgroundImage"]) == (2, {"slug": "middle"}, None)
    found = graphql(document % "top")["data"]["category"]
    assert [edge["node"]["slug"] for edge in found["children"]["edges"]] == ["first", "middle"]
    assert found["products"]["totalCount"] == 1
    assert found["backgroundImage"]["url"].endswith("/thumbnail/art/soap/moss/2/512/original/")
    roots = graphql("{ categories(first: 9, level: 0) { totalCount edges { node { slug } } } }")["data"]["categories"]
    assert roots == {"totalCount": 1, "edges": [{"node": {"slug": "top"}}]}


def test_themes_count_what_is_seen(graphql, channel):
    ThemeFactory(code="vegan", name="비건", name_en="Vegan")
    sell(channel, value_codes=["vegan"])
    list_in(sell(channel, value_codes=["vegan"]), channel, 1_000, is_published=False)
    found = graphql('{ valueThemes { code name english: name(languageCode: EN) productCount(channel: "citizen") } }')[
        "data"
    ]["valueThemes"]
    assert found == [{"code": "vegan", "name": "비건", "english": "Vegan", "productCount": 1}]


def test_vendors_count_what_is_seen(graphql, channel):
    product = sell(channel)
    product.vendor.slug = "seller"
    product.vendor.save()
    list_in(sell(channel, vendor=product.vendor), channel, 1_000, visible_in_listings=False)
    answer = graphql(
        '{ vendor(slug: "seller") { productCount(channel: "citizen") products(first: 3, channel: "citizen") { totalCount } } }'
    )
    assert answer["data"]["vendor"] == {"productCount": 1, "products": {"totalCount": 1}}


def test_the_page_costs_few_statements(statements_of, channel):
    sell(channel, slug="soap")
    sql = statements_of("""{ product(slug: "soap", channel: "citizen") { name description media { url }
        variants { name pricing { price { gross { amount } } } } } }""")
    assert len(sql) == 4, sql
