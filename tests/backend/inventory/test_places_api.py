"""Warehouses and stocks through the API: whose they are, what members may do, what stays as it was."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory
from factories.inventory import WarehouseFactory, variant_on_sale
from factories.shipping import ShippingZoneFactory
from factories.vendors import SellerFactory, member_of
from market.core.global_ids import to_global_id
from market.core.models import AuditEntry
from market.core.permissions import MANAGE_CHANNELS, MANAGE_PRODUCTS
from market.inventory.models import Stock, Warehouse
from market.vendors.models import VendorMember, VendorRole
from market.vendors.services.house_vendor import house_vendor

pytestmark = pytest.mark.django_db
SEOUL = {
    "streetAddress1": "개봉로23길 10", "city": "구로구", "countryArea": "서울특별시", "postalCode": "08274", "country": "KR",
}  # fmt: skip
CREATE = """mutation ($input: WarehouseCreateInput!) { createWarehouse(input: $input) {
    warehouse { id name slug address { city } vendor { id } shippingZones(first: 5) { totalCount } } errors { field code message } } }"""
UPDATE = """mutation ($id: ID, $ref: String, $input: WarehouseUpdateInput!) {
    updateWarehouse(id: $id, externalReference: $ref, input: $input) { warehouse { id name } errors { field code } } }"""
DELETE = "mutation ($id: ID!) { deleteWarehouse(id: $id) { warehouse { name } errors { field code message } } }"
SET = """mutation ($variant: ID, $stocks: [StockInput!]!) { productVariantStocksUpdate(variantId: $variant, stocks: $stocks) {
    productVariant { id stocks { quantity } } errors { field code message index } } }"""
BULK = """mutation ($stocks: [StockBulkUpdateInput!]!, $policy: ErrorPolicyEnum) {
    stockBulkUpdate(stocks: $stocks, errorPolicy: $policy) { count results { stock { quantity } errors { field code } } errors { field code } } }"""
WAREHOUSES = """query ($n: Int!, $filter: WarehouseFilterInput) { warehouses(first: $n, filter: $filter) {
    totalCount edges { node { name address { city } vendor { name } shippingZones(first: 2) { totalCount } } } } }"""
STOCKS = """query ($n: Int!) { stocks(first: $n) { edges { node { quantity quantityAllocated quantityReserved warehouse { slug }
    productVariant { name product { name } } changes { oldQuantity newQuantity by } } } } }"""


def gid(thing: Any) -> str:
    return to_global_id(type(thing).__name__, thing.pk)


def ask(graphql: Any, document: str, user: Any, **variables: Any) -> Any:
    """The payload of the one field."""
    answer = graphql(document, variables, user=user)
    assert "errors" not in answer, answer["errors"]
    (payload,) = answer["data"].values()
    return payload


def codes(payload: Any) -> list[tuple[str | None, str]]:
    return [(error["field"], error["code"]) for error in payload["errors"]]


@pytest.fixture
def house() -> Warehouse:
    ChannelFactory()
    return WarehouseFactory(name="가 창고")


class TestWarehouses:
    def test_a_members_warehouse_is_the_own_enterprises_and_serves_everywhere(self, graphql: Any) -> None:
        channel, zone = ChannelFactory(), ShippingZoneFactory()
        zone.channels.add(channel)
        vendor = SellerFactory()
        made = ask(graphql, CREATE, member_of(vendor), input={"name": "새 창고", "address": SEOUL})
        assert made["errors"] == []
        assert made["warehouse"]["vendor"]["id"] == gid(vendor)
        warehouse = Warehouse.objects.get()
        assert (warehouse.slug, list(warehouse.channels.all())) == ("새-창고", [channel])
        assert made["warehouse"]["shippingZones"]["totalCount"] == 1

    def test_a_warehouse_of_staff_is_the_markets_own_and_serves_nobody_yet(self, graphql: Any) -> None:
        ChannelFactory()
        ask(graphql, CREATE, staff_with(MANAGE_PRODUCTS), input={"name": "장터 창고", "address": SEOUL})
        warehouse = Warehouse.objects.get()
        assert (warehouse.vendor, warehouse.channels.count()) == (house_vendor(), 0)

    def test_nobody_opens_a_warehouse_for_another_enterprise(self, graphql: Any) -> None:
        others = SellerFactory()
        for vendor in (gid(others), to_global_id("Vendor", 10**9)):
            wish = {"name": "남의 창고", "address": SEOUL, "vendor": vendor}
            assert codes(ask(graphql, CREATE, member_of(), input=wish)) == [("vendor", "NOT_FOUND")]
        assert not Warehouse.objects.exists()

    def test_who_works_for_two_enterprises_says_for_which(self, graphql: Any) -> None:
        user = member_of()
        VendorMember.objects.create(vendor=SellerFactory(), user=user, role=VendorRole.OWNER)
        wish = {"name": "창고", "address": SEOUL}
        assert codes(ask(graphql, CREATE, user, input=wish)) == [("vendor", "REQUIRED")]

    @pytest.mark.parametrize("field", ["id", "reference"])
    def test_a_strangers_warehouse_is_as_if_it_were_not_there(self, graphql: Any, house: Warehouse, field: str) -> None:
        house.external_reference = "WH-7"
        house.save()
        stranger = member_of()
        named = {"id": gid(house)} if field == "id" else {"ref": "WH-7"}
        missing = (
            {"id": to_global_id("Warehouse", "00000000-0000-4000-8000-000000000000")}
            if field == "id"
            else {"ref": "no"}
        )
        change = {"input": {"name": "바꿔치기"}}
        assert ask(graphql, UPDATE, stranger, **named, **change) == ask(graphql, UPDATE, stranger, **missing, **change)
        house.refresh_from_db()
        assert house.name == "가 창고"
        assert ask(graphql, WAREHOUSES, stranger, n=5)["edges"] == []
        assert codes(ask(graphql, DELETE, stranger, id=gid(house))) == [("id", "NOT_FOUND")]
        assert Warehouse.objects.filter(pk=house.pk).exists()

    def test_its_own_members_change_it(self, graphql: Any, house: Warehouse) -> None:
        clerk = member_of(house.vendor, role=VendorRole.CLERK)
        changed = ask(graphql, UPDATE, clerk, id=gid(house), input={"name": "나 창고", "externalReference": "W-2"})
        assert changed["warehouse"]["name"] == "나 창고"
        assert codes(ask(graphql, UPDATE, clerk, id=gid(house), input={"clickAndCollectOption": "ALL"})) == [
            ("clickAndCollectOption", "INVALID")
        ]
        other = WarehouseFactory(vendor=house.vendor)
        taken = {"externalReference": "W-2", "slug": house.slug}
        assert codes(ask(graphql, UPDATE, clerk, id=gid(other), input=taken)) == [("slug", "UNIQUE")]
        taken.pop("slug")
        assert codes(ask(graphql, UPDATE, clerk, id=gid(other), input=taken)) == [("externalReference", "UNIQUE")]

    def test_a_warehouse_with_promised_pieces_stays(self, graphql: Any) -> None:
        variant = variant_on_sale(ChannelFactory(), stock=5)
        Stock.objects.update(quantity_allocated=2)
        warehouse, owner = Warehouse.objects.get(), member_of(variant.product.vendor)
        assert codes(ask(graphql, DELETE, owner, id=gid(warehouse))) == [("id", "INVALID")]
        Stock.objects.update(quantity_allocated=0)
        assert ask(graphql, DELETE, owner, id=gid(warehouse))["errors"] == []
        assert not Stock.objects.exists()

    def test_metadata_that_no_row_can_have_finds_nothing(self, graphql: Any, house: Warehouse) -> None:
        Warehouse.objects.update(metadata={"dock": "a"})
        staff = staff_with(MANAGE_PRODUCTS)
        for key, value, count in (("dock", "a", 1), ("dock", None, 1), ("dock", "a\x00", 0), ("d\x00", None, 0)):
            found = ask(graphql, WAREHOUSES, staff, n=5, filter={"metadata": [{"key": key, "value": value}]})
            assert found["totalCount"] == count

    def test_lists_cost_the_same_however_long(self, assert_constant_queries: Any) -> None:
        ChannelFactory()
        for _ in range(5):
            WarehouseFactory()
        assert_constant_queries(WAREHOUSES, {"n": 1}, {"n": 5}, user=staff_with(MANAGE_PRODUCTS))


class TestStocks:
    def test_a_member_sets_how_many_there_are_and_sees_who_did(self, graphql: Any) -> None:
        variant = variant_on_sale(ChannelFactory(), stock=5)
        owner, warehouse = member_of(variant.product.vendor), Warehouse.objects.get()
        for user, quantity in ((owner, 9), (staff_with(MANAGE_PRODUCTS), 7)):
            stocks = [{"warehouse": gid(warehouse), "quantity": quantity}]
            assert codes(ask(graphql, SET, user, variant=gid(variant), stocks=stocks)) == []
        (edge,) = ask(graphql, STOCKS, owner, n=5)["edges"]
        assert edge["node"]["quantity"] == 7
        assert [(row["oldQuantity"], row["newQuantity"], row["by"]) for row in edge["node"]["changes"]] == [
            (9, 7, "장터 운영자"),
            (5, 9, owner.email),
        ]

    def test_anothers_variant_or_warehouse_is_not_found_and_nothing_changes(self, graphql: Any) -> None:
        channel = ChannelFactory()
        own, other = variant_on_sale(channel, stock=5), variant_on_sale(channel, stock=5)
        member = member_of(own.product.vendor)
        places = {stock.variant_id: gid(stock.warehouse) for stock in Stock.objects.select_related("warehouse")}
        for variant, warehouse, field in (
            (other, places[other.pk], "variantId"),
            (own, places[other.pk], "warehouse"),
            (other, places[own.pk], "variantId"),
        ):
            stocks = [{"warehouse": warehouse, "quantity": 99}]
            assert codes(ask(graphql, SET, member, variant=gid(variant), stocks=stocks)) == [(field, "NOT_FOUND")]
        assert set(Stock.objects.values_list("quantity", flat=True)) == {5}
        assert not AuditEntry.objects.filter(subject_type="Stock").exists()
        assert len(ask(graphql, STOCKS, member, n=9)["edges"]) == 1

    @pytest.mark.parametrize("mutation", ["productVariantStocksCreate", "productVariantStocksUpdate"])
    def test_without_stocks_anothers_variant_is_as_little_there_as_none(self, graphql: Any, mutation: str) -> None:
        channel = ChannelFactory()
        own, other = variant_on_sale(channel), variant_on_sale(channel)
        document = f"""mutation ($variant: ID!) {{ {mutation}(variantId: $variant, stocks: []) {{
            productVariant {{ id }} errors {{ field code }} }} }}"""
        member = member_of(own.product.vendor)
        for variant in (gid(other), to_global_id("ProductVariant", 99_999_999)):
            payload = ask(graphql, document, member, variant=variant)
            assert (payload["productVariant"], codes(payload)) == (None, [("variantId", "NOT_FOUND")])
        assert ask(graphql, document, member, variant=gid(own))["productVariant"] == {"id": gid(own)}

    @pytest.mark.parametrize(
        ("quantity", "message"), [(1, "주문에 약속한 2개보다 적게 둘 수 없어요."), (-1, "수량은 0개 이상이어야 해요.")]
    )
    def test_numbers_that_cannot_be_are_refused_in_words(self, graphql: Any, quantity: int, message: str) -> None:
        variant = variant_on_sale(ChannelFactory(), stock=5)
        Stock.objects.update(quantity_allocated=2)
        stocks = [{"warehouse": gid(Warehouse.objects.get()), "quantity": quantity}]
        (error,) = ask(graphql, SET, member_of(variant.product.vendor), variant=gid(variant), stocks=stocks)["errors"]
        assert error == {"field": "quantity", "code": "INVALID", "message": message, "index": 0}
        assert Stock.objects.get().quantity == 5

    def test_all_of_a_call_or_none(self, graphql: Any) -> None:
        variant = variant_on_sale(ChannelFactory(), stock=5)
        vendor = variant.product.vendor
        second = WarehouseFactory(vendor=vendor)
        first = Stock.objects.get().warehouse
        stocks = [{"warehouse": gid(first), "quantity": 8}, {"warehouse": gid(second), "quantity": -2}]
        payload = ask(graphql, SET, member_of(vendor), variant=gid(variant), stocks=stocks)
        assert [(error["field"], error["index"]) for error in payload["errors"]] == [("quantity", 1)]
        assert list(Stock.objects.values_list("quantity", flat=True)) == [5]
        twice = [{"warehouse": gid(first), "quantity": 8}] * 2
        assert codes(ask(graphql, SET, member_of(vendor), variant=gid(variant), stocks=twice)) == [
            ("warehouse", "UNIQUE")
        ]

    @pytest.mark.parametrize(
        ("policy", "saved"), [("REJECT_EVERYTHING", 0), ("REJECT_FAILED_ROWS", 1), ("IGNORE_FAILED", 1)]
    )
    def test_many_at_once_follow_the_policy(self, graphql: Any, policy: str, saved: int) -> None:
        channel = ChannelFactory()
        own, other = variant_on_sale(channel, stock=5), variant_on_sale(channel, stock=5)
        places = {stock.variant_id: gid(stock.warehouse) for stock in Stock.objects.select_related("warehouse")}
        stocks = [{"variantId": gid(one), "warehouseId": places[one.pk], "quantity": 3} for one in (own, other)]
        payload = ask(graphql, BULK, member_of(own.product.vendor), stocks=stocks, policy=policy)
        assert payload["count"] == saved
        assert [[error["code"] for error in row["errors"]] for row in payload["results"]] == [[], ["NOT_FOUND"]]
        assert sorted(Stock.objects.values_list("quantity", flat=True)) == sorted([5, 3 if saved else 5])

    def test_the_stocks_of_a_variant_are_for_who_works_with_them(self, graphql: Any) -> None:
        channel = ChannelFactory()
        variant = variant_on_sale(channel, stock=5)
        document = 'query ($id: ID!) { productVariant(id: $id, channel: "citizen") { stocks { quantity } } }'
        for user in (None, UserFactory(), member_of()):
            answer = graphql(document, {"id": gid(variant)}, user=user)
            assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
            assert answer["data"]["productVariant"]["stocks"] is None
        seen = ask(graphql, document, member_of(variant.product.vendor), id=gid(variant))
        assert seen == {"stocks": [{"quantity": 5}]}

    def test_lists_cost_the_same_however_long(self, assert_constant_queries: Any) -> None:
        channel = ChannelFactory()
        for _ in range(5):
            variant_on_sale(channel, stock=3)
        assert_constant_queries(STOCKS, {"n": 1}, {"n": 5}, user=staff_with(MANAGE_PRODUCTS))


def test_a_channel_takes_pieces_in_the_order_of_its_warehouses(graphql: Any) -> None:
    channel = ChannelFactory()
    first, second = WarehouseFactory(), WarehouseFactory()
    move = """mutation ($id: ID!, $moves: [ReorderInput!]!) { channelReorderWarehouses(channelId: $id, moves: $moves) {
        channel { warehouses { slug } } errors { field code } } }"""
    staff = staff_with(MANAGE_CHANNELS)
    moved = ask(graphql, move, staff, id=gid(channel), moves=[{"id": gid(second), "sortOrder": -1}])
    assert [row["slug"] for row in moved["channel"]["warehouses"]] == [second.slug, first.slug]
    stranger = WarehouseFactory(serves=[])
    refused = ask(graphql, move, staff, id=gid(channel), moves=[{"id": gid(stranger), "sortOrder": 1}])
    assert codes(refused) == [("moves", "NOT_FOUND")]


def test_a_search_for_variants_reads_no_more_than_the_first_letters(graphql: Any) -> None:
    variant = variant_on_sale(ChannelFactory())
    query = """query ($words: String!) { productVariants(first: 5, filter: {search: $words}) { totalCount } }"""
    for words, count in ((variant.sku, 1), (variant.sku + " " * 250 + "none", 1), (f"{variant.sku} none", 0)):
        assert ask(graphql, query, staff_with(MANAGE_PRODUCTS), words=words)["totalCount"] == count
