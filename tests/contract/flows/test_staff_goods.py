"""Staff enter goods the Saleor way: type, product, variants, stock, channels, prices; and a shopper can buy them."""

from __future__ import annotations

from typing import Any

import pytest

from contract.flows.client import SaleorClient
from factories.accounts import PASSWORD, staff_with
from factories.channels import ChannelFactory, TaxRateFactory
from factories.inventory import warehouse_of
from market.channels.models import Channel
from market.core import permissions as names
from market.core.global_ids import to_global_id
from market.vendors.services.house_vendor import house_vendor

pytestmark = pytest.mark.django_db
STAFF = (names.MANAGE_PRODUCTS, names.MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES, names.MANAGE_TRANSLATIONS)
EXEMPT = to_global_id("TaxClass", "exempt")


@pytest.fixture
def channel() -> Channel:
    TaxRateFactory()
    return ChannelFactory(slug="citizen")


@pytest.fixture
def staff(client: Any, channel: Channel) -> SaleorClient:
    worker = SaleorClient(client)
    worker.sign_in(staff_with(*STAFF).email, PASSWORD)
    return worker


class Goods:
    """A product that staff have entered, with what it leans on, by global id."""

    def __init__(self, staff: SaleorClient, channel: Channel) -> None:
        self.do, self.channel = staff.do, to_global_id("Channel", channel.pk)
        self.house = to_global_id("Warehouse", warehouse_of(house_vendor()).pk)
        self.size, self.maker = self._attribute("크기"), self._attribute("만든 이")
        kind = {"name": "도구", "kind": "NORMAL", "productAttributes": [self.maker], "variantAttributes": [self.size]}
        self.kind = self.do("ProductTypeCreate", input=kind)["productType"]["id"]
        chosen_by = [{"id": self.size, "variantSelection": True}]
        self.do("ProductAttributeAssignmentUpdate", productTypeId=self.kind, operations=chosen_by)
        self.category = self.do("CategoryCreate", input={"name": "살림"})["category"]["id"]
        self.product = self.do("GoodsProductCreate", input=self._product())["product"]

    def _attribute(self, name: str) -> str:
        given = {"name": name, "type": "PRODUCT_TYPE", "inputType": "DROPDOWN"}
        made: str = self.do("AttributeCreate", input=given)["attribute"]["id"]
        return made

    def _product(self) -> dict[str, Any]:
        return {
            "productType": self.kind,
            "category": self.category,
            "name": "나무 망치",
            "externalReference": "erp-7",
            "weight": 0.8,
            "rating": 4.5,
            "taxClass": EXEMPT,
            "seo": {"title": "나무 망치"},
            "metadata": [{"key": "shelf", "value": "a"}],
            "attributes": [{"id": self.maker, "dropdown": {"value": "두손"}}],
        }

    def sized(self, size: str, **more: Any) -> dict[str, Any]:
        return {"attributes": [{"id": self.size, "dropdown": {"value": size}}], **more}

    def here(self, **more: Any) -> dict[str, Any]:
        return {"channelId": self.channel, **more}


def test_from_type_to_a_shoppers_cart(staff: SaleorClient, channel: Channel) -> None:
    goods = Goods(staff, channel)
    product = goods.product
    assert (product["slug"], product["vendor"]["slug"], product["weight"]) == (
        "나무-망치",
        "ieum",
        {"unit": "KG", "value": 0.8},
    )
    assert (product["taxClass"]["id"], product["rating"], product["category"]["slug"]) == (EXEMPT, 4.5, "살림")
    assert product["attributes"] == [{"attribute": {"slug": "만든-이"}, "values": [{"name": "두손"}]}]
    given = goods.sized("작은 것", product=product["id"], sku="S", stocks=[{"warehouse": goods.house, "quantity": 3}])
    small = staff.do("GoodsVariantCreate", input=given)["productVariant"]
    assert (small["name"], [stock["quantity"] for stock in small["stocks"]]) == ("작은 것", [3])
    shown = goods.here(isPublished=True, visibleInListings=True, isAvailableForPurchase=True)
    listed = staff.do("GoodsChannelListing", id=product["id"], input={"updateChannels": [shown]})["product"]
    (listing,) = listed["channelListings"]
    assert listing["isPublished"]
    assert listing["isAvailableForPurchase"]
    priced = staff.do("GoodsVariantChannelListing", id=small["id"], input=[goods.here(price=12000, costPrice=7000)])
    assert priced["variant"]["channelListings"][0]["price"] == {"amount": 12000, "currency": "KRW"}
    shopper = SaleorClient(staff.http)
    lines = [{"variantId": small["id"], "quantity": 2}]
    cart = shopper.do("CheckoutCreate", input={"channel": "citizen", "lines": lines})["checkout"]
    assert cart["totalPrice"]["gross"]["amount"] == 24000
    too_many = {"channel": "citizen", "lines": [{"variantId": small["id"], "quantity": 4}]}
    assert [code for _, code in shopper.refused("CheckoutCreate", input=too_many)] == ["INSUFFICIENT_STOCK"]


