"""Zones, methods and their listings through the API."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import staff_with
from factories.channels import ChannelFactory, public_channel
from factories.checkout import open_checkout
from factories.inventory import WarehouseFactory, variant_on_sale
from factories.shipping import ShippingMethodFactory, ShippingZoneFactory, list_method, parcel_in
from market.core.global_ids import to_global_id
from market.core.models import AuditEntry
from market.core.permissions import MANAGE_CHANNELS, MANAGE_PRODUCTS, MANAGE_SHIPPING, MANAGE_TRANSLATIONS
from market.shipping.models import PostalCodeRule, ShippingMethod, ShippingMethodChannelListing, ShippingZone

pytestmark = pytest.mark.django_db
ZONE = """mutation ($id: ID!, $input: ShippingZoneUpdateInput!) { shippingZoneUpdate(id: $id, input: $input) {
    shippingZone { name countries { code } } errors { field code warehouses channels } } }"""
CREATE_ZONE = """mutation ($input: ShippingZoneCreateInput!) { shippingZoneCreate(input: $input) {
    shippingZone { id default countries { code } } errors { field code warehouses } } }"""
PRICE = """mutation ($id: ID!, $input: ShippingPriceInput!) { shippingPriceUpdate(id: $id, input: $input) {
    shippingMethod { name type minimumOrderWeight { value } maximumOrderWeight { value } postalCodeRules { start end inclusionType } }
    errors { field code } } }"""
LIST = """mutation ($id: ID!, $input: ShippingMethodChannelListingInput!) {
    shippingMethodChannelListingUpdate(id: $id, input: $input) { shippingMethod { channelListings { price { amount } } }
    errors { field code channels } } }"""
ZONES = """query ($n: Int!) { shippingZones(first: $n) { edges { node { name priceRange { start { amount } stop { amount } }
    countries { code } channels { slug } warehouses { name address { city } } shippingMethods {
    name channelListings { channel { slug } price { amount } } postalCodeRules { start } excludedProducts(first: 2) { totalCount }
    } } } } }"""


def gid(thing: Any) -> str:
    return to_global_id(type(thing).__name__, thing.pk)


def ask(graphql: Any, document: str, *permissions: str, **variables: Any) -> Any:
    answer = graphql(document, variables, user=staff_with(*(permissions or (MANAGE_SHIPPING,))))
    assert "errors" not in answer, answer["errors"]
    (payload,) = answer["data"].values()
    return payload


def codes(payload: Any) -> list[tuple[str | None, str]]:
    return [(error["field"], error["code"]) for error in payload["errors"]]


def test_the_default_zone_takes_the_countries_that_no_other_has(graphql: Any) -> None:
    ShippingZoneFactory(countries=["KR", "JP"])
    made = ask(graphql, CREATE_ZONE, input={"name": "그 밖", "default": True})["shippingZone"]
    found = {row["code"] for row in made["countries"]}
    assert made["default"]
    assert "US" in found
    assert not found & {"KR", "JP"}
    assert codes(ask(graphql, CREATE_ZONE, input={"name": "또", "default": True})) == [("default", "ALREADY_EXISTS")]
    assert codes(ask(graphql, CREATE_ZONE, input={"name": "없는 나라", "countries": ["QQ"]})) == [
        ("countries", "INVALID")
    ]
    assert ShippingZone.objects.count() == 2


def test_a_zone_and_its_warehouses_share_a_channel(graphql: Any) -> None:
    channel, zone = ChannelFactory(), ShippingZoneFactory()
    own, stranger = WarehouseFactory(serves=[channel]), WarehouseFactory(serves=[])
    zone.warehouses.clear()
    wish = {"addChannels": [gid(channel)], "addWarehouses": [gid(own), gid(stranger)]}
    refused = ask(graphql, ZONE, id=gid(zone), input=wish)
    assert refused["errors"] == [
        {"field": "addWarehouses", "code": "INVALID", "warehouses": [gid(stranger)], "channels": None}
    ]
    assert (zone.channels.count(), zone.warehouses.count()) == (0, 0), "all of it or nothing"
    ask(graphql, ZONE, id=gid(zone), input={**wish, "addWarehouses": [gid(own)]})
    assert list(zone.warehouses.all()) == [own]
    both = {"addChannels": [gid(channel)], "removeChannels": [gid(channel)]}
    assert codes(ask(graphql, ZONE, id=gid(zone), input=both)) == [("channels", "DUPLICATED_INPUT_ITEM")]


def test_closing_a_zone_to_a_channel_ends_listings_and_links_there(graphql: Any) -> None:
    channel, public = ChannelFactory(), public_channel()
    method = parcel_in(channel, price=3000)
    list_method(method, public, price_amount=4000)
    here, both = WarehouseFactory(serves=[channel]), WarehouseFactory(serves=[channel, public])
    ask(graphql, ZONE, id=gid(method.zone), input={"removeChannels": [gid(channel)]})
    assert [row.channel for row in method.channel_listings.all()] == [public]
    assert list(method.zone.warehouses.all()) == [both]
    update = (
        "mutation ($id: ID!, $input: ChannelUpdateInput!) { channelUpdate(id: $id, input: $input) { errors { code } } }"
    )
    ask(graphql, update, MANAGE_CHANNELS, id=gid(public), input={"removeWarehouses": [gid(both)]})
    assert not method.zone.warehouses.exists()
    assert here.shipping_zones.count() == 0


def test_a_warehouse_joins_and_leaves_zones(graphql: Any) -> None:
    channel, zone = ChannelFactory(), ShippingZoneFactory()
    zone.channels.add(channel)
    warehouse = WarehouseFactory(serves=[channel])
    warehouse.shipping_zones.clear()
    document = """mutation ($id: ID!, $zones: [ID!]!) { %s(id: $id, shippingZoneIds: $zones) {
        warehouse { shippingZones(first: 3) { totalCount } } errors { field code } } }"""
    for verb, count in (("assignWarehouseShippingZone", 1), ("unassignWarehouseShippingZone", 0)):
        payload = ask(graphql, document % verb, MANAGE_PRODUCTS, id=gid(warehouse), zones=[gid(zone)])
        assert payload["warehouse"]["shippingZones"]["totalCount"] == count


@pytest.mark.parametrize(
    ("wish", "fault"),
    [
        ({"minimumOrderWeight": 5, "maximumOrderWeight": 5}, ("maximumOrderWeight", "MAX_LESS_THAN_MIN")),
        ({"minimumDeliveryDays": 5, "maximumDeliveryDays": 3}, ("minimumDeliveryDays", "INVALID")),
        ({"maximumDeliveryDays": -1}, ("maximumDeliveryDays", "INVALID")),
        ({"addPostalCodeRules": [{"start": "1"}]}, ("inclusionType", "REQUIRED")),
        (
            {"addPostalCodeRules": [{"start": "1"}] * 2, "inclusionType": "INCLUDE"},
            ("addPostalCodeRules", "ALREADY_EXISTS"),
        ),
        ({"taxClass": to_global_id("TaxClass", "exempt")}, ("taxClass", "INVALID")),
        ({"taxClass": to_global_id("TaxClass", "none")}, ("taxClass", "NOT_FOUND")),
        ({"shippingZone": to_global_id("ShippingZone", 10**9)}, ("shippingZone", "NOT_FOUND")),
        ({"name": " "}, ("name", "REQUIRED")),
    ],
)
def test_what_a_method_cannot_be(graphql: Any, wish: dict[str, Any], fault: tuple[str, str]) -> None:
    method = ShippingMethodFactory()
    given = {"name": "바뀐 이름", **wish}
    assert codes(ask(graphql, PRICE, id=to_global_id("ShippingMethodType", method.pk), input=given)) == [fault]
    method.refresh_from_db()
    assert method.name == "택배"
    assert not PostalCodeRule.objects.exists()


def test_a_method_changes_only_in_what_is_given(graphql: Any) -> None:
    method = ShippingMethodFactory(minimum_order_weight_grams=500, maximum_delivery_days=4)
    wish = {"type": "WEIGHT", "maximumOrderWeight": {"unit": "KG", "value": 2.5}}
    changed = ask(graphql, PRICE, id=gid(method), input=wish)["shippingMethod"]
    assert (changed["type"], changed["minimumOrderWeight"]["value"], changed["maximumOrderWeight"]["value"]) == (
        "WEIGHT",
        0.5,
        2.5,
    )
    method.refresh_from_db()
    assert (method.name, method.maximum_delivery_days, method.limits) == ("택배", 4, "weight")
    assert AuditEntry.objects.get(action="shipping.method_update").data["fields"] == ["maximum_order_weight", "type"]


def test_a_listing_is_changed_by_what_is_given_and_checked(graphql: Any) -> None:
    channel, elsewhere = ChannelFactory(), public_channel()
    method = parcel_in(channel, price=3000)
    id = to_global_id("ShippingMethodType", method.pk)

    def change(**wish: Any) -> Any:
        return ask(graphql, LIST, id=id, input={"addChannels": [{"channelId": gid(channel), **wish}]})

    assert change(minimumOrderPrice=10_000)["errors"] == []
    assert [row.price_amount for row in ShippingMethodChannelListing.objects.all()] == [3000]
    for wish, fault in (
        ({"maximumOrderPrice": 9_000}, ("maximumOrderPrice", "MAX_LESS_THAN_MIN")),
        ({"price": 10.5}, ("price", "INVALID")),
        ({"price": 10**13}, ("price", "INVALID")),
    ):
        refused = change(**wish)
        assert (codes(refused), refused["errors"][0]["channels"]) == ([fault], [gid(channel)])
    outside = {"addChannels": [{"channelId": gid(elsewhere), "price": 1}]}
    assert codes(ask(graphql, LIST, id=id, input=outside)) == [("addChannels", "INVALID")]
    twice = {"addChannels": [{"channelId": gid(channel), "price": 1}], "removeChannels": [gid(channel)]}
    assert codes(ask(graphql, LIST, id=id, input=twice)) == [("addChannels", "DUPLICATED_INPUT_ITEM")]
    assert [row.price_amount for row in ShippingMethodChannelListing.objects.all()] == [3000]
    assert change(price=None)["shippingMethod"]["channelListings"] == [{"price": None}]
    assert ask(graphql, LIST, id=id, input={"removeChannels": [gid(channel)]})["errors"] == []
    assert not ShippingMethodChannelListing.objects.exists()


def test_excluded_goods_are_not_taken_and_are_taken_again(graphql: Any) -> None:
    channel = ChannelFactory()
    method, variant = parcel_in(channel), variant_on_sale(channel)
    exclude = """mutation ($id: ID!, $products: [ID!]!) { shippingPriceExcludeProducts(id: $id, input: {products: $products}) {
        shippingMethod { excludedProducts(first: 3) { edges { node { id name } } } } errors { field code } } }"""
    found = ask(graphql, exclude, id=gid(method), products=[gid(variant.product)])
    assert [edge["node"]["id"] for edge in found["shippingMethod"]["excludedProducts"]["edges"]] == [
        gid(variant.product)
    ]
    unknown = ask(graphql, exclude, id=gid(method), products=[to_global_id("Product", 10**9)])
    assert codes(unknown) == [("products", "NOT_FOUND")]
    include = """mutation ($id: ID!, $products: [ID!]!) { shippingPriceRemoveProductFromExclude(id: $id, products: $products) {
        errors { field code } } }"""
    ask(graphql, include, id=gid(method), products=[gid(variant.product)])
    assert not method.excluded_products.exists()


def test_a_method_is_named_in_another_language(graphql: Any) -> None:
    method = ShippingMethodFactory(name_en="")
    document = """mutation ($id: ID!) { shippingPriceTranslate(id: $id, languageCode: EN, input: {name: "Parcel post"}) {
        shippingMethod { name translation(languageCode: EN) { name language { code } } } errors { field code } } }"""
    named = ask(graphql, document, MANAGE_TRANSLATIONS, id=gid(method))["shippingMethod"]
    assert named == {"name": "택배", "translation": {"name": "Parcel post", "language": {"code": "EN"}}}
    method.refresh_from_db()
    assert method.name_en == "Parcel post"


def test_deleting_is_for_all_or_none(graphql: Any) -> None:
    methods = [ShippingMethodFactory() for _ in range(2)]
    document = "mutation ($ids: [ID!]!) { shippingPriceBulkDelete(ids: $ids) { count errors { field code } } }"
    ids = [gid(method) for method in methods]
    refused = ask(graphql, document, ids=[*ids, to_global_id("ShippingMethodType", 10**9)])
    assert codes(refused) == [("id", "NOT_FOUND")]
    assert ShippingMethod.objects.count() == 2
    assert ask(graphql, document, ids=ids)["count"] == 2
    zones = "mutation ($ids: [ID!]!) { shippingZoneBulkDelete(ids: $ids) { count errors { code } } }"
    assert ask(graphql, zones, ids=[gid(method.zone) for method in methods])["count"] == 2
    assert not ShippingZone.objects.exists()


def test_zones_cost_the_same_however_many(assert_constant_queries: Any) -> None:
    channel = ChannelFactory()
    for price in range(1000, 6000, 1000):
        method = parcel_in(channel, price=price)
        method.excluded_products.add(variant_on_sale(channel).product)
        PostalCodeRule.objects.create(method=method, start=str(price))
    assert_constant_queries(ZONES, {"n": 1}, {"n": 5}, user=staff_with(MANAGE_SHIPPING))


def test_a_zone_that_none_of_the_goods_warehouses_serves_offers_nothing(graphql: Any) -> None:
    channel = ChannelFactory()
    variant, method = variant_on_sale(channel, stock=5), parcel_in(channel)
    checkout = open_checkout(channel, {variant: 1})
    set_address = """mutation ($id: ID!) { checkoutShippingAddressUpdate(id: $id, shippingAddress: {
        country: KR, postalCode: "08274", countryArea: "서울특별시", city: "구로구", streetAddress1: "개봉로23길 10",
        firstName: "지우", lastName: "한", phone: "01000000000"}) {
        checkout { shippingMethods { name } } errors { field code } } }"""
    offered = ask(graphql, set_address, id=to_global_id("Checkout", checkout.pk))
    assert offered["checkout"]["shippingMethods"] == [{"name": "택배"}]
    method.zone.warehouses.clear()
    offered = ask(graphql, set_address, id=to_global_id("Checkout", checkout.pk))
    assert offered["checkout"]["shippingMethods"] == []


def test_zones_and_methods_carry_metadata(graphql: Any) -> None:
    method = ShippingMethodFactory()
    document = """mutation ($id: ID!) { updateMetadata(id: $id, input: [{key: "erp", value: "7"}]) {
        item { metadata { value } ... on ShippingMethodType { name } ... on ShippingZone { name } } errors { code } } }"""
    for id, name in ((to_global_id("ShippingMethodType", method.pk), "택배"), (gid(method.zone), "대한민국")):
        assert ask(graphql, document, id=id)["item"] == {"metadata": [{"value": "7"}], "name": name}
