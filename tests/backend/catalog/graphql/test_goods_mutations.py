"""Products and variants through Saleor's operations, by staff and by members."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factories.accounts import UserFactory, codes, staff_with
from factories.catalog import CategoryFactory, CollectionFactory, ProductFactory, VariantFactory, list_in
from factories.channels import ChannelFactory
from factories.goods import (
    LISTING_UPDATE,
    PRICE_UPDATE,
    PRODUCT_CREATE,
    PRODUCT_UPDATE,
    VARIANT_CREATE,
    VARIANT_UPDATE,
    answer_of,
    change,
    colour,
    gid,
    goods_kind,
    material,
    notice_type,
)
from factories.inventory import warehouse_of
from factories.vendors import SellerFactory, member_of
from market.catalog.models import Attribute, Product, ProductVariant, VariantChannelListing
from market.core.global_ids import to_global_id
from market.core.models import AuditEntry, OutboxEvent
from market.core.permissions import MANAGE_PRODUCTS
from market.inventory.models import Stock
from market.vendors.models import Vendor, VendorMember, VendorRole

pytestmark = pytest.mark.django_db
TEXT = {"blocks": [{"type": "paragraph", "data": {"text": "<b>손잡이</b><script>alert(1)</script>"}}]}


@pytest.fixture
def staff() -> Any:
    return staff_with(MANAGE_PRODUCTS)


def given(**more: Any) -> dict[str, Any]:
    return {"productType": gid(goods_kind()), "name": "나무 망치", **more}


def create(graphql: Any, user: Any, **more: Any) -> dict[str, Any]:
    return answer_of(graphql(PRODUCT_CREATE, {"input": given(**more)}, user=user))


def test_staff_enter_goods_for_the_markets_own_shop(graphql: Any, staff: Any) -> None:
    category = CategoryFactory()
    goods_kind()
    first = create(
        graphql, staff, category=gid(category), description=json.dumps(TEXT), weight=1.25, attributes=[material("참나무")],
        taxClass=to_global_id("TaxClass", "exempt"), metadata=[{"key": "shelf", "value": "a"}],
        seo={"title": "망치", "description": "단단해요"},
    )  # fmt: skip
    second = create(graphql, staff)
    assert first["errors"] == second["errors"] == []
    assert [answer["product"]["slug"] for answer in (first, second)] == ["나무-망치", "나무-망치-2"]
    assert first["product"]["vendor"]["slug"] == second["product"]["vendor"]["slug"] == "ieum"
    assert first["product"]["weight"] == {"unit": "KG", "value": 1.25}
    product = Product.objects.get(slug="나무-망치")
    assert (product.tax_kind, product.weight_grams, product.seo_title) == ("exempt", 1250, "망치")
    assert "script" not in json.dumps(product.description)
    assert product.description_plaintext.startswith("손잡이")
    assert product.attribute_values.get().value.plain_text == "참나무"
    assert Vendor.objects.get(slug="ieum").is_trusted
    assert AuditEntry.objects.filter(action="catalog.product_create").count() == 2


@pytest.mark.parametrize("name", ["나무\x00 망치", "가" * 251, " \x00 "])
def test_a_name_that_cannot_be_kept_is_refused_and_nothing_is_entered(graphql: Any, staff: Any, name: str) -> None:
    answer = create(graphql, staff, name=name)
    assert (answer["product"], [error["field"] for error in answer["errors"]]) == (None, ["name"])
    assert not Product.objects.exists()


def test_a_member_enters_goods_for_the_own_enterprise(graphql: Any) -> None:
    vendor = SellerFactory(dispatch_days=4)
    member = member_of(vendor, VendorRole.MANAGER)
    answer = create(graphql, member)
    assert answer["product"]["vendor"]["id"] == gid(vendor)
    assert answer["product"]["dispatchDays"] == 4  # the enterprise's usual days
    other = SellerFactory()
    assert codes(create(graphql, member, vendor=gid(other))) == [("vendor", "NOT_FOUND")]
    assert codes(create(graphql, member, vendor=to_global_id("Vendor", 999_999))) == [("vendor", "NOT_FOUND")]
    VendorMember.objects.create(vendor=other, user=member, role=VendorRole.OWNER)
    assert codes(create(graphql, member)) == [("vendor", "REQUIRED")]
    assert create(graphql, member, vendor=gid(other))["product"]["vendor"]["id"] == gid(other)
    assert Product.objects.count() == 2


def test_who_may_not_enter_goods(graphql: Any) -> None:
    clerk = member_of(role=VendorRole.CLERK)
    for user in (None, UserFactory(), clerk):
        answer = graphql(PRODUCT_CREATE, {"input": given()}, user=user)
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    assert not Product.objects.exists()


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"name": " "}, [("name", "REQUIRED")]),
        ({"slug": "a b"}, [("slug", "INVALID")]),
        ({"category": to_global_id("Category", 999)}, [("category", "NOT_FOUND")]),
        ({"category": "nonsense"}, [("category", "GRAPHQL_ERROR")]),
        ({"summary": "가" * 301}, [("summary", "INVALID")]),
        ({"description": '{"blocks": "x"}'}, [("description", "INVALID")]),
        ({"minimumOrderQuantity": 0}, [("minimumOrderQuantity", "INVALID")]),
        ({"rating": 7.0}, [("rating", "INVALID")]),
        ({"taxClass": to_global_id("TaxClass", "9")}, [("taxClass", "NOT_FOUND")]),
        ({"legalNotice": {"type": "NONE"}}, [("legalNotice", "NOT_FOUND")]),
        ({"returnPolicy": {"kind": "PERISHABLE"}}, [("returnPolicy", "REQUIRED")]),
        ({"metadata": [{"key": " ", "value": "x"}]}, [("metadata", "INVALID")]),
        ({"productType": to_global_id("ProductType", 999)}, [("productType", "NOT_FOUND")]),
        ({"pictures": [{"upload": "../etc/passwd"}]}, [("image", "NOT_PRODUCTS_IMAGE")]),
    ],
)
def test_what_is_wrong_is_said_and_nothing_kept(
    graphql: Any, staff: Any, more: dict[str, Any], wrong: list[tuple[str, str]]
) -> None:
    assert codes(create(graphql, staff, **more)) == wrong
    assert not Product.objects.exists()


def test_attributes_follow_the_type(graphql: Any, staff: Any) -> None:
    goods_kind(required=True)
    Attribute.objects.filter(slug="material").update(is_value_required=True)
    missing = create(graphql, staff)
    assert codes(missing) == [("attributes", "REQUIRED")]
    assert len(missing["errors"][0]["attributes"]) == 1
    assert codes(create(graphql, staff, attributes=[material("솔"), colour("빨강")])) == [("attributes", "NOT_FOUND")]
    twice = create(graphql, staff, attributes=[material("솔"), material("참")])
    assert codes(twice) == [("attributes", "DUPLICATED_INPUT_ITEM")]
    made = create(graphql, staff, attributes=[material("솔")])["product"]
    product = Product.objects.get()
    assert codes(change(graphql, staff, product, attributes=[material("")])) == [("attributes", "REQUIRED")]
    assert change(graphql, staff, product, attributes=[material("참")])["errors"] == []
    assert product.attribute_values.get().value.plain_text == "참"
    assert made["id"] == gid(product)


def test_a_product_is_found_by_its_outside_key(graphql: Any, staff: Any) -> None:
    product = ProductFactory(external_reference="erp-1")
    ProductFactory(external_reference="erp-2")
    answer = answer_of(graphql(PRODUCT_UPDATE, {"reference": "erp-1", "input": {"name": "새 이름"}}, user=staff))
    assert answer["product"]["name"] == "새 이름"
    assert codes(change(graphql, staff, product, externalReference="erp-2")) == [("externalReference", "UNIQUE")]
    unknown = answer_of(graphql(PRODUCT_UPDATE, {"reference": "erp-9", "input": {}}, user=staff))
    assert codes(unknown) == [("externalReference", "NOT_FOUND")]
    assert codes(answer_of(graphql(PRODUCT_UPDATE, {"input": {}}, user=staff))) == [("id", "REQUIRED")]
    both = {"id": gid(product), "reference": "erp-1", "input": {}}
    assert codes(answer_of(graphql(PRODUCT_UPDATE, both, user=staff))) == [("externalReference", "INVALID")]


def test_a_change_is_told_to_other_rooms(graphql: Any, staff: Any) -> None:
    product = ProductFactory()
    OutboxEvent.objects.all().delete()
    assert change(graphql, staff, product, name="새 이름")["errors"] == []
    assert [event.payload for event in OutboxEvent.objects.filter(topic="catalog.products_changed")] == [
        {"product_ids": [product.pk]}
    ]
    before = product.updated_at
    product.refresh_from_db()
    assert product.updated_at > before


def test_members_do_not_touch_what_is_anothers_or_staffs(graphql: Any) -> None:
    member, product = member_of(), ProductFactory()
    for thing in (product, Product(pk=999_999)):
        assert codes(change(graphql, member, thing, name="x")) == [("id", "NOT_FOUND")]
    own = ProductFactory(vendor=VendorMember.objects.get().vendor)
    collection = CollectionFactory()
    answer = change(
        graphql,
        member,
        own,
        name="y",
        rating=5.0,
        collections=[gid(collection)],
        privateMetadata=[{"key": "a", "value": "b"}],
    )
    assert sorted(codes(answer)) == [("collections", "INVALID"), ("privateMetadata", "INVALID"), ("rating", "INVALID")]
    own.refresh_from_db()
    assert own.name != "y"
    assert own.rating is None


def test_variants_are_chosen_apart_and_named_by_their_choices(graphql: Any, staff: Any) -> None:
    product = ProductFactory(product_type=goods_kind())
    house = warehouse_of(product.vendor)

    def make(**more: Any) -> dict[str, Any]:
        return answer_of(
            graphql(VARIANT_CREATE, {"input": {"product": gid(product), "attributes": [], **more}}, user=staff)
        )

    red = make(attributes=[colour("빨강")], sku="R", stocks=[{"warehouse": gid(house), "quantity": 7}], weight=0.2)
    assert red["errors"] == []
    assert (red["productVariant"]["name"], Stock.objects.get().quantity) == ("빨강", 7)
    assert codes(make(attributes=[colour("빨강")])) == [("attributes", "DUPLICATED_INPUT_ITEM")]
    assert codes(make(attributes=[colour("파랑")], sku="R")) == [("sku", "UNIQUE")]
    assert (
        codes(
            make(attributes=[colour("파랑")], stocks=[{"warehouse": gid(warehouse_of(SellerFactory())), "quantity": 1}])
        )[0][1]
        == "NOT_FOUND"
    )
    assert Stock.objects.count() == ProductVariant.objects.count() == 1
    product.refresh_from_db()
    assert product.default_variant == ProductVariant.objects.get()
    blue = make(attributes=[colour("파랑")])["productVariant"]
    answer = answer_of(
        graphql(VARIANT_UPDATE, {"id": blue["id"], "input": {"attributes": [colour("빨강")]}}, user=staff)
    )
    assert codes(answer) == [("attributes", "DUPLICATED_INPUT_ITEM")]
    renamed = answer_of(graphql(VARIANT_UPDATE, {"sku": "R", "input": {"name": "붉은 것"}}, user=staff))
    assert renamed["productVariant"]["name"] == "붉은 것"


BULK = """mutation ($product: ID!, $variants: [ProductVariantBulkCreateInput!]!, $policy: ErrorPolicyEnum) {
    productVariantBulkCreate(product: $product, variants: $variants, errorPolicy: $policy) {
    count productVariants { name channelListings { price { amount } } } results { productVariant { name } errors { path code } }
    errors { index field code channels } } }"""


@pytest.mark.parametrize(
    ("policy", "names", "priced"),
    [(None, [], 0), ("REJECT_FAILED_ROWS", ["빨강"], 1), ("IGNORE_FAILED", ["빨강", "파랑"], 1)],
)
def test_several_variants_at_once(graphql: Any, staff: Any, policy: str | None, names: list[str], priced: int) -> None:
    product, channel, nowhere = ProductFactory(product_type=goods_kind()), ChannelFactory(), ChannelFactory(slug="b")
    list_in(product, channel)
    rows = [
        {"attributes": [colour("빨강")], "channelListings": [{"channelId": gid(channel), "price": 1000}]},
        {"attributes": [colour("파랑")], "channelListings": [{"channelId": gid(nowhere), "price": 1000}]},
        {"attributes": [colour("빨강")]},
    ]
    variables = {"product": gid(product), "variants": rows, "policy": policy}
    answer = answer_of(graphql(BULK, variables, user=staff))
    assert [variant["name"] for variant in answer["productVariants"]] == names
    assert answer["count"] == len(names) == ProductVariant.objects.count()
    assert VariantChannelListing.objects.count() == priced
    told = [(error["index"], error["field"], error["code"]) for error in answer["errors"]]
    assert (1, "channelId", "PRODUCT_NOT_ASSIGNED_TO_CHANNEL") in told
    assert (2, "attributes", "DUPLICATED_INPUT_ITEM") in told
    assert answer["errors"][0]["channels"] == [gid(nowhere)]
    assert [bool(row["errors"]) for row in answer["results"]] == [False, True, True]


def test_prices_are_whole_and_not_above_themselves(graphql: Any, staff: Any) -> None:
    product, channel = ProductFactory(), ChannelFactory()
    variant = VariantFactory(product=product)

    def price(**more: Any) -> dict[str, Any]:
        given = [{"channelId": gid(channel), "price": 1000, **more}]
        return answer_of(graphql(PRICE_UPDATE, {"id": gid(variant), "input": given}, user=staff))

    assert codes(price()) == [("channelId", "PRODUCT_NOT_ASSIGNED_TO_CHANNEL")]
    list_in(product, channel)
    assert codes(price(price=10.5)) == [("price", "INVALID_PRICE")]
    assert codes(price(discountedPrice=1001)) == [("discountedPrice", "INVALID_PRICE")]
    listed = price(discountedPrice=900, costPrice=500)["variant"]["channelListings"]
    assert listed == [
        {
            "price": {"amount": 1000},
            "discountedPrice": {"amount": 900},
            "costPrice": {"amount": 500},
            "channel": {"slug": channel.slug},
        }
    ]
    assert product.channel_listings.get().discounted_price_amount == 900
    twice = [{"channelId": gid(channel), "price": 1}, {"channelId": gid(channel), "price": 2}]
    assert codes(answer_of(graphql(PRICE_UPDATE, {"id": gid(variant), "input": twice}, user=staff))) == [
        ("channelId", "DUPLICATED_INPUT_ITEM")
    ]
    again = price(price=1200)["variant"]["channelListings"][0]
    assert (again["discountedPrice"], again["costPrice"]) == (None, {"amount": 500})


def test_a_category_is_needed_to_publish(graphql: Any, staff: Any) -> None:
    product, channel = ProductFactory(category=None), ChannelFactory()
    shown = {"updateChannels": [{"channelId": gid(channel), "isPublished": True, "isAvailableForPurchase": True}]}
    answer = change(graphql, staff, product, LISTING_UPDATE, **shown)
    assert codes(answer) == [("isPublished", "PRODUCT_WITHOUT_CATEGORY")]
    assert not product.channel_listings.exists()
    product.category = CategoryFactory()
    product.save()
    listing = change(graphql, staff, product, LISTING_UPDATE, **shown)["product"]["channelListings"][0]
    assert listing["isPublished"]
    assert listing["availableForPurchaseAt"]
    assert listing["publicationDate"]
    assert codes(change(graphql, staff, product, category=None)) == [("category", "PRODUCT_WITHOUT_CATEGORY")]
    variant = VariantFactory(product=product)
    add = {"updateChannels": [{"channelId": gid(channel), "addVariants": [gid(variant)]}]}
    assert change(graphql, staff, product, LISTING_UPDATE, **add)["errors"] == []
    assert VariantChannelListing.objects.get().price_amount is None
    strange = {"updateChannels": [{"channelId": gid(channel), "addVariants": [gid(VariantFactory())]}]}
    assert codes(change(graphql, staff, product, LISTING_UPDATE, **strange)) == [("id", "NOT_PRODUCTS_VARIANT")]
    gone = change(graphql, staff, product, LISTING_UPDATE, removeChannels=[gid(channel)])
    assert gone["product"]["channelListings"] == []
    assert not VariantChannelListing.objects.exists()


def test_a_notice_begun_is_a_notice_finished(graphql: Any, staff: Any) -> None:
    """Staff may publish without one (a client that knows of none), but not with gaps in one."""
    notice_type()
    product, channel = ProductFactory(), ChannelFactory()
    notice = {"type": "TOOLS", "values": [{"code": "certification", "value": "상세페이지 참조"}]}
    assert change(graphql, staff, product, legalNotice=notice)["errors"] == []
    shown = {"updateChannels": [{"channelId": gid(channel), "isPublished": True}]}
    assert sorted(codes(change(graphql, staff, product, LISTING_UPDATE, **shown))) == [
        ("legalNotice", "INVALID"),
        ("legalNotice", "REQUIRED"),
    ]
    full = {
        "values": [{"code": "item", "value": "상세페이지 참조"}, {"code": "certification", "value": "XU100123-20001"}]
    }
    assert change(graphql, staff, product, legalNotice=full)["errors"] == []
    assert change(graphql, staff, product, LISTING_UPDATE, **shown)["errors"] == []
    strange = {"values": [{"code": "voltage", "value": "220"}]}
    assert codes(change(graphql, staff, product, legalNotice=strange)) == [("legalNotice", "INVALID")]


DELETE = "mutation ($id: ID!) { productDelete(id: $id) { product { id name } errors { field code } } }"
VARIANTS_DELETE = "mutation ($ids: [ID!]) { productVariantBulkDelete(ids: $ids) { count errors { field code } } }"
REORDER = """mutation ($id: ID!, $moves: [ReorderInput!]!) { productVariantReorder(productId: $id, moves: $moves) {
    product { variants { sku } } errors { field code } } }"""
DEFAULT = """mutation ($id: ID!, $variant: ID!) { productVariantSetDefault(productId: $id, variantId: $variant) {
    product { defaultVariant { sku } } errors { field code } } }"""


def test_variants_are_sorted_chosen_and_deleted(graphql: Any, staff: Any) -> None:
    product = ProductFactory()
    a, b, c = (VariantFactory(product=product, sku=name, sort_order=n) for n, name in enumerate("abc"))
    moves = {"id": gid(product), "moves": [{"id": gid(c), "sortOrder": -2}]}
    sorted_ = answer_of(graphql(REORDER, moves, user=staff))["product"]["variants"]
    assert [variant["sku"] for variant in sorted_] == ["c", "a", "b"]
    strange = VariantFactory()
    moves["moves"] = [{"id": gid(strange), "sortOrder": 1}]
    assert codes(answer_of(graphql(REORDER, moves, user=staff))) == [("moves", "NOT_PRODUCTS_VARIANT")]
    default = answer_of(graphql(DEFAULT, {"id": gid(product), "variant": gid(b)}, user=staff))
    assert default["product"]["defaultVariant"] == {"sku": "b"}
    strange_default = graphql(DEFAULT, {"id": gid(product), "variant": gid(strange)}, user=staff)
    assert codes(answer_of(strange_default)) == [("variantId", "NOT_PRODUCTS_VARIANT")]
    member = member_of(product.vendor)
    mixed = answer_of(graphql(VARIANTS_DELETE, {"ids": [gid(a), gid(strange)]}, user=member))
    assert (mixed["count"], codes(mixed)) == (0, [("ids", "NOT_FOUND")])
    assert product.variants.count() == 3
    assert answer_of(graphql(VARIANTS_DELETE, {"ids": [gid(a), gid(b)]}, user=member))["count"] == 2
    product.refresh_from_db()
    assert product.default_variant == c


def test_deleting_a_product(graphql: Any, staff: Any) -> None:
    product = ProductFactory(name="망치")
    VariantFactory(product=product)
    stranger = member_of()
    assert codes(answer_of(graphql(DELETE, {"id": gid(product)}, user=stranger))) == [("id", "NOT_FOUND")]
    assert Product.objects.exists()
    answer = answer_of(graphql(DELETE, {"id": gid(product)}, user=staff))
    assert answer["product"] == {"id": gid(product), "name": "망치"}
    assert not Product.objects.exists()
    assert not ProductVariant.objects.exists()
    assert AuditEntry.objects.filter(action="catalog.product_delete", subject_id=str(product.pk)).exists()


def test_a_product_in_other_languages(graphql: Any, staff: Any) -> None:
    document = """mutation ($id: ID!, $input: TranslationInput!) { productTranslate(id: $id, languageCode: EN, input: $input) {
        product { translation(languageCode: EN) { name slug } } errors { field code } } }"""
    product, other = ProductFactory(), ProductFactory()
    answer = answer_of(
        graphql(document, {"id": gid(product), "input": {"name": "Mallet", "slug": "mallet"}}, user=staff)
    )
    assert answer["product"]["translation"] == {"name": "Mallet", "slug": "mallet"}
    taken = answer_of(graphql(document, {"id": gid(other), "input": {"slug": "mallet"}}, user=staff))
    assert codes(taken) == [("slug", "UNIQUE")]
    assert other.translations.count() == 0


def test_own_goods_are_seen_whole_and_others_not(graphql: Any) -> None:
    document = """query ($id: ID!) { product(id: $id) { name variants { sku } channelListings { isPublished }
        collections { products(first: 5) { totalCount } } } }"""
    product = ProductFactory()
    VariantFactory(product=product, sku="x")
    collection = CollectionFactory()
    hidden = ProductFactory()
    collection.product_links.create(product=product)
    collection.product_links.create(product=hidden)
    ChannelFactory()
    own = graphql(document, {"id": gid(product)}, user=member_of(product.vendor, VendorRole.CLERK))["data"]["product"]
    assert own == {"name": product.name, "variants": [{"sku": "x"}], "channelListings": [], "collections": []}
    assert graphql(document, {"id": gid(product)}, user=member_of())["data"]["product"] is None
    assert graphql(document, {"id": gid(product)})["data"]["product"] is None


def test_listings_of_goods_are_for_those_who_sell_them(graphql: Any) -> None:
    document = """query ($id: ID!, $channel: String) { product(id: $id, channel: $channel) {
        channelListings { id } variants { channelListings { id } } } }"""
    product, channel = ProductFactory(), ChannelFactory()
    list_in(product, channel, 1000)
    variables = {"id": gid(product), "channel": channel.slug}
    for user in (None, member_of()):
        answer = graphql(document, variables, user=user)
        assert {error["extensions"]["exception"]["code"] for error in answer["errors"]} == {"PermissionDenied"}
        assert answer["data"]["product"]["channelListings"] is None
    seen = graphql(document, variables, user=member_of(product.vendor))["data"]["product"]
    assert len(seen["channelListings"]) == len(seen["variants"][0]["channelListings"]) == 1