def test_variants_in_bulk_in_order_and_away(staff: SaleorClient, channel: Channel) -> None:
    goods = Goods(staff, channel)
    id = goods.product["id"]
    staff.do("GoodsChannelListing", id=id, input={"updateChannels": [goods.here(isPublished=False)]})
    rows = [
        goods.sized(
            size, sku=size, channelListings=[goods.here(price=1000)], stocks=[{"warehouse": goods.house, "quantity": 1}]
        )
        for size in ("S", "M", "L")
    ]
    made = staff.do("GoodsVariantBulkCreate", product=id, variants=rows)
    assert made["count"] == 3
    keys = {variant["sku"]: variant["id"] for variant in made["productVariants"]}
    again = staff.refused("GoodsVariantBulkCreate", product=id, variants=[goods.sized("S"), goods.sized("XL")])
    assert again == [("attributes", "DUPLICATED_INPUT_ITEM")]
    moved = staff.do("GoodsVariantReorder", productId=id, moves=[{"id": keys["L"], "sortOrder": -2}])
    assert [variant["sku"] for variant in moved["product"]["variants"]] == ["L", "S", "M"]
    chosen = staff.do("GoodsVariantSetDefault", productId=id, variantId=keys["M"])
    assert chosen["product"]["defaultVariant"] == {"sku": "M"}
    changed = staff.do("GoodsVariantUpdate", sku="M", input={"trackInventory": False, "quantityLimitPerCustomer": 5})
    assert not changed["productVariant"]["trackInventory"]
    taken = staff.do("GoodsChannelListing", id=id, input={"updateChannels": [goods.here(removeVariants=[keys["M"]])]})
    assert [len(variant["channelListings"]) for variant in taken["product"]["variants"]] == [1, 1, 0]
    assert staff.do("GoodsVariantDelete", id=keys["M"])["productVariant"]["sku"] == "M"
    assert staff.do("GoodsVariantBulkDelete", ids=[keys["S"], keys["L"]])["count"] == 2


def test_a_product_is_changed_translated_found_and_deleted(staff: SaleorClient, channel: Channel) -> None:
    goods = Goods(staff, channel)
    id = goods.product["id"]
    changed = staff.do("GoodsProductUpdate", externalReference="erp-7", input={"name": "새 망치", "slug": "mallet"})
    assert (changed["product"]["name"], changed["product"]["slug"]) == ("새 망치", "mallet")
    assert staff.do("GoodsProduct", externalReference="erp-7")["id"] == id
    staff.do("GoodsProductTranslate", id=id, input={"name": "Mallet"})
    given = goods.sized("S", product=id)
    variant = staff.do("GoodsVariantCreate", input=given)["productVariant"]["id"]
    named = staff.do("GoodsVariantTranslate", id=variant, input={"name": "Small"})["productVariant"]
    assert named["translation"] == {"name": "Small"}
    second = staff.do("GoodsProductCreate", input={"productType": goods.kind, "name": "둘째"})["product"]
    assert staff.refused("GoodsProductUpdate", id=second["id"], input={"slug": "mallet"}) == [("slug", "UNIQUE")]
    hidden = {"updateChannels": [goods.here(isPublished=True)]}
    assert staff.refused("GoodsChannelListing", id=second["id"], input=hidden) == [
        ("isPublished", "PRODUCT_WITHOUT_CATEGORY")
    ]
    assert staff.refused("GoodsVariantChannelListing", id=variant, input=[goods.here(price=1)]) == [
        ("channelId", "PRODUCT_NOT_ASSIGNED_TO_CHANNEL")
    ]
    assert staff.do("GoodsProductBulkDelete", ids=[second["id"]])["count"] == 1
    assert staff.do("GoodsProductDelete", id=id)["product"]["id"] == id
    assert staff.refused("GoodsProductDelete", id=id) == [("id", "NOT_FOUND")]
